using System.Collections.Concurrent;
using System.Diagnostics;
using Azure.Data.Tables;
using Durable.Tests.Harness;
using Local.Durable;
using Microsoft.DurableTask;

namespace Durable.Tests.Tracing;

/// <summary>What the engine tells whoever listens: from who asked for an instance to what its activities do.</summary>
public sealed class TracingTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> _ended = new();
    private readonly ActivitySource _callers = new($"callers-{Guid.NewGuid():N}");
    private readonly ActivityListener _listener;
    private ActivityTraceId _trace;

    public TracingTests()
    {
        // Only what belongs to this test's own caller: other tests run beside it.
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source == _callers || source.Name == "Microsoft.DurableTask",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Source == _callers || (_trace != default && options.Parent.TraceId == _trace) ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.None,
            ActivityStopped = _ended.Enqueue,
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose()
    {
        _listener.Dispose();
        _callers.Dispose();
    }

    private Activity Caller()
    {
        var caller = _callers.StartActivity("caller")!;
        _trace = caller.TraceId;
        return caller;
    }

    private Activity Named(string name) => Assert.Single(_ended, span => span.DisplayName == name);

    private static EngineHost OneActivity(Func<ActivityCall, object?> activity)
    {
        var host = new EngineHost();
        host.Orchestration("Order", async context => await context.CallActivityAsync<string>("Pack", "a secret input"));
        host.Activity("Pack", activity);
        return host;
    }

    [Fact]
    public async Task Instance_JoinsItsCallerToItsActivities()
    {
        await using var host = OneActivity(_ => "a secret output");
        string caller;
        using (var span = Caller())
        {
            caller = span.SpanId.ToHexString();
            await host.RunAsync("Order", "a secret input", new StartOrchestrationOptions("order-1"));
        }

        var (create, orchestration, activity) = (Named("create_orchestration:Order"), Named("orchestration:Order"), Named("activity:Pack"));
        Assert.Equal(caller, create.ParentSpanId.ToHexString());
        Assert.Equal(create.SpanId, orchestration.ParentSpanId);
        Assert.Equal(orchestration.SpanId, activity.ParentSpanId);
        Assert.Equal([ActivityKind.Producer, ActivityKind.Server, ActivityKind.Server], [create.Kind, orchestration.Kind, activity.Kind]);
        Assert.Equal("order-1", activity.GetTagItem("durabletask.task.instance_id"));
        Assert.Equal("Completed", orchestration.GetTagItem("durabletask.task.status"));
    }

    [Fact]
    public async Task Spans_HoldNoPayloads()
    {
        await using var host = OneActivity(_ => throw new InvalidOperationException("a secret failure"));
        using (Caller())
        {
            await host.RunAsync("Order", "a secret input");
        }

        Assert.Equal(ActivityStatusCode.Error, Named("activity:Pack").Status);
        Assert.Equal(ActivityStatusCode.Error, Named("orchestration:Order").Status);
        var texts = _ended.SelectMany(span => span.TagObjects.Select(tag => $"{tag.Value}").Append(span.StatusDescription ?? string.Empty).Append(span.DisplayName));
        Assert.DoesNotContain(texts, text => text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Restart_DoesNotPartTheTrace()
    {
        await using var host = OneActivity(_ => "done");
        host.Orchestration("Order", async context =>
        {
            context.SetCustomStatus("waiting");
            await context.WaitForExternalEvent<string>("Go");
            return await context.CallActivityAsync<string>("Pack");
        });
        string id;
        using (Caller())
        {
            id = await host.ScheduleAsync("Order");
            await host.UntilAtAsync(id, "waiting");
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Go", "now");
            await host.CompletionAsync(id);
        }

        Assert.Equal(Named("create_orchestration:Order").SpanId, Named("orchestration:Order").ParentSpanId);
        Assert.Equal(Named("orchestration:Order").SpanId, Named("activity:Pack").ParentSpanId);
        Assert.Equal(id, Named("orchestration_event:Go").GetTagItem("durabletask.event.target_instance_id"));
    }

    [Fact]
    public async Task SubOrchestration_HangsBelowItsParent()
    {
        await using var host = OneActivity(_ => "done");
        host.Orchestration("Month", async context => await context.CallSubOrchestratorAsync<string>("Order"));
        using (Caller())
        {
            await host.RunAsync("Month");
        }

        Assert.Equal(Named("orchestration:Month").SpanId, Named("orchestration:Order").ParentSpanId);
    }

    [Fact]
    public async Task ContinuedAsNew_IsASpanForEachExecution()
    {
        await using var host = new EngineHost();
        host.Orchestration("Count", context =>
        {
            var left = context.GetInput<int>();
            if (left > 0)
            {
                context.ContinueAsNew(left - 1);
            }

            return Task.FromResult<object?>(left);
        });
        using (Caller())
        {
            await host.RunAsync("Count", 2);
        }

        var executions = _ended.Where(span => span.DisplayName == "orchestration:Count").ToList();
        Assert.Equal(["ContinuedAsNew", "ContinuedAsNew", "Completed"], executions.Select(span => span.GetTagItem("durabletask.task.status")));
        Assert.Equal(3, executions.Select(span => span.SpanId).Distinct().Count());
    }

    [Fact]
    public async Task NobodyAsked_StoresNothing()
    {
        await using var host = OneActivity(_ => "done");
        var id = await host.ScheduleAsync("Order");
        await host.CompletionAsync(id);
        var azurite = await SharedAzurite.GetAsync();
        var table = new TableClient(azurite.ConnectionString, DurableEngine.TableName(host.TaskHub));
        await foreach (var record in table.QueryAsync<TableEntity>())
        {
            Assert.False(record.ContainsKey("Trace"));
        }

        Assert.DoesNotContain(_ended, span => span.DisplayName.EndsWith(":Order", StringComparison.Ordinal));
    }
}
