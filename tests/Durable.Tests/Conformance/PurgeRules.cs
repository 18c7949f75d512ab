using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class Purge
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        [Theory]
        [InlineData(OrchestrationRuntimeStatus.Completed)]
        [InlineData(OrchestrationRuntimeStatus.Failed)]
        [InlineData(OrchestrationRuntimeStatus.Terminated)]
        public async Task OfAnEndedOne_RemovesIt(OrchestrationRuntimeStatus status)
        {
            await using var host = new EngineHost();
            var id = await EndAsync(host, status);

            var result = await host.Client.PurgeInstanceAsync(id);

            Assert.Equal(1, result.PurgedInstanceCount);
            Assert.Null(await host.Client.GetInstanceAsync(id));
            await host.RestartAsync();
            Assert.Null(await host.Client.GetInstanceAsync(id));
        }

        [Fact]
        public async Task OfWhatEndedLongAgo_IsDoneByTheEngineItself()
        {
            await using var host = new EngineHost { Configure = options => options.KeepEnded = TimeSpan.FromDays(30) };
            var old = await EndAsync(host, OrchestrationRuntimeStatus.Completed);
            var waiting = await host.ScheduleAsync("Terminated", "input");
            await host.UntilStatusAsync(waiting, OrchestrationRuntimeStatus.Running);
            host.Clock.Advance(TimeSpan.FromDays(30) - Hour);
            Assert.Equal(0, await host.Engine.PurgeOldAsync());
            var late = await EndAsync(host, OrchestrationRuntimeStatus.Failed);
            host.Clock.Advance(Hour);

            Assert.Equal(1, await host.Engine.PurgeOldAsync());
            Assert.Null(await host.Client.GetInstanceAsync(old));
            Assert.NotNull(await host.Client.GetInstanceAsync(late));
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Client.GetInstanceAsync(waiting))!.RuntimeStatus);
        }

        [Fact]
        public async Task WithoutALimit_TheEnginePurgesNothing()
        {
            await using var host = new EngineHost();
            var id = await EndAsync(host, OrchestrationRuntimeStatus.Completed);
            host.Clock.Advance(TimeSpan.FromDays(3650));

            Assert.Equal(0, await host.Engine.PurgeOldAsync());
            Assert.NotNull(await host.Client.GetInstanceAsync(id));
        }

        // The documentation names both an exception and a count of none for this; the count is what it describes in its remarks.
        [Fact]
        public async Task OfARunningOne_LeavesIt()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));

            var id = await host.ScheduleAsync("Listen");
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
            Assert.Equal(0, await PurgedAsync(() => host.Client.PurgeInstanceAsync(id)));
            await host.Client.RaiseEventAsync(id, "Word", "alive");

            Assert.Equal("alive", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task OfOneThatIsNotThere_CountsNone()
        {
            await using var host = new EngineHost();
            await host.StartAsync();

            Assert.Equal(0, (await host.Client.PurgeInstanceAsync("nobody")).PurgedInstanceCount);
        }

        [Fact]
        public async Task OfALargeOne_RemovesItsBlobsToo()
        {
            await using var host = new EngineHost();
            host.Orchestration("Echo", ctx => Task.FromResult<object?>(ctx.GetInput<string>()));

            await host.StartAsync();
            var before = await host.CountBlobsAsync();
            var id = (await host.RunAsync("Echo", new string('x', 300_000))).InstanceId;
            Assert.True(await host.CountBlobsAsync() > before);
            await host.Client.PurgeInstanceAsync(id);

            Assert.Equal(before, await host.CountBlobsAsync());
        }

        [Fact]
        public async Task ByStatus_TakesThoseOnly()
        {
            await using var host = new EngineHost();
            var completed = await EndAsync(host, OrchestrationRuntimeStatus.Completed);
            var failed = await EndAsync(host, OrchestrationRuntimeStatus.Failed);

            var result = await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(Statuses: [OrchestrationRuntimeStatus.Failed]));

            Assert.Equal(1, result.PurgedInstanceCount);
            Assert.Null(await host.Client.GetInstanceAsync(failed));
            Assert.NotNull(await host.Client.GetInstanceAsync(completed));
        }

        [Fact]
        public async Task ByTimeOfCreation_TakesThoseInTheRange()
        {
            await using var host = new EngineHost();
            var ids = new List<string>();
            for (var hour = 0; hour < 4; hour++)
            {
                ids.Add(await EndAsync(host, OrchestrationRuntimeStatus.Completed));
                host.Clock.Advance(Hour);
            }

            var start = host.Clock.GetUtcNow() - (4 * Hour);
            var result = await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter(start + (Hour / 2), start + (5 * Hour / 2)));

            Assert.Equal(2, result.PurgedInstanceCount);
            Assert.NotNull(await host.Client.GetInstanceAsync(ids[0]));
            Assert.Null(await host.Client.GetInstanceAsync(ids[1]));
            Assert.Null(await host.Client.GetInstanceAsync(ids[2]));
            Assert.NotNull(await host.Client.GetInstanceAsync(ids[3]));
        }

        [Fact]
        public async Task OfAll_LeavesTheRunningOnes()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
            await EndAsync(host, OrchestrationRuntimeStatus.Completed);
            await EndAsync(host, OrchestrationRuntimeStatus.Terminated);
            var running = await host.ScheduleAsync("Listen");
            await host.UntilStatusAsync(running, OrchestrationRuntimeStatus.Running);

            var result = await host.Client.PurgeAllInstancesAsync(new PurgeInstancesFilter());

            Assert.Equal(2, result.PurgedInstanceCount);
            await host.Client.RaiseEventAsync(running, "Word", "alive");
            Assert.Equal("alive", await host.OutputOfAsync<string>(running));
        }

        [Fact]
        public async Task Recursive_TakesTheChildrenToo()
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", _ => Task.FromResult<object?>(null));
            host.Orchestration("Parent", async ctx => await ctx.CallSubOrchestratorAsync<object?>("Child", new SubOrchestrationOptions(instanceId: "child")));

            var parent = (await host.RunAsync("Parent")).InstanceId;
            var result = await host.Client.PurgeInstanceAsync(parent, new PurgeInstanceOptions(Recursive: true));

            Assert.Equal(2, result.PurgedInstanceCount);
            Assert.Null(await host.Client.GetInstanceAsync("child"));
        }

        [Fact]
        public async Task NotRecursive_LeavesTheChildren()
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", _ => Task.FromResult<object?>(null));
            host.Orchestration("Parent", async ctx => await ctx.CallSubOrchestratorAsync<object?>("Child", new SubOrchestrationOptions(instanceId: "child")));

            var parent = (await host.RunAsync("Parent")).InstanceId;
            var result = await host.Client.PurgeInstanceAsync(parent);

            Assert.Equal(1, result.PurgedInstanceCount);
            Assert.NotNull(await host.Client.GetInstanceAsync("child"));
        }

        [Fact]
        public async Task PurgedId_CanBeUsedAgain()
        {
            await using var host = new EngineHost();
            host.Orchestration("Count", ctx => Task.FromResult<object?>(ctx.GetInput<int>()));

            await host.RunAsync("Count", 1, new StartOrchestrationOptions("again"));
            await host.Client.PurgeInstanceAsync("again");

            Assert.Equal(2, EngineHost.Output<int>(await host.RunAsync("Count", 2, new StartOrchestrationOptions("again"))));
        }

        internal static async Task<int> PurgedAsync(Func<Task<PurgeResult>> purge)
        {
            try
            {
                return (await purge()).PurgedInstanceCount;
            }
            catch (InvalidOperationException)
            {
                return 0;
            }
        }

        internal static async Task<string> EndAsync(EngineHost host, OrchestrationRuntimeStatus status)
        {
            host.Orchestration("Completed", _ => Task.FromResult<object?>("output"));
            host.Orchestration("Failed", _ => throw new InvalidOperationException("fell"));
            host.Orchestration("Terminated", async ctx => await ctx.WaitForExternalEvent<string>("Never"));
            var id = await host.ScheduleAsync(status.ToString(), "input");
            if (status == OrchestrationRuntimeStatus.Terminated)
            {
                await host.Client.TerminateInstanceAsync(id);
            }

            Assert.Equal(status, (await host.CompletionAsync(id)).RuntimeStatus);
            return id;
        }
    }
}
