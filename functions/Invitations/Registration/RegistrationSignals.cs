using Microsoft.DurableTask.Client;

namespace Collaborations.Invitations.Registration;

/// <summary>Tells the orchestration of a link to look at the record. One that has ended does not mind.</summary>
public static class RegistrationSignals
{
    public static Task TellAsync(DurableTaskClient processes, OpenLink link, CancellationToken cancellation) =>
        TellAsync(processes, new RegistrationInput(link.Id, link.Invitation.Generation), cancellation);

    public static Task TellAsync(DurableTaskClient processes, RegistrationInput registration, CancellationToken cancellation) =>
        processes.RaiseEventAsync(
            RegistrationOrchestration.InstanceOf(registration.Invitation, registration.Generation),
            RegistrationOrchestration.ProgressedEvent,
            true,
            cancellation);
}
