using Durable.Tests.Harness;
using Microsoft.DurableTask;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class Combinators
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        [Fact]
        public async Task WhenAny_LateLoserDoesNoHarm()
        {
            await using var host = new EngineHost();
            var release = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            host.AsyncActivity("Slow", async _ => await release.Task);
            host.Activity("Fast", _ => "fast");
            host.Orchestration("Race", async ctx =>
            {
                var slow = ctx.CallActivityAsync<string>("Slow");
                var winner = await Task.WhenAny(slow, ctx.CallActivityAsync<string>("Fast"));
                ctx.SetCustomStatus("won");
                await ctx.WaitForExternalEvent<object>("Go");
                return $"{await winner} {slow.IsCompletedSuccessfully}";
            });

            var id = await host.ScheduleAsync("Race");
            await host.UntilAtAsync(id, "won");
            release.SetResult("slow");
            await host.Client.RaiseEventAsync(id, "Go");

            Assert.StartsWith("fast ", await host.OutputOfAsync<string>(id), StringComparison.Ordinal);
        }

        [Fact]
        public async Task WhenAny_LoserThatFailsLateDoesNoHarm()
        {
            await using var host = new EngineHost();
            var release = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
            host.AsyncActivity("Slow", async _ => await release.Task);
            host.Activity("Fast", _ => "fast");
            host.Orchestration("Race", async ctx =>
            {
                var winner = await Task.WhenAny(ctx.CallActivityAsync<string>("Slow"), ctx.CallActivityAsync<string>("Fast"));
                ctx.SetCustomStatus("won");
                return await winner;
            });

            var id = await host.ScheduleAsync("Race");
            await host.UntilAtAsync(id, "won");
            release.SetException(new InvalidOperationException("too late to matter"));

            Assert.Equal("fast", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task WhenAny_EventAgainstTimer_TheTimerWins()
        {
            await using var host = new EngineHost();
            host.Orchestration("Race", async ctx =>
            {
                var answer = ctx.WaitForExternalEvent<string>("Answer");
                var timeout = ctx.CreateTimer(Hour, CancellationToken.None);
                var winner = await Task.WhenAny(answer, timeout);
                return winner == timeout ? "timeout" : await answer;
            });

            var id = await host.ScheduleAsync("Race");
            await host.AdvanceAsync(Hour);

            Assert.Equal("timeout", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task WhenAny_InALoop_GathersAllInTheOrderTheyEnded()
        {
            await using var host = new EngineHost();
            host.Orchestration("Gather", async ctx =>
            {
                var open = new[] { "A", "B", "C" }.Select(name => ctx.WaitForExternalEvent<string>(name)).ToList();
                var seen = new List<string>();
                while (open.Count > 0)
                {
                    var next = await Task.WhenAny(open);
                    open.Remove(next);
                    seen.Add(await next);
                }

                return seen;
            });

            var id = await host.ScheduleAsync("Gather");
            foreach (var name in new[] { "B", "C", "A" })
            {
                await host.Client.RaiseEventAsync(id, name, name);
            }

            Assert.Equal(["B", "C", "A"], await host.OutputOfAsync<string[]>(id));
        }

        [Fact]
        public async Task WhenAll_WithOneFailure_WaitsForAllAndThrowsIt()
        {
            await using var host = new EngineHost();
            var others = 0;
            host.Activity("Work", call => call.GetInput<int>() == 2 ? throw new InvalidOperationException("number two") : Interlocked.Increment(ref others));
            host.Orchestration("All", async ctx =>
            {
                var all = Enumerable.Range(0, 5).Select(number => ctx.CallActivityAsync<int>("Work", number)).ToArray();
                try
                {
                    await Task.WhenAll(all);
                    return "none failed";
                }
                catch (TaskFailedException failure)
                {
                    return $"{failure.FailureDetails.ErrorMessage}, {all.Count(task => task.IsCompletedSuccessfully)} well";
                }
            });

            Assert.Equal("number two, 4 well", await host.OutputAsync<string>("All"));
            Assert.Equal(4, others);
        }

        [Fact]
        public async Task WhenAll_OfEverySort_Completes()
        {
            await using var host = new EngineHost();
            host.Activity("Work", _ => "activity");
            host.Orchestration("Child", _ => Task.FromResult<object?>("child"));
            host.Orchestration("All", async ctx =>
            {
                var activity = ctx.CallActivityAsync<string>("Work");
                var child = ctx.CallSubOrchestratorAsync<string>("Child");
                var word = ctx.WaitForExternalEvent<string>("Word");
                var timer = ctx.CreateTimer(Hour, CancellationToken.None);
                await Task.WhenAll(activity, child, word, timer);
                return string.Join(' ', await activity, await child, await word);
            });

            var id = await host.ScheduleAsync("All");
            await host.Client.RaiseEventAsync(id, "Word", "event");
            await host.AdvanceAsync(Hour);

            Assert.Equal("activity child event", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task TwoBranches_InterleaveAndKeepTheirState()
        {
            await using var host = new EngineHost();
            host.Activity("Next", call => call.GetInput<int>() + 1);
            host.Orchestration("Branches", async ctx =>
            {
                return await Task.WhenAll(Branch(1, 6), Branch(100, 3), Branch(1000, 9));

                async Task<int> Branch(int value, int steps)
                {
                    for (var step = 0; step < steps; step++)
                    {
                        value = await ctx.CallActivityAsync<int>("Next", value);
                    }

                    return value;
                }
            });

            Assert.Equal([7, 103, 1009], await host.OutputAsync<List<int>>("Branches"));
        }
    }
}
