using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class Replay
    {
        private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

        [Fact]
        public async Task TimeOfAStep_IsTheSameInEveryReplay()
        {
            await using var host = new EngineHost();
            host.Activity("MoveClock", _ =>
            {
                host.Clock.Advance(Minute);
                return null;
            });
            host.Orchestration("Times", async ctx =>
            {
                var seen = new List<DateTime> { ctx.CurrentUtcDateTime, ctx.CurrentUtcDateTime };
                await ctx.CallActivityAsync("MoveClock");
                seen.Add(ctx.CurrentUtcDateTime);
                await ctx.CallActivityAsync("MoveClock");
                seen.Add(ctx.CurrentUtcDateTime);
                return seen;
            });

            var start = host.Clock.GetUtcNow().UtcDateTime;
            var times = await host.OutputAsync<DateTime[]>("Times");

            Assert.Equal([start, start, start + Minute, start + (2 * Minute)], times);
            Assert.All(times, time => Assert.Equal(DateTimeKind.Utc, time.Kind));
        }

        [Fact]
        public async Task NewGuid_IsTheSameAfterARestart()
        {
            await using var host = new EngineHost();
            var seen = new List<Guid>();
            host.Orchestration("Ids", async ctx =>
            {
                seen.Add(ctx.NewGuid());
                ctx.SetCustomStatus("waiting");
                await ctx.WaitForExternalEvent<object>("Go");
                return null;
            });

            var id = await host.ScheduleAsync("Ids");
            await host.UntilAtAsync(id, "waiting");
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Go");
            await host.CompletionAsync(id);

            Assert.True(seen.Count >= 2);
            Assert.Single(seen.Distinct());
        }

        [Fact]
        public async Task NewGuid_DiffersWithinAndBetweenInstances()
        {
            await using var host = new EngineHost();
            host.Activity("Nothing", _ => null);
            host.Orchestration("Ids", async ctx =>
            {
                var ids = new List<Guid> { ctx.NewGuid(), ctx.NewGuid() };
                await ctx.CallActivityAsync("Nothing");
                ids.Add(ctx.NewGuid());
                return ids;
            });

            var first = await host.OutputAsync<Guid[]>("Ids");
            var second = await host.OutputAsync<Guid[]>("Ids");

            Assert.Equal(6, first.Concat(second).Distinct().Count());
            Assert.DoesNotContain(Guid.Empty, first);
        }

        [Fact]
        public async Task IsReplaying_IsTrueForThePastAndFalseForTheNewStep()
        {
            await using var host = new EngineHost();
            var seen = new List<string>();
            host.Activity("Nothing", _ => null);
            host.Orchestration("Watch", async ctx =>
            {
                seen.Add($"start {ctx.IsReplaying}");
                await ctx.CallActivityAsync("Nothing");
                seen.Add($"middle {ctx.IsReplaying}");
                ctx.SetCustomStatus("waiting");
                await ctx.WaitForExternalEvent<object>("Go");
                seen.Add($"end {ctx.IsReplaying}");
                return null;
            });

            var id = await host.ScheduleAsync("Watch");
            await host.UntilAtAsync(id, "waiting");
            seen.Clear();
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Go");
            await host.CompletionAsync(id);

            Assert.Equal(["start True", "middle True", "end False"], seen.TakeLast(3));
        }

        [Fact]
        public async Task IsReplaying_IsFalseInTheFirstRunOfEachLine()
        {
            await using var host = new EngineHost();
            var seen = new List<string>();
            host.Activity("Nothing", _ => null);
            host.Orchestration("Watch", async ctx =>
            {
                Note("a", ctx, seen);
                await ctx.CallActivityAsync("Nothing");
                Note("b", ctx, seen);
                await ctx.CallActivityAsync("Nothing");
                Note("c", ctx, seen);
                return null;
            });

            await host.RunAsync("Watch");

            Assert.Equal(["a", "b", "c"], seen);

            static void Note(string line, TaskOrchestrationContext ctx, List<string> seen)
            {
                if (!ctx.IsReplaying)
                {
                    seen.Add(line);
                }
            }
        }

        [Fact]
        public async Task ReplaySafeLogger_WritesEachLineOnce()
        {
            await using var host = new EngineHost();
            host.Orchestration("Log", async ctx =>
            {
                var logger = ctx.CreateReplaySafeLogger("steps");
                var other = ctx.ReplaySafeLoggerFactory.CreateLogger("steps");
                logger.LogInformation("one");
                ctx.SetCustomStatus("first");
                await ctx.WaitForExternalEvent<object>("Go");
                other.LogInformation("two");
                ctx.SetCustomStatus("second");
                await ctx.WaitForExternalEvent<object>("Go");
                logger.LogInformation("three");
                return null;
            });

            var id = await host.ScheduleAsync("Log");
            await host.UntilAtAsync(id, "first");
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Go");
            await host.UntilAtAsync(id, "second");
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Go");
            await host.CompletionAsync(id);

            Assert.Equal(["one", "two", "three"], host.Logs.Of("steps"));
        }

        [Fact]
        public async Task OrderOfCompletions_IsReplayedAsItWas()
        {
            await using var host = new EngineHost();
            var orders = new List<string>();
            host.Orchestration("Race", async ctx =>
            {
                var order = new List<string>();
                var a = Follow(ctx.WaitForExternalEvent<string>("A"), order);
                var b = Follow(ctx.WaitForExternalEvent<string>("B"), order);
                var c = Follow(ctx.WaitForExternalEvent<string>("C"), order);
                await Task.WhenAll(a, b, c);
                orders.Add(string.Concat(order));
                ctx.SetCustomStatus("raced");
                await ctx.WaitForExternalEvent<object>("End");
                return string.Concat(order);
            });

            var id = await host.ScheduleAsync("Race");
            foreach (var name in new[] { "C", "A", "B" })
            {
                await host.Client.RaiseEventAsync(id, name, name);
            }

            await host.UntilAtAsync(id, "raced");
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "End");

            Assert.Equal("CAB", await host.OutputOfAsync<string>(id));
            Assert.Equal(["CAB"], orders.Distinct());

            static async Task Follow(Task<string> task, List<string> order) => order.Add(await task);
        }

        [Fact]
        public async Task EveryStep_SurvivesARestartBetween()
        {
            await using var host = new EngineHost();
            host.Activity("Double", call => 2 * call.GetInput<int>());
            host.Orchestration("Steps", async ctx =>
            {
                var value = 1;
                for (var step = 1; step <= 4; step++)
                {
                    value = await ctx.CallActivityAsync<int>("Double", value);
                    ctx.SetCustomStatus($"step {step}");
                    value += await ctx.WaitForExternalEvent<int>("Add");
                }

                return value;
            });

            var id = await host.ScheduleAsync("Steps");
            for (var step = 1; step <= 4; step++)
            {
                await host.UntilAtAsync(id, $"step {step}");
                await host.RestartAsync();
                await host.Client.RaiseEventAsync(id, "Add", step);
            }

            Assert.Equal(42, await host.OutputOfAsync<int>(id));
        }

        [Fact]
        public async Task Context_TellsNameInstanceAndParent()
        {
            await using var host = new EngineHost();
            host.Orchestration("Who", ctx => Task.FromResult<object?>(new[] { ctx.Name.Name, ctx.InstanceId, ctx.Parent?.InstanceId, ctx.Parent?.Name.Name }));
            host.Orchestration("Ask", async ctx => await ctx.CallSubOrchestratorAsync<string[]>("Who", new SubOrchestrationOptions(instanceId: "child")));

            var alone = await host.RunAsync("Who", null, new StartOrchestrationOptions("alone"));
            var asked = await host.RunAsync("Ask", null, new StartOrchestrationOptions("parent"));

            Assert.Equal(["Who", "alone", null, null], EngineHost.Output<List<string?>>(alone));
            Assert.Equal(["Who", "child", "parent", "Ask"], EngineHost.Output<List<string?>>(asked));
        }

        [Fact]
        public async Task OrchestrationThatAwaitsNothing_Completes()
        {
            await using var host = new EngineHost();
            host.Orchestration("Echo", ctx => Task.FromResult<object?>(ctx.GetInput<string>()));

            Assert.Equal("heard", await host.OutputAsync<string>("Echo", "heard"));
        }

        [Fact]
        public async Task TaskDelay_FailsTheInstanceAndSaysWhy()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleeps", async ctx =>
            {
                // Without an end: a short delay may be over before it is awaited, and then nothing was waited for.
                await Task.Delay(Timeout.InfiniteTimeSpan);
                return null;
            });

            AssertNamesTheCause(await host.RunAsync("Sleeps"));
        }

        [Fact]
        public async Task TaskRun_FailsTheInstanceAndSaysWhy()
        {
            await using var host = new EngineHost();
            host.Activity("Nothing", _ => null);
            host.Orchestration("Strays", async ctx =>
            {
                await Task.Run(() => ctx.CallActivityAsync("Nothing"));
                return null;
            });

            AssertNamesTheCause(await host.RunAsync("Strays"));
        }

        [Fact]
        public async Task ConfigureAwaitFalse_FailsTheInstanceAndSaysWhy()
        {
            await using var host = new EngineHost();
            host.Activity("Nothing", _ => null);
            host.Orchestration("Leaves", async ctx =>
            {
                await ctx.CallActivityAsync("Nothing").ConfigureAwait(false);
                await ctx.CallActivityAsync("Nothing").ConfigureAwait(false);
                return null;
            });

            AssertNamesTheCause(await host.RunAsync("Leaves"));
        }

        // The real worker leaves such an instance hanging for ever; the local engine owes its developer a sentence.
        private static void AssertNamesTheCause(OrchestrationMetadata instance)
        {
            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Contains("orchestrat", instance.FailureDetails!.ErrorMessage, StringComparison.OrdinalIgnoreCase);
            Assert.Contains("await", instance.FailureDetails.ErrorMessage, StringComparison.OrdinalIgnoreCase);
        }
    }
}
