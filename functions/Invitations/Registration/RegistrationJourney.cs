using Collaborations.Messaging;
using Collaborations.Processes;
using Microsoft.DurableTask;

namespace Collaborations.Invitations.Registration;

/// <summary>What the registration orchestration waits for and does at any of its steps. Deterministic, as the orchestration itself.</summary>
internal sealed class RegistrationJourney(TaskOrchestrationContext context, RegistrationInput input)
{
    // Product rule: reminders on day 3 and day 15, the end on day 30.
    private static readonly TimeSpan[] Reminders = [TimeSpan.FromDays(3), TimeSpan.FromDays(15)];

    private readonly DateTime _began = context.CurrentUtcDateTime;
    private int _reminded;
    private Task<bool>? _progressed;
    private Task<DeliveryReport>? _reported;

    /// <param name="reminder">0 for the invitation itself.</param>
    /// <returns>After the link was made.</returns>
    public static TimeSpan DueAfter(int reminder) => reminder == 0 ? TimeSpan.Zero : Reminders[reminder - 1];

    public Task InviteAsync() => SendAsync(reminder: 0);

    public Task<RegistrationStage> LookAsync() =>
        context.CallActivityAsync<RegistrationStage>(nameof(RegistrationActivities.ReadStage), input, Retries.Options);

    public Task JoinAsync() => context.CallActivityAsync(nameof(RegistrationActivities.JoinAccount), input, Retries.Options);

    public Task TellInviterAsync(EmailKind kind) =>
        context.CallActivityAsync(nameof(RegistrationActivities.TellInviter), new InviterNotice(input, kind), Retries.Options);

    /// <summary>Until something happens; then looks at the record.</summary>
    public async Task<RegistrationStage> WaitAsync()
    {
        using var happened = new CancellationTokenSource();
        var due = _began + (_reminded < Reminders.Length ? Reminders[_reminded] : Invitation.Lifetime);
        var timer = context.CreateTimer(due, happened.Token);
        _progressed ??= context.WaitForExternalEvent<bool>(RegistrationOrchestration.ProgressedEvent);
        _reported ??= context.WaitForExternalEvent<DeliveryReport>(DeliveryReportHandler.ReportedEvent);
        var first = await Task.WhenAny(_progressed, _reported, timer);
        if (first != timer)
        {
            happened.Stop();
        }

        if (first == _progressed)
        {
            _progressed = null;
        }
        else if (first == _reported)
        {
            await NoteAsync((await _reported).Outcome);
            _reported = null;
        }
        else
        {
            await TimeIsUpAsync();
        }

        return await LookAsync();
    }

    private async Task TimeIsUpAsync()
    {
        if (_reminded == Reminders.Length)
        {
            await context.CallActivityAsync(nameof(RegistrationActivities.ExpireInvitation), input, Retries.Options);
            return;
        }

        _reminded++;
        await SendAsync(_reminded);
    }

    private async Task NoteAsync(DeliveryOutcome outcome)
    {
        await context.CallActivityAsync(nameof(RegistrationActivities.NoteDelivery), new InvitationDelivery(input, outcome), Retries.Options);
        if (outcome != DeliveryOutcome.Delivered)
        {
            await TellInviterAsync(EmailKind.InvitationBounced);
        }
    }

    private Task SendAsync(int reminder) =>
        context.CallActivityAsync(nameof(RegistrationActivities.SendInvitation), new InvitationSend(input, reminder), Retries.Options);
}
