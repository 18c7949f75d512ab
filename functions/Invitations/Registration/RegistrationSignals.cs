using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.DurableTask.Client;

namespace Collaborations.Invitations.Registration;

/// <summary>Starts the orchestration of a link, and tells it to look at the record. One that has ended does not mind.</summary>
public static class RegistrationSignals
{
    public static Task StartAsync(DurableTaskClient processes, RegistrationInput registration, CancellationToken cancellation) =>
        ProcessGate.StartAsync(
            processes,
            nameof(RegistrationOrchestration),
            RegistrationOrchestration.InstanceOf(registration.Invitation, registration.Generation),
            registration,
            cancellation);

    /// <summary>Where it may have been started before.</summary>
    public static Task StartOnceAsync(DurableTaskClient processes, RegistrationInput registration, CancellationToken cancellation) =>
        ProcessGate.StartOnceAsync(
            processes,
            nameof(RegistrationOrchestration),
            RegistrationOrchestration.InstanceOf(registration.Invitation, registration.Generation),
            registration,
            cancellation);

    public static Task TellAsync(DurableTaskClient processes, OpenLink link, CancellationToken cancellation) =>
        TellAsync(processes, new RegistrationInput(link.Id, link.Invitation.Generation), cancellation);

    public static Task TellAsync(DurableTaskClient processes, RegistrationInput registration, CancellationToken cancellation) =>
        ProcessGate.TellAsync(
            processes,
            RegistrationOrchestration.InstanceOf(registration.Invitation, registration.Generation),
            RegistrationOrchestration.ProgressedEvent,
            true,
            cancellation);

    /// <summary>The old link's looks at the record; a new link gets one of its own.</summary>
    public static async Task ChangedAsync(
        DurableTaskClient processes, InvitationId invitation, int before, int after, CancellationToken cancellation)
    {
        await TellAsync(processes, new RegistrationInput(invitation, before), cancellation);
        if (after != before)
        {
            await StartAsync(processes, new RegistrationInput(invitation, after), cancellation);
        }
    }
}
