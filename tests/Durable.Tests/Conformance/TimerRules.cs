using Durable.Tests.Harness;
using Microsoft.DurableTask.Client;
using Tests.Support;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class Timers
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        [Fact]
        public async Task Delay_EndsAtItsInstantAndNotBefore()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleep", async ctx =>
            {
                await ctx.CreateTimer(Hour, CancellationToken.None);
                return ctx.CurrentUtcDateTime;
            });
            var start = host.Clock.GetUtcNow().UtcDateTime;

            var id = await host.ScheduleAsync("Sleep");
            await host.AdvanceAsync(Hour);

            Assert.Equal(start + Hour, await host.OutputOfAsync<DateTime>(id));
        }

        [Fact]
        public async Task OneTickBeforeItsInstant_IsNotYetDue()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleep", async ctx =>
            {
                var timer = ctx.CreateTimer(Hour, CancellationToken.None);
                ctx.SetCustomStatus("sleeping");
                await ctx.WaitForExternalEvent<object>("Look");
                var early = timer.IsCompleted;
                ctx.SetCustomStatus("looked");
                await timer;
                return early;
            });

            var id = await host.ScheduleAsync("Sleep");
            await host.UntilAtAsync(id, "sleeping");
            await host.Clock.TimerDueByAsync(host.Clock.GetUtcNow() + Hour).WaitAsync(EngineHost.Limit);
            host.Clock.Advance(Hour - TimeSpan.FromTicks(1));
            await host.Client.RaiseEventAsync(id, "Look");
            await host.UntilAtAsync(id, "looked");
            await host.AdvanceAsync(TimeSpan.FromTicks(1));

            Assert.False(await host.OutputOfAsync<bool>(id));
        }

        [Fact]
        public async Task InThePast_EndsAtOnce()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleep", async ctx =>
            {
                await ctx.CreateTimer(ctx.CurrentUtcDateTime - Hour, CancellationToken.None);
                return "awake";
            });

            Assert.Equal("awake", await host.OutputAsync<string>("Sleep"));
        }

        [Fact]
        public async Task OfZero_EndsAtOnce()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleep", async ctx =>
            {
                await ctx.CreateTimer(TimeSpan.Zero, CancellationToken.None);
                return "awake";
            });

            Assert.Equal("awake", await host.OutputAsync<string>("Sleep"));
        }

        [Fact]
        public async Task SeveralDueTogether_AllEnd()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleep", async ctx =>
            {
                await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ctx.CreateTimer(Hour, CancellationToken.None)));
                return ctx.CurrentUtcDateTime;
            });
            var start = host.Clock.GetUtcNow().UtcDateTime;

            var id = await host.ScheduleAsync("Sleep");
            await host.AdvanceAsync(Hour);

            Assert.Equal(start + Hour, await host.OutputOfAsync<DateTime>(id));
        }

        [Fact]
        public async Task SeveralOverdue_EndInTheOrderTheyWereDue()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleep", async ctx =>
            {
                var order = new List<int>();
                ctx.SetCustomStatus("sleeping");
                await Task.WhenAll(new[] { 3, 1, 2 }.Select(async hours =>
                {
                    await ctx.CreateTimer(hours * Hour, CancellationToken.None);
                    order.Add(hours);
                }));
                return order;
            });

            var id = await host.ScheduleAsync("Sleep");
            await host.UntilAtAsync(id, "sleeping");
            await host.StopAsync();
            host.Clock.Advance(10 * Hour);
            await host.StartAsync();

            Assert.Equal([1, 2, 3], await host.OutputOfAsync<List<int>>(id));
        }

        [Fact]
        public async Task OfFiveYears_EndsInFiveYears()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleep", async ctx =>
            {
                await ctx.CreateTimer(ctx.CurrentUtcDateTime.AddYears(5), CancellationToken.None);
                return ctx.CurrentUtcDateTime;
            });
            var due = host.Clock.GetUtcNow().UtcDateTime.AddYears(5);

            var id = await host.ScheduleAsync("Sleep");
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
            host.Clock.Advance(TimeSpan.FromDays(365));
            await host.RestartAsync();
            Assert.Equal(OrchestrationRuntimeStatus.Running, (await host.Client.GetInstanceAsync(id))!.RuntimeStatus);
            host.Clock.Advance(due - host.Clock.GetUtcNow().UtcDateTime);
            await host.RestartAsync();

            Assert.Equal(due, await host.OutputOfAsync<DateTime>(id));
        }

        [Fact]
        public async Task OfFiveYears_IsReachedWithoutARestart()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleep", async ctx =>
            {
                await ctx.CreateTimer(ctx.CurrentUtcDateTime.AddYears(5), CancellationToken.None);
                return "awake";
            });

            var id = await host.ScheduleAsync("Sleep");
            await host.AdvanceAsync(TimeSpan.FromDays((5 * 366) + 1));

            Assert.Equal("awake", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task Cancelled_ThrowsInTheOrchestrationAndDoesNotHoldItsEnd()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleep", async ctx =>
            {
                using var cancellation = new CancellationTokenSource();
                var timer = ctx.CreateTimer(Hour, cancellation.Token);
                ctx.SetCustomStatus("sleeping");
                await ctx.WaitForExternalEvent<object>("Wake");
                cancellation.Cancel();
                try
                {
                    await timer;
                    return "slept";
                }
                catch (OperationCanceledException)
                {
                    return "woken";
                }
            });

            var id = await host.ScheduleAsync("Sleep");
            await host.UntilAtAsync(id, "sleeping");
            await host.Client.RaiseEventAsync(id, "Wake");

            Assert.Equal("woken", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task Cancelled_DoesNotDisturbWhatComesAfter()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleep", async ctx =>
            {
                using var cancellation = new CancellationTokenSource();
                _ = ctx.CreateTimer(Hour, cancellation.Token);
                ctx.SetCustomStatus("sleeping");
                await ctx.WaitForExternalEvent<object>("Wake");
                cancellation.Cancel();
                ctx.SetCustomStatus("woken");
                await ctx.CreateTimer(2 * Hour, CancellationToken.None);
                return ctx.CurrentUtcDateTime;
            });
            var start = host.Clock.GetUtcNow().UtcDateTime;

            var id = await host.ScheduleAsync("Sleep");
            await host.UntilAtAsync(id, "sleeping");
            await host.Client.RaiseEventAsync(id, "Wake");
            await host.UntilAtAsync(id, "woken");
            host.Clock.Advance(Hour);
            await host.RestartAsync();
            await host.AdvanceAsync(Hour);

            Assert.Equal(start + (2 * Hour), await host.OutputOfAsync<DateTime>(id));
        }

        [Fact]
        public async Task CancelledBeforeItWasMade_IsCancelledAtOnce()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleep", async ctx =>
            {
                try
                {
                    await ctx.CreateTimer(Hour, new CancellationToken(canceled: true));
                    return "slept";
                }
                catch (OperationCanceledException)
                {
                    return "woken";
                }
            });

            Assert.Equal("woken", await host.OutputAsync<string>("Sleep"));
        }

        // An orchestrator that has returned is not at its end while a timer is open: CreateTimer's own documentation, and HasOpenTasks in the executor.
        [Fact]
        public async Task LeftOpen_HoldsTheInstanceRunningUntilItFires()
        {
            await using var host = new EngineHost();
            host.Orchestration("Leave", ctx =>
            {
                _ = ctx.CreateTimer(Hour, CancellationToken.None);
                ctx.SetCustomStatus("returned");
                return Task.FromResult<object?>("result");
            });

            var id = await host.ScheduleAsync("Leave");
            var meanwhile = await host.UntilAtAsync(id, "returned");
            await host.AdvanceAsync(Hour);

            Assert.Equal(OrchestrationRuntimeStatus.Running, meanwhile.RuntimeStatus);
            Assert.Equal("result", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task ClockThatWasSetBack_DoesNotTakeTheInstanceBack()
        {
            await using var host = new EngineHost();
            host.Orchestration("Watch", async ctx =>
            {
                var before = ctx.CurrentUtcDateTime;
                ctx.SetCustomStatus("watching");
                await ctx.WaitForExternalEvent<object>("Look");
                return ctx.CurrentUtcDateTime >= before;
            });

            var id = await host.ScheduleAsync("Watch");
            await host.UntilAtAsync(id, "watching");
            host.Configure = options => options.Time = new ManualTimeProvider(host.Clock.GetUtcNow() - (24 * Hour));
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Look");

            Assert.True(await host.OutputOfAsync<bool>(id));
        }

        [Fact]
        public async Task DueWhileNoEngineRan_EndsWhenOneStarts()
        {
            await using var host = new EngineHost();
            host.Orchestration("Sleep", async ctx =>
            {
                ctx.SetCustomStatus("sleeping");
                await ctx.CreateTimer(Hour, CancellationToken.None);
                return "awake";
            });

            var id = await host.ScheduleAsync("Sleep");
            await host.UntilAtAsync(id, "sleeping");
            await host.StopAsync();
            host.Clock.Advance(2 * Hour);
            await host.StartAsync();

            Assert.Equal("awake", await host.OutputOfAsync<string>(id));
        }
    }
}
