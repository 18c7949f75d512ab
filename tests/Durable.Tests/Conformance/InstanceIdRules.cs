using Durable.Tests.Harness;
using DurableTask.Core.Exceptions;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class InstanceIds
    {
        public static TheoryData<string> OddIds => new()
        {
            "it's \"quoted\" `thrice`",
            "Zoë 日本語 🦉",
            "%2F%25+ &=;,$!()*",
            " leading and trailing ",
            "~0020~",
            ".",
            "..",
            "$batch",
            "instance:1:2|3<4>{5}[6]^",
            "not@first",
            new string('l', 100),
            new string('ü', 100),
        };

        // 1 to 100 characters, not beginning with @, without / \ # ? and control characters:
        // https://learn.microsoft.com/azure/azure-functions/durable/durable-functions-instance-management
        public static TheoryData<string> IllegalIds => new() { "a/b", "a\\b", "a#b", "a?b", "a\tb", "@entity", new string('l', 101) };

        [Theory]
        [MemberData(nameof(OddIds))]
        public async Task OfAnyShape_WorksThroughEveryOperation(string id)
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => $"{ctx.InstanceId} {await ctx.WaitForExternalEvent<string>("Word")}");

            Assert.Equal(id, await host.ScheduleAsync("Listen", new string('p', 100_000), id));
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
            await host.Client.SuspendInstanceAsync(id);
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Suspended);
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Word", "heard");
            await host.Client.ResumeInstanceAsync(id);
            var instance = await host.CompletionAsync(id);
            var listed = await Queries.ListAsync(host, new OrchestrationQuery(InstanceIdPrefix: id));

            Assert.Equal(id, instance.InstanceId);
            Assert.Equal($"{id} heard", EngineHost.Output<string>(instance));
            Assert.Equal([id], listed.Select(found => found.InstanceId));
            Assert.Equal(1, (await host.Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
            Assert.Null(await host.Client.GetInstanceAsync(id));
        }

        [Theory]
        [MemberData(nameof(IllegalIds))]
        public async Task ThatAreIllegal_AreRefused(string id)
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>(null));

            await Assert.ThrowsAnyAsync<ArgumentException>(() => host.ScheduleAsync("Done", null, id));
        }

        [Theory]
        [InlineData("a/b", 1)]
        [InlineData("too long", 250)]
        public async Task ThatIsIllegalForAChild_FailsTheParentAndNotTheEngine(string id, int times)
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", _ => Task.FromResult<object?>(null));
            host.Orchestration("Parent", async ctx => await ctx.CallSubOrchestratorAsync<object?>("Child", new SubOrchestrationOptions(instanceId: string.Concat(Enumerable.Repeat(id, times)))));

            var instance = await host.RunAsync("Parent");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.False(host.Engine.Faulted.IsCompleted);
        }

        [Fact]
        public async Task ThatIsIllegal_IsNobodyToSendTo()
        {
            await using var host = new EngineHost();
            host.Activity("Nothing", _ => null);
            host.Orchestration("Send", async ctx =>
            {
                foreach (var id in new[] { "a/b", new string('l', 2_000) })
                {
                    try
                    {
                        ctx.SendEvent(id, "Word", "lost");
                    }
                    catch (ArgumentException)
                    {
                        ctx.SetCustomStatus("refused");
                    }
                }

                await ctx.CallActivityAsync("Nothing");
                return "went on";
            });

            var id = (await host.RunAsync("Send")).InstanceId;

            Assert.Equal(1, (await host.Client.PurgeInstanceAsync(id).WaitAsync(EngineHost.Limit)).PurgedInstanceCount);

            Assert.False(host.Engine.Faulted.IsCompleted);
        }

        // Half a character cannot be written as UTF-8: either it is refused or it works, and in no case it stops the engine.
        [Fact]
        public async Task OfHalfACharacter_DoNotStopTheEngine()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", ctx => Task.FromResult<object?>(ctx.InstanceId));

            var refused = await Record.ExceptionAsync(() => host.RunAsync("Done", null, new StartOrchestrationOptions("half \ud83d")));

            Assert.True(refused is null or ArgumentException, $"{refused}");
            Assert.False(host.Engine.Faulted.IsCompleted);
            await host.RunAsync("Done");
        }

        [Fact]
        public async Task ThatDifferInCaseOnly_AreTwoInstances()
        {
            await using var host = new EngineHost();
            host.Orchestration("Echo", ctx => Task.FromResult<object?>(ctx.GetInput<string>()));

            await host.RunAsync("Echo", "small", new StartOrchestrationOptions("twin"));
            await host.RunAsync("Echo", "large", new StartOrchestrationOptions("TWIN"));

            Assert.Equal("small", await host.OutputOfAsync<string>("twin"));
            Assert.Equal("large", await host.OutputOfAsync<string>("TWIN"));
        }

        [Fact]
        public async Task NotGiven_IsMade()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>(null));

            var first = await host.ScheduleAsync("Done");
            var second = await host.ScheduleAsync("Done");

            Assert.NotEqual(first, second);
            Assert.NotEmpty(first);
        }

        [Fact]
        public async Task OfARunningOne_IsRefusedByDefault()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));

            await host.ScheduleAsync("Listen", null, "taken");
            await host.UntilStatusAsync("taken", OrchestrationRuntimeStatus.Running);
            var refused = await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.ScheduleAsync("Listen", null, "taken"));
            await host.Client.RaiseEventAsync("taken", "Word", "alive");

            Assert.Contains("taken", refused.Message, StringComparison.Ordinal);
            Assert.Equal("alive", await host.OutputOfAsync<string>("taken"));
        }

        [Fact]
        public async Task OfAnEndedOne_IsUsedAgainByDefault()
        {
            await using var host = new EngineHost();
            host.Orchestration("Echo", ctx => Task.FromResult<object?>(ctx.GetInput<string>()));

            await host.RunAsync("Echo", "first", new StartOrchestrationOptions("again"));
            var second = await host.RunAsync("Echo", "second", new StartOrchestrationOptions("again"));

            Assert.Equal("second", EngineHost.Output<string>(second));
        }

        [Theory]
        [InlineData(OrchestrationRuntimeStatus.Completed)]
        [InlineData(OrchestrationRuntimeStatus.Failed)]
        [InlineData(OrchestrationRuntimeStatus.Terminated)]
        public async Task WhoseStatusIsToBeKept_IsRefused(OrchestrationRuntimeStatus status)
        {
            await using var host = new EngineHost();
            var id = await Purge.EndAsync(host, status);
            var options = new StartOrchestrationOptions(id).WithDedupeStatuses(
                status, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);

            await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => host.ScheduleAsync("Completed", null, options));

            Assert.Equal(status, (await host.CompletionAsync(id)).RuntimeStatus);
        }

        [Fact]
        public async Task WhoseStatusMayBeUsed_IsUsedAgain()
        {
            await using var host = new EngineHost();
            var id = await Purge.EndAsync(host, OrchestrationRuntimeStatus.Failed);
            var options = new StartOrchestrationOptions(id).WithDedupeStatuses(
                OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended);

            Assert.Equal("output", EngineHost.Output<string>(await host.RunAsync("Completed", null, options)));
        }

        // ScheduleNewOrchestrationInstanceAsync: a running one that may be replaced is terminated first.
        [Fact]
        public async Task OfARunningOneThatMayBeReplaced_EndsItAndStartsAnew()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => $"{ctx.GetInput<string>()} {await ctx.WaitForExternalEvent<string>("Word")}");

            await host.ScheduleAsync("Listen", "old", "replaced");
            await host.UntilStatusAsync("replaced", OrchestrationRuntimeStatus.Running);
            await host.ScheduleAsync("Listen", "new", new StartOrchestrationOptions("replaced") { DedupeStatuses = [] });
            await host.Client.RaiseEventAsync("replaced", "Word", "one");

            Assert.Equal("new one", await host.OutputOfAsync<string>("replaced"));
        }

        [Fact]
        public async Task OldTimersAndActivities_DoNotReachTheNewInstance()
        {
            await using var host = new EngineHost();
            var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            host.AsyncActivity("Slow", async _ =>
            {
                started.SetResult();
                await release.Task;
                return "stale";
            });
            host.Activity("Fresh", _ => "fresh");
            host.Orchestration("Old", async ctx =>
            {
                var timer = ctx.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
                await Task.WhenAll(ctx.CallActivityAsync<string>("Slow"), timer);
                return null;
            });
            host.Orchestration("New", async ctx =>
            {
                var go = ctx.WaitForExternalEvent<object>("Go");
                ctx.SetCustomStatus("waiting");
                await go;
                return await ctx.CallActivityAsync<string>("Fresh");
            });

            await host.ScheduleAsync("Old", null, "reused");
            await started.Task.WaitAsync(EngineHost.Limit);
            await host.ScheduleAsync("New", null, new StartOrchestrationOptions("reused") { DedupeStatuses = [] });
            await host.UntilAtAsync("reused", "waiting");
            release.SetResult();
            host.Clock.Advance(TimeSpan.FromHours(2));
            await host.Client.RaiseEventAsync("reused", "Go");

            Assert.Equal("fresh", await host.OutputOfAsync<string>("reused"));
        }

        // TerminatedKept together with a running status that may be replaced would refuse what it has just ended.
        [Fact]
        public async Task ContradictoryStatuses_AreRefused()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>(null));
            var options = new StartOrchestrationOptions("any").WithDedupeStatuses(OrchestrationRuntimeStatus.Terminated);

            await Assert.ThrowsAsync<ArgumentException>(() => host.ScheduleAsync("Done", null, options));
        }

        [Fact]
        public async Task StatusThatIsNone_IsRefused()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>(null));
            var options = new StartOrchestrationOptions("any") { DedupeStatuses = ["Sleeping"] };

            var refused = await Assert.ThrowsAsync<ArgumentException>(() => host.ScheduleAsync("Done", null, options));

            Assert.Contains("Sleeping", refused.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task AskedForTenTimesAtOnce_StartsOne()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
            await host.StartAsync();

            var asked = await Task.WhenAll(Enumerable.Range(0, 10).Select(async _ =>
            {
                try
                {
                    await host.ScheduleAsync("Listen", null, "one of ten");
                    return 1;
                }
                catch (OrchestrationAlreadyExistsException)
                {
                    return 0;
                }
            }));

            Assert.Equal(1, asked.Sum());
        }
    }
}
