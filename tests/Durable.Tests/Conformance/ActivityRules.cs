using System.Collections.Concurrent;
using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public sealed record Parcel(string Name, int[] Weights, Parcel? Inside = null);

public static partial class EngineRules
{
    public sealed class Activities
    {
        [Fact]
        public async Task InputAndResult_KeepTheirTypes()
        {
            await using var host = new EngineHost();
            host.Activity("Length", call => call.GetInput<string>()!.Length);
            host.Activity("Half", call => call.GetInput<int>() / 2d);
            host.Activity("Wrap", call => new Parcel("outer", [3], call.GetInput<Parcel>()));
            host.Activity("Flip", call => call.GetInput<bool[]>()!.Select(value => !value).ToArray());
            host.Activity("Day", call => call.GetInput<DateTimeOffset>().AddDays(1));
            host.Orchestration("Types", async ctx =>
            {
                Assert.Equal(5, await ctx.CallActivityAsync<int>("Length", "crane"));
                Assert.Equal(2.5, await ctx.CallActivityAsync<double>("Half", 5));
                var parcel = await ctx.CallActivityAsync<Parcel>("Wrap", new Parcel("inner", [1, 2]));
                Assert.Equal("inner", parcel.Inside!.Name);
                Assert.Equal([1, 2], parcel.Inside.Weights);
                var flipped = await ctx.CallActivityAsync<bool[]>("Flip", new[] { true, false });
                Assert.Equal([false, true], flipped);
                var day = new DateTimeOffset(2026, 12, 31, 23, 0, 0, TimeSpan.FromHours(2));
                Assert.Equal(day.AddDays(1), await ctx.CallActivityAsync<DateTimeOffset>("Day", day));
                return true;
            });

            Assert.True(await host.OutputAsync<bool>("Types"));
        }

        [Fact]
        public async Task Null_PassesBothWays()
        {
            await using var host = new EngineHost();
            host.Activity("Echo", call => call.GetInput<string>());
            host.Orchestration("Nulls", async ctx => await ctx.CallActivityAsync<string?>("Echo") is null && await ctx.CallActivityAsync<Parcel?>("Echo", (object?)null) is null);

            Assert.True(await host.OutputAsync<bool>("Nulls"));
        }

        [Fact]
        public async Task Call_TellsNameAndInstance()
        {
            await using var host = new EngineHost();
            host.Activity("Who", call => $"{call.Name} of {call.InstanceId}");
            host.Orchestration("Ask", async ctx => await ctx.CallActivityAsync<string>("Who"));

            var id = await host.ScheduleAsync("Ask", null, "asker");

            Assert.Equal("Who of asker", await host.OutputOfAsync<string>(id));
        }

        // TaskName compares without regard to case: src/Abstractions/TaskName.cs.
        [Fact]
        public async Task Name_IsFoundInAnyCase()
        {
            await using var host = new EngineHost();
            host.Activity("SendLetter", _ => "sent");
            host.Orchestration("Post", async ctx => await ctx.CallActivityAsync<string>("sendletter"));

            Assert.Equal("sent", await host.OutputAsync<string>("POST"));
        }

        // The second parameter takes any object; options in its place are a mistake the context refuses (TaskOrchestrationContextWrapper.CallActivityAsync).
        [Fact]
        public async Task OptionsInThePlaceOfTheInput_AreRefused()
        {
            await using var host = new EngineHost();
            host.Activity("Nothing", _ => null);
            host.Orchestration("Mistake", async ctx =>
            {
                await ctx.CallActivityAsync<object>("Nothing", input: new TaskOptions());
                return null;
            });

            var instance = await host.RunAsync("Mistake");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal(typeof(ArgumentException).FullName, instance.FailureDetails!.ErrorType);
        }

        [Fact]
        public async Task FiveHundredAtOnce_AllComplete()
        {
            await using var host = new EngineHost();
            var runs = new ConcurrentDictionary<int, int>();
            host.Activity("Square", call =>
            {
                var number = call.GetInput<int>();
                runs.AddOrUpdate(number, 1, (_, count) => count + 1);
                return number * number;
            });
            host.Orchestration("FanOut", async ctx =>
            {
                var squares = await Task.WhenAll(Enumerable.Range(0, 500).Select(number => ctx.CallActivityAsync<int>("Square", number)));
                return squares.Select((square, index) => square == index * index).Count(right => right);
            });

            Assert.Equal(500, await host.OutputAsync<int>("FanOut"));
            Assert.Equal(500, runs.Count);
            Assert.All(runs.Values, count => Assert.Equal(1, count));
        }

        [Fact]
        public async Task AtTheSameTime_NoMoreRunThanAllowed()
        {
            await using var host = new EngineHost { Configure = options => options.MaxConcurrentActivities = 3 };
            int running = 0, most = 0;
            var gate = new object();
            host.AsyncActivity("Work", async _ =>
            {
                lock (gate)
                {
                    most = Math.Max(most, ++running);
                }

                await Task.Yield();
                lock (gate)
                {
                    running--;
                }

                return null;
            });
            host.Orchestration("FanOut", async ctx =>
            {
                await Task.WhenAll(Enumerable.Range(0, 60).Select(_ => ctx.CallActivityAsync("Work")));
                return null;
            });

            await host.RunAsync("FanOut");

            Assert.InRange(most, 1, 3);
        }

        [Fact]
        public async Task Running_WhenTheEngineIsCut_RunsAgain()
        {
            await using var host = new EngineHost();
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var runs = 0;
            host.AsyncActivity("Slow", async call =>
            {
                if (Interlocked.Increment(ref runs) == 1)
                {
                    started.SetResult();
                    await Task.Delay(Timeout.Infinite, call.CancellationToken);
                }

                return "done";
            });
            host.Orchestration("Wait", async ctx => await ctx.CallActivityAsync<string>("Slow"));

            var id = await host.ScheduleAsync("Wait");
            await started.Task.WaitAsync(EngineHost.Limit);
            await host.CrashAsync();

            Assert.Equal("done", await host.OutputOfAsync<string>(id));
            Assert.Equal(2, runs);
        }

        [Fact]
        public async Task Completed_BeforeTheEngineIsCut_DoesNotRunAgain()
        {
            await using var host = new EngineHost();
            var runs = 0;
            host.Activity("Once", _ => Interlocked.Increment(ref runs));
            host.Orchestration("Wait", async ctx =>
            {
                var run = await ctx.CallActivityAsync<int>("Once");
                ctx.SetCustomStatus("waiting");
                await ctx.WaitForExternalEvent<object>("Go");
                return run;
            });

            var id = await host.ScheduleAsync("Wait");
            await host.UntilAtAsync(id, "waiting");
            await host.CrashAsync();
            await host.Client.RaiseEventAsync(id, "Go");

            Assert.Equal(1, await host.OutputOfAsync<int>(id));
            Assert.Equal(1, runs);
        }

        [Fact]
        public async Task EngineStops_CancelsTheRunningOnesAndRunsThemAgainLater()
        {
            await using var host = new EngineHost();
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var runs = 0;
            host.AsyncActivity("Slow", async call =>
            {
                if (Interlocked.Increment(ref runs) == 1)
                {
                    started.SetResult();
                    await Task.Delay(Timeout.Infinite, call.CancellationToken);
                }

                return "done";
            });
            host.Orchestration("Wait", async ctx => await ctx.CallActivityAsync<string>("Slow"));

            var id = await host.ScheduleAsync("Wait");
            await started.Task.WaitAsync(EngineHost.Limit);
            await host.RestartAsync();

            Assert.Equal("done", await host.OutputOfAsync<string>(id));
            Assert.Equal(2, runs);
        }

        [Fact]
        public async Task ResultThatDoesNotFitTheAskedType_FailsTheInstance()
        {
            await using var host = new EngineHost();
            host.Activity("Word", _ => "not a number");
            host.Orchestration("Misread", async ctx => await ctx.CallActivityAsync<int>("Word"));

            var instance = await host.RunAsync("Misread");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.NotNull(instance.FailureDetails);
        }

        // Open tasks hold the end of an orchestration: DurableTask.Core/TaskOrchestrationExecutor.cs, HasOpenTasks.
        [Fact]
        public async Task NotAwaited_HoldsTheInstanceRunningUntilItHasEnded()
        {
            await using var host = new EngineHost();
            var started = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            host.AsyncActivity("Slow", async _ =>
            {
                started.SetResult();
                await release.Task;
                return null;
            });
            host.Orchestration("Forget", ctx =>
            {
                _ = ctx.CallActivityAsync("Slow");
                return Task.FromResult<object?>("returned");
            });

            var id = await host.ScheduleAsync("Forget");
            await started.Task.WaitAsync(EngineHost.Limit);
            var meanwhile = await host.Client.GetInstanceAsync(id);
            release.SetResult();

            Assert.Equal(OrchestrationRuntimeStatus.Running, meanwhile!.RuntimeStatus);
            Assert.Equal("returned", await host.OutputOfAsync<string>(id));
        }
    }
}
