using Collaborations.Operating.Workflows;
using DurableTask.Core;
using DurableTask.Core.History;
using Microsoft.DurableTask.Client;

namespace Collaborations.Tests.Operating;

public static class WorkflowHistoryTests
{
    private static readonly DateTime At = new(2026, 3, 2, 9, 0, 0, DateTimeKind.Utc);
    private static readonly FailureDetails Failure = new("Outer", "for rosa@home.example", null, new FailureDetails("Inner", "she", null, null, false), false);

    private static T Timed<T>(T each)
        where T : HistoryEvent
    {
        each.Timestamp = At;
        return each;
    }

    [Trait("Size", "Small")]
    public sealed class Of
    {
        private const string Secret = "rosa@home.example";

        /// <summary>Each with what an answer to it is, in the order of a history.</summary>
        private static readonly (HistoryEvent Event, string? Line)[] Lines =
        [
            (new OrchestratorStartedEvent(-1), null),
            (new ExecutionStartedEvent(-1, Secret) { Name = "One" }, "Started One"),
            (new TaskScheduledEvent(0, "Send", null, Secret), "ActivityBegun Send"),
            (new TaskCompletedEvent(-1, 0, Secret), "ActivityCompleted Send"),
            (new TaskScheduledEvent(1, "Note", null, Secret), "ActivityBegun Note"),
            (new TaskFailedEvent(-1, 1, null, null, Failure), "ActivityFailed Note Outer,Inner"),
            (new TaskFailedEvent(-1, 9, null, null, null), "ActivityFailed"),
            (new SubOrchestrationInstanceCreatedEvent(2) { Name = "Two", Input = Secret }, "WorkflowBegun Two"),
            (new SubOrchestrationInstanceCompletedEvent(-1, 2, Secret), "WorkflowCompleted Two"),
            (new SubOrchestrationInstanceFailedEvent(-1, 2, null, null, Failure), "WorkflowFailed Two Outer,Inner"),
            (new TimerCreatedEvent(3, At.AddDays(1)), "TimerSet 2026-03-03"),
            (new TimerFiredEvent(-1, At) { TimerId = 3 }, "TimerFired 2026-03-03"),
            (new TimerFiredEvent(-1, At.AddDays(2)) { TimerId = 9 }, "TimerFired 2026-03-04"),
            (new EventRaisedEvent(-1, Secret) { Name = "Read" }, "EventReceived Read"),
            (new EventSentEvent(4) { Name = "Told", Input = Secret }, "EventSent Told"),
            (new ExecutionSuspendedEvent(-1, Secret), "Suspended"),
            (new ExecutionResumedEvent(-1, Secret), "Resumed"),
            (new ContinueAsNewEvent(-1, Secret), "BegunAnew"),
            (new ExecutionTerminatedEvent(-1, Secret), "Cancelled"),
            (new ExecutionCompletedEvent(-1, Secret, OrchestrationStatus.Failed, Failure), "Failed Outer,Inner"),
            (new ExecutionCompletedEvent(-1, Secret, OrchestrationStatus.Completed), "Completed"),
            (new OrchestratorCompletedEvent(-1), null),
        ];

        [Fact]
        public void Each_event_Is_its_kind_its_name_and_the_types_of_its_failure() =>
            Assert.Equal(Lines.Select(line => line.Line).OfType<string>(), WorkflowHistory.Of(Lines.Select(line => Timed(line.Event))).Select(Said));

        [Fact]
        public void Each_kind_Is_told_of_something() => Assert.Equal(
            Enum.GetValues<WorkflowEventKind>(),
            WorkflowHistory.Of(Lines.Select(line => line.Event)).Select(line => line.Kind).Distinct().Order());

        private static string Said(WorkflowEvent line)
        {
            Assert.Equal(At, line.At.UtcDateTime);
            string?[] parts = [line.Kind.ToString(), line.Name, line.DueAt?.ToString("yyyy-MM-dd", null), line.Failures is { } failures ? string.Join(',', failures) : null];
            return string.Join(' ', parts.OfType<string>());
        }
    }

    [Trait("Size", "Small")]
    public sealed class Show
    {
        [Fact]
        public void More_than_an_answer_holds_Is_the_latest_and_how_many_came_before()
        {
            var history = Enumerable.Range(0, WorkflowDetail.MostEvents + 3).Select(number => new WorkflowEvent(At, WorkflowEventKind.EventReceived, $"{number}")).ToList();

            var detail = WorkflowDetail.Of(new OrchestrationMetadata("One", "one"), history);

            Assert.Equal((3, WorkflowDetail.MostEvents, "3"), (detail.Earlier, detail.History.Count, detail.History[0].Name));
        }

        [Fact]
        public async Task Purged_since_it_was_found_Has_no_history()
        {
            await using var processes = new OvertakenClient(isThere: false);

            var answer = await WorkflowHandler.ShowAsync(processes, "one", CancellationToken.None);

            Assert.Empty(answer.Value.History);
        }
    }
}
