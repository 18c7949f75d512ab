using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Crash;

/// <summary>Nothing is told, begun or sent before the write it rests on, and what was told is done although nobody asks again.</summary>
public static class DurabilityTests
{
    public sealed class BeforeTheWrite
    {
        [Theory]
        [InlineData("schedule")]
        [InlineData("raise")]
        [InlineData("suspend")]
        [InlineData("resume")]
        [InlineData("terminate")]
        [InlineData("purge")]
        [InlineData("restart")]
        public async Task NoAnswerIsGiven(string operation)
        {
            await using var host = Host();
            var id = await PrepareAsync(host, operation);
            var held = host.Storage.HoldWrite(host.Storage.Writes + 1);

            var answer = AskAsync(host, operation, id);
            await held.Arrived.WaitAsync(EngineHost.Limit);
            // An answer that did not wait for the write was given before the write left, or is about to be.
            await Task.WhenAny(answer, host.Client.GetInstanceAsync("nobody"));
            var early = answer.IsCompleted;
            held.Release();
            await answer.WaitAsync(EngineHost.Limit);

            Assert.False(early, "The answer came before the write.");
        }

        [Fact]
        public async Task NoActivityBegins()
        {
            await using var host = Host();
            var began = 0;
            host.Activity("Begin", _ => Interlocked.Increment(ref began));
            host.Orchestration("Call", async ctx => await ctx.CallActivityAsync<int>("Begin"));
            await host.StartAsync();
            var held = host.Storage.HoldWrite(host.Storage.Writes + 2);

            var id = await host.ScheduleAsync("Call");
            await held.Arrived.WaitAsync(EngineHost.Limit);
            await host.Client.GetInstanceAsync("nobody");
            var early = Volatile.Read(ref began);
            held.Release();

            Assert.Equal(0, early);
            Assert.Equal(1, await host.OutputOfAsync<int>(id));
        }

        [Fact]
        public async Task NoMessageLeaves()
        {
            await using var host = Host();
            host.Orchestration("Send", async ctx =>
            {
                ctx.SendEvent("listener", "Word", "heard");
                await ctx.WaitForExternalEvent<object>("Never");
                return null;
            });
            await host.ScheduleAsync("Listen", null, "listener");
            await host.UntilStatusAsync("listener", OrchestrationRuntimeStatus.Running);
            var held = host.Storage.HoldWrite(host.Storage.Writes + 2);

            var sender = await host.ScheduleAsync("Send");
            await held.Arrived.WaitAsync(EngineHost.Limit);
            var listener = await host.Client.GetInstanceAsync("listener");
            Assert.Equal(OrchestrationRuntimeStatus.Running, listener!.RuntimeStatus);
            await host.CrashAsync();
            await host.UntilStatusAsync(sender, OrchestrationRuntimeStatus.Running);

            Assert.Equal("heard", await host.OutputOfAsync<string>("listener"));
        }

        [Fact]
        public async Task NoStatusIsShown()
        {
            await using var host = Host();
            host.Orchestration("Show", async ctx =>
            {
                await ctx.WaitForExternalEvent<object>("Go");
                ctx.SetCustomStatus("gone");
                return "ended";
            });
            var id = await host.ScheduleAsync("Show");
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
            var completion = host.CompletionAsync(id);
            var held = host.Storage.HoldWrite(host.Storage.Writes + 1);

            var raise = host.Client.RaiseEventAsync(id, "Go");
            await held.Arrived.WaitAsync(EngineHost.Limit);
            var instance = await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true);
            var early = completion.IsCompleted;
            held.Release();
            await raise;

            Assert.Equal(OrchestrationRuntimeStatus.Running, instance!.RuntimeStatus);
            Assert.Null(instance.SerializedCustomStatus);
            Assert.False(early, "A waiter was told before the write.");
            Assert.Equal("ended", EngineHost.Output<string>(await completion));
        }
    }

    /// <summary>The engine is cut at the write after the one that was acknowledged, and nobody asks the next engine for the instance.</summary>
    public sealed class Acknowledged
    {
        [Fact]
        public async Task Start_RunsAfterACut()
        {
            await using var host = Host();
            host.Orchestration("Echo", ctx => Task.FromResult<object?>(ctx.GetInput<string>()));
            await host.StartAsync();
            host.Storage.BreakWrite(host.Storage.Writes + 2, Crasher.WriteFault.KilledBefore);

            var id = await host.ScheduleAsync("Echo", "heard");
            await host.Storage.Killed.WaitAsync(EngineHost.Limit);
            await host.CrashAsync();

            Assert.Equal("heard", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task ScheduledStart_RunsAfterACut()
        {
            await using var host = Host();
            host.Orchestration("Echo", ctx => Task.FromResult<object?>(ctx.GetInput<string>()));

            var id = await host.ScheduleAsync("Echo", "heard", new StartOrchestrationOptions(StartAt: host.Clock.GetUtcNow() + TimeSpan.FromHours(1)));
            await host.CrashAsync();
            await host.AdvanceAsync(TimeSpan.FromHours(1));

            Assert.Equal("heard", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task EventWhileSuspended_IsReadAfterACutAndAResume()
        {
            await using var host = Host();
            var id = await host.ScheduleAsync("Listen");
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
            await host.Client.SuspendInstanceAsync(id);
            await host.Client.RaiseEventAsync(id, "Word", "heard");
            await host.CrashAsync();
            await host.Client.ResumeInstanceAsync(id);

            Assert.Equal("heard", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task RecursiveTermination_ReachesTheChildrenAfterACut()
        {
            await using var host = Host();
            host.Orchestration("Parent", async ctx => await ctx.CallSubOrchestratorAsync<string>("Listen", new SubOrchestrationOptions(instanceId: "child")));
            var parent = await host.ScheduleAsync("Parent");
            await host.UntilStatusAsync("child", OrchestrationRuntimeStatus.Running);
            host.Storage.BreakWrite(host.Storage.Writes + 2, Crasher.WriteFault.KilledBefore);

            await host.Client.TerminateInstanceAsync(parent, new TerminateInstanceOptions("all", Recursive: true));
            await host.Storage.Killed.WaitAsync(EngineHost.Limit);
            await host.CrashAsync();

            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.CompletionAsync("child")).RuntimeStatus);
        }
    }

    private static EngineHost Host()
    {
        var host = new EngineHost();
        host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
        host.Orchestration("Done", _ => Task.FromResult<object?>("done"));
        return host;
    }

    private static async Task<string> PrepareAsync(EngineHost host, string operation)
    {
        switch (operation)
        {
            case "schedule":
                await host.StartAsync();
                return "new";
            case "purge" or "restart":
                return (await host.RunAsync("Done")).InstanceId;
            default:
                var id = await host.ScheduleAsync("Listen");
                await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
                if (operation == "resume")
                {
                    await host.Client.SuspendInstanceAsync(id);
                }

                return id;
        }
    }

    private static Task AskAsync(EngineHost host, string operation, string id) => operation switch
    {
        "schedule" => host.ScheduleAsync("Listen", null, id),
        "raise" => host.Client.RaiseEventAsync(id, "Word", "heard"),
        "suspend" => host.Client.SuspendInstanceAsync(id),
        "resume" => host.Client.ResumeInstanceAsync(id),
        "terminate" => host.Client.TerminateInstanceAsync(id),
        "purge" => host.Client.PurgeInstanceAsync(id),
        _ => host.Client.RestartAsync(id),
    };
}
