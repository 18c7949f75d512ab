using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class Lifecycle
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        [Fact]
        public async Task WaitForStart_EndsWhenItRuns()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));

            var id = await host.ScheduleAsync("Listen");
            using var limit = new CancellationTokenSource(EngineHost.Limit);
            var instance = await host.Client.WaitForInstanceStartAsync(id, limit.Token);

            Assert.Equal(OrchestrationRuntimeStatus.Running, instance.RuntimeStatus);
            Assert.True(instance.IsRunning);
        }

        [Fact]
        public async Task WaitForStart_DoesNotEndWhileItIsPending()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));

            var id = await host.ScheduleAsync("Listen", null, new StartOrchestrationOptions(StartAt: host.Clock.GetUtcNow() + Hour));
            using var limit = new CancellationTokenSource(EngineHost.Limit);
            var started = host.Client.WaitForInstanceStartAsync(id, limit.Token);
            Assert.False(started.IsCompleted);
            await host.AdvanceAsync(Hour);

            Assert.Equal(OrchestrationRuntimeStatus.Running, (await started).RuntimeStatus);
        }

        [Fact]
        public async Task WaitForCompletion_EndsForAWaiterFromBefore()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));

            var id = await host.ScheduleAsync("Listen");
            var waiters = Enumerable.Range(0, 5).Select(_ => host.CompletionAsync(id)).ToArray();
            await host.Client.RaiseEventAsync(id, "Word", "heard");

            foreach (var instance in await Task.WhenAll(waiters))
            {
                Assert.Equal("heard", EngineHost.Output<string>(instance));
            }
        }

        [Fact]
        public async Task WaitForCompletion_ThatIsCancelled_Throws()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));

            var id = await host.ScheduleAsync("Listen");
            using var cancellation = new CancellationTokenSource();
            var waiting = host.Client.WaitForInstanceCompletionAsync(id, cancellation.Token);
            await cancellation.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => waiting);
        }

        [Fact]
        public async Task WaitForCompletion_AcrossARestart_IsAnsweredByTheNewEngine()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>("done"));

            var id = (await host.RunAsync("Done")).InstanceId;
            await host.RestartAsync();

            Assert.Equal("done", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task ScheduledStart_WaitsForItsTime()
        {
            await using var host = new EngineHost();
            host.Orchestration("Now", ctx => Task.FromResult<object?>(ctx.CurrentUtcDateTime));
            var due = host.Clock.GetUtcNow() + Hour;

            var id = await host.ScheduleAsync("Now", null, new StartOrchestrationOptions(StartAt: due));
            var pending = await host.Client.GetInstanceAsync(id);
            await host.AdvanceAsync(Hour);

            Assert.Equal(OrchestrationRuntimeStatus.Pending, pending!.RuntimeStatus);
            Assert.Equal(due.UtcDateTime, await host.OutputOfAsync<DateTime>(id));
        }

        [Fact]
        public async Task ScheduledStart_SurvivesARestart()
        {
            await using var host = new EngineHost();
            host.Orchestration("Now", ctx => Task.FromResult<object?>(ctx.CurrentUtcDateTime));
            var due = host.Clock.GetUtcNow() + Hour;

            var id = await host.ScheduleAsync("Now", null, new StartOrchestrationOptions(StartAt: due));
            await host.CrashAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Pending, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
            await host.AdvanceAsync(Hour);

            Assert.Equal(due.UtcDateTime, await host.OutputOfAsync<DateTime>(id));
        }

        [Fact]
        public async Task ScheduledStart_InThePast_StartsAtOnce()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>("done"));

            var instance = await host.RunAsync("Done", null, new StartOrchestrationOptions(StartAt: host.Clock.GetUtcNow() - Hour));

            Assert.Equal("done", EngineHost.Output<string>(instance));
        }

        [Fact]
        public async Task Restart_UnderTheSameId_RunsAgainWithTheSameInput()
        {
            await using var host = new EngineHost();
            var runs = 0;
            host.Orchestration("Echo", ctx => Task.FromResult<object?>($"{ctx.GetInput<string>()} {++runs}"));

            var id = (await host.RunAsync("Echo", "run")).InstanceId;
            Assert.Equal(id, await host.Client.RestartAsync(id));

            Assert.Equal("run 2", EngineHost.Output<string>(await host.UntilAsync(id, instance => instance.SerializedOutput == "\"run 2\"")));
        }

        [Fact]
        public async Task Restart_UnderANewId_LeavesTheOldOne()
        {
            await using var host = new EngineHost();
            var runs = 0;
            host.Orchestration("Echo", ctx => Task.FromResult<object?>($"{ctx.GetInput<string>()} {++runs}"));

            var id = (await host.RunAsync("Echo", "run")).InstanceId;
            var again = await host.Client.RestartAsync(id, restartWithNewInstanceId: true);

            Assert.NotEqual(id, again);
            Assert.Equal("run 2", await host.OutputOfAsync<string>(again));
            Assert.Equal("run 1", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task Restart_OfOneThatIsNotThere_IsRefused()
        {
            await using var host = new EngineHost();
            await host.StartAsync();

            await Assert.ThrowsAsync<ArgumentException>(() => host.Client.RestartAsync("nobody"));
        }

        [Fact]
        public async Task Tags_AreKept()
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", _ => Task.FromResult<object?>(null));
            var childOptions = new SubOrchestrationOptions(instanceId: "child") { Tags = new Dictionary<string, string> { ["of"] = "parent" } };
            host.Orchestration("Parent", async ctx => await ctx.CallSubOrchestratorAsync<object?>("Child", childOptions));
            var tags = new Dictionary<string, string> { ["kind"] = "case", ["odd key é"] = "odd 'value' é" };

            var instance = await host.RunAsync("Parent", null, new StartOrchestrationOptions { Tags = tags });
            await host.RestartAsync();
            var again = await host.Client.GetInstanceAsync(instance.InstanceId);
            var child = await host.Client.GetInstanceAsync("child");

            Assert.Equal(tags, instance.Tags);
            Assert.Equal(tags, again!.Tags);
            Assert.Equal("parent", child!.Tags["of"]);
        }

        [Fact]
        public async Task StoppedEngine_ServesNobody()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>("done"));
            await host.StartAsync();
            var client = host.Client;

            await host.StopAsync();

            await Assert.ThrowsAnyAsync<Exception>(() => client.ScheduleNewOrchestrationInstanceAsync("Done"));
        }

        [Fact]
        public async Task EternalOrchestration_DoesNotHoldTheStop()
        {
            await using var host = new EngineHost();
            host.Orchestration("Eternal", ctx =>
            {
                ctx.SetCustomStatus("turning");
                ctx.ContinueAsNew(ctx.GetInput<int>() + 1);
                return Task.FromResult<object?>(null);
            });

            var id = await host.ScheduleAsync("Eternal", 0);
            await host.UntilAsync(id, instance => instance.ReadInputAs<int>() > 10);
            await host.RestartAsync();
            var reached = (await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true))!.ReadInputAs<int>();
            await host.UntilAsync(id, instance => instance.ReadInputAs<int>() > reached);
            await host.Client.TerminateInstanceAsync(id);

            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.CompletionAsync(id)).RuntimeStatus);
        }

        // What is still on its way when an instance has ended does not change when it ended.
        [Fact]
        public async Task TimeOfTheEnd_StaysWhenItsMessagesHaveArrived()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx =>
            {
                await ctx.WaitForExternalEvent<object>("Word");
                return null;
            });
            host.Orchestration("Send", ctx =>
            {
                ctx.SendEvent("listener", "Word", "last");
                return Task.FromResult<object?>(null);
            });
            await host.ScheduleAsync("Listen", null, "listener");
            await host.UntilStatusAsync("listener", OrchestrationRuntimeStatus.Running);

            var ended = await host.RunAsync("Send");
            host.Clock.Advance(TimeSpan.FromSeconds(1));
            await host.CompletionAsync("listener");
            await host.RestartAsync();
            var later = await host.CompletionAsync(ended.InstanceId);

            Assert.Equal(ended.LastUpdatedAt, later.LastUpdatedAt);
        }

        [Fact]
        public async Task EventToReaction_TakesNoClock()
        {
            await using var host = new EngineHost();
            host.Activity("Nothing", _ => null);
            host.Orchestration("Listen", async ctx =>
            {
                await ctx.WaitForExternalEvent<object>("Go");
                await ctx.CallActivityAsync("Nothing");
                return ctx.CurrentUtcDateTime;
            });
            var now = host.Clock.GetUtcNow().UtcDateTime;

            var id = await host.ScheduleAsync("Listen");
            await host.Client.RaiseEventAsync(id, "Go");

            Assert.Equal(now, await host.OutputOfAsync<DateTime>(id));
        }
    }
}
