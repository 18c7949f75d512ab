using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class SuspendAndResume
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        [Fact]
        public async Task EventsWhileSuspended_AreKeptAndReadAfterwards()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => new[] { await ctx.WaitForExternalEvent<int>("Number"), await ctx.WaitForExternalEvent<int>("Number") });

            var id = await SuspendedAsync(host, "Listen");
            await host.Client.RaiseEventAsync(id, "Number", 1);
            await host.Client.RaiseEventAsync(id, "Number", 2);
            await host.RestartAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
            await host.Client.ResumeInstanceAsync(id);

            Assert.Equal([1, 2], await host.OutputOfAsync<List<int>>(id));
        }

        [Fact]
        public async Task Resumed_IsRunningAgain()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));

            var id = await SuspendedAsync(host, "Listen");
            await host.Client.ResumeInstanceAsync(id, "enough");

            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
        }

        [Fact]
        public async Task TimerDueWhileSuspended_EndsAfterTheResume()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleep", async ctx =>
            {
                await ctx.CreateTimer(Hour, CancellationToken.None);
                return "awake";
            });

            var id = await SuspendedAsync(host, "Sleep");
            host.Clock.Advance(2 * Hour);
            await host.RestartAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
            await host.Client.ResumeInstanceAsync(id);

            Assert.Equal("awake", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task ActivityThatEndsWhileSuspended_IsReadAfterTheResume()
        {
            await using var host = new EngineHost();
            var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            host.AsyncActivity("Slow", async _ =>
            {
                await release.Task;
                ended.SetResult();
                return "result";
            });
            host.Orchestration("Call", async ctx =>
            {
                var result = await ctx.CallActivityAsync<string>("Slow");
                ctx.SetCustomStatus("read");
                return result;
            });

            var id = await SuspendedAsync(host, "Call");
            release.SetResult();
            await ended.Task.WaitAsync(EngineHost.Limit);
            var suspended = await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true);
            await host.Client.ResumeInstanceAsync(id);

            Assert.Equal(OrchestrationRuntimeStatus.Suspended, suspended!.RuntimeStatus);
            Assert.Null(suspended.SerializedCustomStatus);
            Assert.Equal("result", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task SuspendedTwice_OneResumeIsEnough()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));

            var id = await SuspendedAsync(host, "Listen");
            await host.Client.SuspendInstanceAsync(id, "again");
            await host.Client.ResumeInstanceAsync(id);
            await host.Client.RaiseEventAsync(id, "Word", "heard");

            Assert.Equal("heard", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task ResumeOfARunningOne_ChangesNothing()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));

            var id = await host.ScheduleAsync("Listen");
            await host.Client.ResumeInstanceAsync(id);
            await host.Client.RaiseEventAsync(id, "Word", "heard");

            Assert.Equal("heard", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task SuspendOfAnEndedOne_ChangesNothing()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>("done"));

            var id = (await host.RunAsync("Done")).InstanceId;
            await host.Client.SuspendInstanceAsync(id);
            await host.Client.ResumeInstanceAsync(id);

            Assert.Equal("done", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task SuspendedBeforeItsStart_StartsAfterTheResume()
        {
            await using var host = new EngineHost();
            host.Orchestration("Now", ctx => Task.FromResult<object?>(ctx.CurrentUtcDateTime));
            var due = host.Clock.GetUtcNow() + Hour;

            var id = await host.ScheduleAsync("Now", null, new StartOrchestrationOptions(StartAt: due));
            await host.Client.SuspendInstanceAsync(id);
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Suspended);
            host.Clock.Advance(2 * Hour);
            await host.RestartAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Suspended, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
            await host.Client.ResumeInstanceAsync(id);

            Assert.Equal((due + Hour).UtcDateTime, await host.OutputOfAsync<DateTime>(id));
        }

        [Fact]
        public async Task Terminated_WhileSuspended_EndsAtOnce()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));

            var id = await SuspendedAsync(host, "Listen");
            await host.Client.TerminateInstanceAsync(id, "over");

            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.CompletionAsync(id)).RuntimeStatus);
        }

        private static async Task<string> SuspendedAsync(EngineHost host, string name)
        {
            var id = await host.ScheduleAsync(name);
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
            await host.Client.SuspendInstanceAsync(id, "a pause");
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Suspended);
            return id;
        }
    }

    public sealed class Terminate
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        [Fact]
        public async Task Output_IsTheOneGiven()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));

            var id = await host.ScheduleAsync("Listen");
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
            await host.Client.TerminateInstanceAsync(id, new Parcel("last", [1]));
            var instance = await host.CompletionAsync(id);

            Assert.Equal(OrchestrationRuntimeStatus.Terminated, instance.RuntimeStatus);
            Assert.Equal("last", instance.ReadOutputAs<Parcel>()!.Name);
            Assert.True(instance.IsCompleted);
        }

        [Fact]
        public async Task WithoutOutput_HasNone()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));

            var id = await host.ScheduleAsync("Listen");
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
            await host.Client.TerminateInstanceAsync(id);
            var instance = await host.CompletionAsync(id);

            Assert.Equal(OrchestrationRuntimeStatus.Terminated, instance.RuntimeStatus);
            Assert.Null(instance.SerializedOutput);
        }

        [Fact]
        public async Task BeforeItStarted_NeverRuns()
        {
            await using var host = new EngineHost();
            var ran = 0;
            host.Orchestration("Later", _ => Task.FromResult<object?>(++ran));

            var id = await host.ScheduleAsync("Later", null, new StartOrchestrationOptions("later", host.Clock.GetUtcNow() + Hour));
            await host.Client.TerminateInstanceAsync(id);
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.CompletionAsync(id)).RuntimeStatus);
            host.Clock.Advance(2 * Hour);
            await host.RestartAsync();

            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.CompletionAsync(id)).RuntimeStatus);
            Assert.Equal(0, ran);
        }

        [Fact]
        public async Task RunningActivity_EndsAndItsResultIsDropped()
        {
            await using var host = new EngineHost();
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var ended = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            host.AsyncActivity("Slow", async _ =>
            {
                started.SetResult();
                await release.Task;
                ended.SetResult();
                return "late";
            });
            host.Orchestration("Call", async ctx => await ctx.CallActivityAsync<string>("Slow"));
            host.Orchestration("Echo", ctx => Task.FromResult<object?>(ctx.GetInput<string>()));

            var id = await host.ScheduleAsync("Call");
            await started.Task.WaitAsync(EngineHost.Limit);
            await host.Client.TerminateInstanceAsync(id, "stopped");
            var terminated = await host.CompletionAsync(id);
            release.SetResult();
            await ended.Task.WaitAsync(EngineHost.Limit);
            await host.RunAsync("Echo", "the engine goes on");
            await host.RestartAsync();
            var later = await host.CompletionAsync(id);

            Assert.Equal(OrchestrationRuntimeStatus.Terminated, later.RuntimeStatus);
            Assert.Equal("stopped", later.ReadOutputAs<string>());
            Assert.Equal(terminated.LastUpdatedAt, later.LastUpdatedAt);
        }

        // TerminateInstanceAsync: "will fail silently".
        [Fact]
        public async Task OfAnEndedOne_ChangesNothing()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>("done"));

            var id = (await host.RunAsync("Done")).InstanceId;
            await host.Client.TerminateInstanceAsync(id, "late");

            Assert.Equal("done", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task OfOneThatIsNotThere_IsSilent()
        {
            await using var host = new EngineHost();
            await host.StartAsync();

            await host.Client.TerminateInstanceAsync("nobody");

            Assert.Null(await host.Client.GetInstanceAsync("nobody"));
        }

        [Fact]
        public async Task Recursive_EndsChildrenAndGrandchildren()
        {
            await using var host = new EngineHost();
            Family(host);

            await host.ScheduleAsync("Family", 2, "level 2");
            await host.UntilStatusAsync("level 0", OrchestrationRuntimeStatus.Running);
            await host.Client.TerminateInstanceAsync("level 2", new TerminateInstanceOptions("all of you", Recursive: true));

            foreach (var level in new[] { "level 2", "level 1", "level 0" })
            {
                var instance = await host.CompletionAsync(level);
                Assert.Equal(OrchestrationRuntimeStatus.Terminated, instance.RuntimeStatus);
            }
        }

        [Fact]
        public async Task NotRecursive_LeavesTheChildren()
        {
            await using var host = new EngineHost();
            Family(host);

            await host.ScheduleAsync("Family", 1, "level 1");
            await host.UntilStatusAsync("level 0", OrchestrationRuntimeStatus.Running);
            await host.Client.TerminateInstanceAsync("level 1", new TerminateInstanceOptions("you alone"));
            await host.CompletionAsync("level 1");
            await host.Client.RaiseEventAsync("level 0", "End", "by myself");

            Assert.Equal("by myself", await host.OutputOfAsync<string>("level 0"));
        }

        private static void Family(EngineHost host) =>
            host.Orchestration("Family", async ctx =>
            {
                var level = ctx.GetInput<int>();
                return level == 0
                    ? await ctx.WaitForExternalEvent<string>("End")
                    : await ctx.CallSubOrchestratorAsync<string>("Family", level - 1, new SubOrchestrationOptions(instanceId: $"level {level - 1}"));
            });
    }
}
