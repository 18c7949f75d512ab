using Collaborations.Messaging;
using Collaborations.Processes;
using Microsoft.DurableTask;

namespace Collaborations.Collaborating.Process;

/// <summary>What a collaboration's process waits for and does. Deterministic, as the orchestration itself.</summary>
internal sealed class CollaborationJourney(TaskOrchestrationContext context, CollaborationInput input)
{
    /// <summary>The process is started before the record is written; a request does not live so long between the two.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);

    private readonly DateTime _began = context.CurrentUtcDateTime;
    private CollaborationLook _look = new(IsThere: false, CollaborationState.OpenForEdits, LocksAt: 0);
    private Task<bool>? _changed;
    private Task<DeliveryReport>? _reported;

    /// <returns>Whether there is such a collaboration.</returns>
    public async Task<bool> BeginAsync()
    {
        await LookAsync();
        if (!_look.IsThere)
        {
            await WaitAsync(_began + Patience);
            await LookAsync();
        }

        return _look.IsThere;
    }

    /// <summary>Emails that are due go out; links of those who were removed die.</summary>
    public async Task SettleAsync()
    {
        await context.CallActivityAsync(
            nameof(CollaborationActivities.SettleCollaborators), new CollaborationStep(input, context.InstanceId, Reminder: 0), Retries.Options);
        await LookAsync();
    }

    /// <summary>Until the edit window has ended, by its time or by a reader, whichever comes first.</summary>
    public async Task WaitForLockAsync()
    {
        while (_look.State == CollaborationState.OpenForEdits && !await WaitAsync(DateTimeOffset.FromUnixTimeMilliseconds(_look.LocksAt).UtcDateTime))
        {
            await SettleAsync();
        }
    }

    public async Task LockAsync()
    {
        await context.CallActivityAsync(nameof(CollaborationActivities.LockCollaboration), input, Retries.Options);
        await LookAsync();
    }

    public async Task WaitUntilAsync(TimeSpan afterStart)
    {
        while (!await WaitAsync(_began + afterStart))
        {
            await SettleAsync();
        }
    }

    public Task RemindAsync(int reminder) =>
        context.CallActivityAsync(
            nameof(CollaborationActivities.RemindCollaborators), new CollaborationStep(input, context.InstanceId, reminder), Retries.Options);

    private async Task LookAsync()
    {
        _look = await context.CallActivityAsync<CollaborationLook>(nameof(CollaborationActivities.LookAtCollaboration), input, Retries.Options);
        context.SetCustomStatus(_look.State);
    }

    /// <returns>True when the time has come; false when the record has changed. A delivery report is noted, and the wait goes on.</returns>
    private async Task<bool> WaitAsync(DateTime due)
    {
        while (true)
        {
            using var happened = new CancellationTokenSource();
            var timer = context.CreateTimer(due, happened.Token);
            _changed ??= context.WaitForExternalEvent<bool>(CollaborationOrchestration.ChangedEvent);
            _reported ??= context.WaitForExternalEvent<DeliveryReport>(DeliveryReportHandler.ReportedEvent);
            var first = await Task.WhenAny(_changed, _reported, timer);
            if (first == timer)
            {
                return true;
            }

            happened.Stop();
            if (first == _changed)
            {
                _changed = null;
                return false;
            }

            var report = await _reported;
            _reported = null;
            await context.CallActivityAsync(
                nameof(CollaborationActivities.NoteCollaboratorDelivery), new CollaborationDelivery(input, context.InstanceId, report), Retries.Options);
        }
    }
}
