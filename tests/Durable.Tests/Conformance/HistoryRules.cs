using Durable.Tests.Harness;
using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class Histories
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        [Fact]
        public async Task WhatHappened_IsToldInItsOrder()
        {
            await using var host = new EngineHost();
            host.Activity("Pack", _ => "packed");
            host.Orchestration("Child", _ => Task.FromResult<object?>("done"));
            host.Orchestration("Order", async ctx =>
            {
                await ctx.CallActivityAsync<string>("Pack", "chair");
                await ctx.CallSubOrchestratorAsync<string>("Child");
                ctx.SetCustomStatus("waits");
                await ctx.WaitForExternalEvent<string>("Paid");
                await ctx.CreateTimer(Hour, CancellationToken.None);
                return "sent";
            });
            var begun = host.Clock.GetUtcNow().UtcDateTime;
            var id = await host.ScheduleAsync("Order", "input");
            await host.UntilAtAsync(id, "waits");
            await host.Client.RaiseEventAsync(id, "Paid", "yes");
            await host.AdvanceAsync(Hour);
            await host.CompletionAsync(id);

            var history = await host.Client.GetOrchestrationHistoryAsync(id);

            Assert.Equal(
                [
                    EventType.OrchestratorStarted, EventType.ExecutionStarted, EventType.TaskScheduled, EventType.OrchestratorCompleted,
                    EventType.OrchestratorStarted, EventType.TaskCompleted, EventType.SubOrchestrationInstanceCreated, EventType.OrchestratorCompleted,
                    EventType.OrchestratorStarted, EventType.SubOrchestrationInstanceCompleted, EventType.OrchestratorCompleted,
                    EventType.OrchestratorStarted, EventType.EventRaised, EventType.TimerCreated, EventType.OrchestratorCompleted,
                    EventType.OrchestratorStarted, EventType.TimerFired, EventType.ExecutionCompleted, EventType.OrchestratorCompleted,
                ],
                history.Select(each => each.EventType));
            Assert.Equal(("Order", "\"input\""), (One<ExecutionStartedEvent>(history).Name, One<ExecutionStartedEvent>(history).Input));
            Assert.Equal(("Pack", "\"chair\""), (One<TaskScheduledEvent>(history).Name, One<TaskScheduledEvent>(history).Input));
            Assert.Equal(One<TaskScheduledEvent>(history).EventId, One<TaskCompletedEvent>(history).TaskScheduledId);
            Assert.Equal(
                (One<SubOrchestrationInstanceCreatedEvent>(history).EventId, "Child"),
                (One<SubOrchestrationInstanceCompletedEvent>(history).TaskScheduledId, One<SubOrchestrationInstanceCreatedEvent>(history).Name));
            Assert.Equal("Paid", One<EventRaisedEvent>(history).Name);
            Assert.Equal((One<TimerCreatedEvent>(history).EventId, begun + Hour), (One<TimerFiredEvent>(history).TimerId, One<TimerFiredEvent>(history).FireAt));
            Assert.Equal((OrchestrationStatus.Completed, "\"sent\""), (One<ExecutionCompletedEvent>(history).OrchestrationStatus, One<ExecutionCompletedEvent>(history).Result));
            Assert.Equal((begun, begun + Hour), (history[0].Timestamp, history[^1].Timestamp));
        }

        [Fact]
        public async Task Failure_IsToldWithItsTypes()
        {
            await using var host = new EngineHost();
            host.Activity("Pack", _ => throw new InvalidOperationException("It does not fit.", new FormatException("Too long.")));
            host.Orchestration("Order", async ctx => await ctx.CallActivityAsync<string>("Pack"));

            var id = await EndedAsync(host, "Order");

            var history = await host.Client.GetOrchestrationHistoryAsync(id);

            var failure = One<TaskFailedEvent>(history).FailureDetails!;
            Assert.Equal((typeof(InvalidOperationException).FullName, typeof(FormatException).FullName), (failure.ErrorType, failure.InnerFailure!.ErrorType));
            Assert.Equal(OrchestrationStatus.Failed, One<ExecutionCompletedEvent>(history).OrchestrationStatus);
            Assert.Equal(typeof(TaskFailedException).FullName, One<ExecutionCompletedEvent>(history).FailureDetails!.ErrorType);
        }

        [Fact]
        public async Task WhatCameWhileSuspended_IsToldWithTheTimeItCame()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
            var id = await host.ScheduleAsync("Listen");
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
            var begun = host.Clock.GetUtcNow().UtcDateTime;
            host.Clock.Advance(Hour);
            await host.Client.SuspendInstanceAsync(id, "a pause");
            host.Clock.Advance(Hour);
            await host.Client.RaiseEventAsync(id, "Word", "heard");
            host.Clock.Advance(Hour);
            await host.Client.ResumeInstanceAsync(id, "enough");
            await host.CompletionAsync(id);

            var history = await host.Client.GetOrchestrationHistoryAsync(id);

            Assert.Equal(
                [
                    (EventType.OrchestratorStarted, 0), (EventType.ExecutionStarted, 0), (EventType.OrchestratorCompleted, 0),
                    (EventType.ExecutionSuspended, 1), (EventType.EventRaised, 2), (EventType.ExecutionResumed, 3),
                    (EventType.OrchestratorStarted, 3), (EventType.ExecutionCompleted, 3), (EventType.OrchestratorCompleted, 3),
                ],
                history.Select(each => (each.EventType, (int)(each.Timestamp - begun).TotalHours)));
            Assert.Equal("a pause", One<ExecutionSuspendedEvent>(history).Reason);
        }

        [Fact]
        public async Task Terminated_IsToldAsItsEnd()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
            var id = await host.ScheduleAsync("Listen");
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
            host.Clock.Advance(Hour);
            await host.Client.TerminateInstanceAsync(id, (object?)"why", CancellationToken.None);

            var last = Assert.IsType<ExecutionTerminatedEvent>((await host.Client.GetOrchestrationHistoryAsync(id))[^1]);

            Assert.Equal(("\"why\"", host.Clock.GetUtcNow().UtcDateTime), (last.Input, last.Timestamp));
        }

        [Fact]
        public async Task LongHistory_IsToldWhole()
        {
            const int Steps = 300;
            await using var host = new EngineHost();
            host.Activity("Pack", _ => new string('x', 1_000));
            host.Orchestration("Order", async ctx =>
            {
                for (var step = 0; step < Steps; step++)
                {
                    await ctx.CallActivityAsync<string>("Pack", new string('y', 5_000));
                }

                return null;
            });

            var id = await EndedAsync(host, "Order");

            var history = await host.Client.GetOrchestrationHistoryAsync(id);

            Assert.Equal(Steps, history.OfType<TaskCompletedEvent>().Count());
            Assert.All(history.OfType<TaskScheduledEvent>(), task => Assert.Equal(5_002, task.Input!.Length));
        }

        [Fact]
        public async Task ContinuedAsNew_TellsThePresentExecution()
        {
            await using var host = new EngineHost();
            host.Orchestration("Count", ctx =>
            {
                if (ctx.GetInput<int>() < 3)
                {
                    ctx.ContinueAsNew(ctx.GetInput<int>() + 1);
                }

                return Task.FromResult<object?>(null);
            });

            var id = await EndedAsync(host, "Count", 1);

            var history = await host.Client.GetOrchestrationHistoryAsync(id);

            Assert.Equal("3", One<ExecutionStartedEvent>(history).Input);
        }

        [Theory]
        [InlineData("nobody")]
        [InlineData("@no/id")]
        public async Task OfNone_IsRefused(string id)
        {
            await using var host = new EngineHost();
            await host.StartAsync();

            await Assert.ThrowsAsync<ArgumentException>(() => host.Client.GetOrchestrationHistoryAsync(id));
        }

        private static T One<T>(IEnumerable<HistoryEvent> history)
            where T : HistoryEvent => Assert.Single(history.OfType<T>());

        private static async Task<string> EndedAsync(EngineHost host, string name, object? input = null)
        {
            var id = await host.ScheduleAsync(name, input);
            await host.CompletionAsync(id);
            return id;
        }
    }
}
