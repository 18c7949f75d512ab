using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class ContinueAsNew
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        [Fact]
        public async Task NextGeneration_StartsWithTheNewInput()
        {
            await using var host = new EngineHost();
            host.Activity("Next", call => call.GetInput<int>() + 1);
            host.Orchestration("Count", async ctx =>
            {
                var next = await ctx.CallActivityAsync<int>("Next", ctx.GetInput<int>());
                if (next < 5)
                {
                    ctx.ContinueAsNew(next);
                }

                return next;
            });

            var instance = await host.RunAsync("Count", 0);

            Assert.Equal(5, EngineHost.Output<int>(instance));
            Assert.Equal(4, instance.ReadInputAs<int>());
        }

        [Fact]
        public async Task InstanceKeepsIdNameAndTags()
        {
            await using var host = new EngineHost();
            host.Orchestration("Turn", ctx =>
            {
                if (ctx.GetInput<int>() == 0)
                {
                    ctx.ContinueAsNew(1);
                }

                return Task.FromResult<object?>($"{ctx.Name.Name} {ctx.InstanceId}");
            });

            var instance = await host.RunAsync("Turn", 0, new StartOrchestrationOptions("turning") { Tags = new Dictionary<string, string> { ["kind"] = "round" } });

            Assert.Equal("Turn turning", EngineHost.Output<string>(instance));
            Assert.Equal("round", instance.Tags["kind"]);
        }

        [Fact]
        public async Task UnreadEvents_AreKeptInOrder()
        {
            await using var host = new EngineHost();
            host.Orchestration("Read", async ctx =>
            {
                var seen = ctx.GetInput<List<int>>()!;
                if (seen.Count == 0)
                {
                    ctx.SetCustomStatus("busy");
                    await ctx.WaitForExternalEvent<object>("Begin");
                }

                seen.Add(await ctx.WaitForExternalEvent<int>("Number"));
                if (seen.Count < 6)
                {
                    ctx.ContinueAsNew(seen);
                }

                return seen;
            });

            var id = await host.ScheduleAsync("Read", Array.Empty<int>());
            await host.UntilAtAsync(id, "busy");
            foreach (var number in Enumerable.Range(1, 6))
            {
                await host.Client.RaiseEventAsync(id, "Number", number);
            }

            await host.Client.RaiseEventAsync(id, "Begin");

            Assert.Equal([1, 2, 3, 4, 5, 6], await host.OutputOfAsync<List<int>>(id));
        }

        [Fact]
        public async Task UnreadEvents_AreDroppedWhenAskedFor()
        {
            await using var host = new EngineHost();
            host.Orchestration("Read", async ctx =>
            {
                if (ctx.GetInput<int>() == 0)
                {
                    ctx.SetCustomStatus("first");
                    await ctx.WaitForExternalEvent<object>("Turn");
                    ctx.ContinueAsNew(1, preserveUnprocessedEvents: false);
                    return null;
                }

                ctx.SetCustomStatus("second");
                return await ctx.WaitForExternalEvent<string>("Word");
            });

            var id = await host.ScheduleAsync("Read", 0);
            await host.UntilAtAsync(id, "first");
            await host.Client.RaiseEventAsync(id, "Word", "dropped");
            await host.Client.RaiseEventAsync(id, "Turn");
            await host.UntilAtAsync(id, "second");
            await host.Client.RaiseEventAsync(id, "Word", "heard");

            Assert.Equal("heard", await host.OutputOfAsync<string>(id));
        }

        // test/Grpc.IntegrationTests/OrchestrationPatterns.cs, ContinueAsNewEventsArePreserved: also those that arrive while the step still runs.
        [Theory]
        [InlineData(false)]
        [InlineData(true)]
        public async Task EventsOfAnyMoment_AreEachReadOnce(bool withActivity)
        {
            await using var host = new EngineHost();
            host.Activity("Nothing", _ => null);
            host.Orchestration("Read", async ctx =>
            {
                var seen = ctx.GetInput<List<int>>()!;
                seen.Add(await ctx.WaitForExternalEvent<int>("Number"));
                if (withActivity)
                {
                    await ctx.CallActivityAsync("Nothing");
                }

                if (seen.Count < 50)
                {
                    ctx.ContinueAsNew(seen);
                }

                return seen;
            });

            var id = await host.ScheduleAsync("Read", Array.Empty<int>());
            foreach (var number in Enumerable.Range(0, 50))
            {
                await host.Client.RaiseEventAsync(id, "Number", number);
            }

            Assert.Equal(Enumerable.Range(0, 50), await host.OutputOfAsync<int[]>(id));
        }

        [Fact]
        public async Task AThousandGenerations_CompleteAndLeaveAShortHistory()
        {
            await using var host = new EngineHost();
            host.Orchestration("Count", ctx =>
            {
                var generation = ctx.GetInput<int>();
                if (generation < 1000)
                {
                    ctx.ContinueAsNew(generation + 1);
                }

                return Task.FromResult<object?>(generation);
            });
            await host.StartAsync();
            host.Storage.Reset();

            Assert.Equal(1000, await host.OutputAsync<int>("Count", 1));

            Assert.True(host.Storage.LargestWrite < 16 * 1024, $"The largest write had {host.Storage.LargestWrite} bytes.");
        }

        [Fact]
        public async Task AThousandGenerationsWithAnActivity_DoNotGrow()
        {
            await using var host = new EngineHost();
            host.Activity("Next", call => call.GetInput<int>() + 1);
            host.Orchestration("Count", async ctx =>
            {
                var generation = await ctx.CallActivityAsync<int>("Next", ctx.GetInput<int>());
                if (generation < 1000)
                {
                    ctx.ContinueAsNew(generation);
                }

                return generation;
            });
            await host.StartAsync();
            host.Storage.Reset();

            Assert.Equal(1000, await host.OutputAsync<int>("Count", 0));

            Assert.True(host.Storage.LargestWrite < 16 * 1024, $"The largest write had {host.Storage.LargestWrite} bytes.");
        }

        [Fact]
        public async Task ResultOfTheOldGeneration_IsNotTheInstances()
        {
            await using var host = new EngineHost();
            host.Orchestration("Turn", ctx =>
            {
                if (ctx.GetInput<int>() == 0)
                {
                    ctx.ContinueAsNew(1);
                    return Task.FromResult<object?>("old");
                }

                return Task.FromResult<object?>("new");
            });

            Assert.Equal("new", await host.OutputAsync<string>("Turn", 0));
        }

        [Fact]
        public async Task NewGeneration_GetsNewGuidsAndNewTime()
        {
            await using var host = new EngineHost();
            host.Orchestration("Turn", async ctx =>
            {
                var seen = ctx.GetInput<List<Guid>>()!;
                seen.Add(ctx.NewGuid());
                if (seen.Count == 1)
                {
                    await ctx.CreateTimer(Hour, CancellationToken.None);
                    ctx.ContinueAsNew(seen);
                }

                return seen;
            });

            var id = await host.ScheduleAsync("Turn", Array.Empty<Guid>());
            await host.AdvanceAsync(Hour);

            Assert.Equal(2, (await host.OutputOfAsync<Guid[]>(id)).Distinct().Count());
        }

        // Open tasks hold this end too; their results are of no use to the new generation (TaskOrchestrationExecutor, HasOpenTasks).
        [Fact]
        public async Task WithAnActivityStillRunning_TurnsWhenItHasEnded()
        {
            await using var host = new EngineHost();
            var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            host.AsyncActivity("Slow", async _ =>
            {
                await release.Task;
                return "stale";
            });
            host.Activity("Fresh", _ => "fresh");
            host.Orchestration("Turn", async ctx =>
            {
                if (ctx.GetInput<int>() == 0)
                {
                    _ = ctx.CallActivityAsync<string>("Slow");
                    ctx.SetCustomStatus("turning");
                    ctx.ContinueAsNew(1);
                    return null;
                }

                return await ctx.CallActivityAsync<string>("Fresh");
            });

            var id = await host.ScheduleAsync("Turn", 0);
            await host.UntilAtAsync(id, "turning");
            release.SetResult();

            Assert.Equal("fresh", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task NewVersion_IsTheNextGenerations()
        {
            await using var host = new EngineHost();
            host.Orchestration("Turn", ctx =>
            {
                if (ctx.Version == "1.0")
                {
                    ctx.ContinueAsNew(new ContinueAsNewOptions { NewInput = "moved", NewVersion = "2.0" });
                }

                return Task.FromResult<object?>($"{ctx.GetInput<string>()} to {ctx.Version}");
            });

            var instance = await host.RunAsync("Turn", "start", new StartOrchestrationOptions { Version = "1.0" });

            Assert.Equal("moved to 2.0", EngineHost.Output<string>(instance));
        }

        [Fact]
        public async Task WithoutNewVersion_TheVersionStays()
        {
            await using var host = new EngineHost();
            host.Orchestration("Turn", ctx =>
            {
                if (ctx.GetInput<int>() == 0)
                {
                    ctx.ContinueAsNew(1);
                }

                return Task.FromResult<object?>(ctx.Version);
            });

            Assert.Equal("1.0", EngineHost.Output<string>(await host.RunAsync("Turn", 0, new StartOrchestrationOptions { Version = "1.0" })));
        }

        [Fact]
        public async Task CreationTime_IsTheFirstGenerations()
        {
            await using var host = new EngineHost();
            host.Orchestration("Turn", async ctx =>
            {
                if (ctx.GetInput<int>() == 0)
                {
                    await ctx.CreateTimer(Hour, CancellationToken.None);
                    ctx.ContinueAsNew(1);
                }

                return null;
            });
            var start = host.Clock.GetUtcNow();

            var id = await host.ScheduleAsync("Turn", 0);
            await host.AdvanceAsync(Hour);
            var instance = await host.CompletionAsync(id);

            Assert.Equal(start + Hour, instance.LastUpdatedAt);
            Assert.Equal(OrchestrationRuntimeStatus.Completed, instance.RuntimeStatus);
        }
    }
}
