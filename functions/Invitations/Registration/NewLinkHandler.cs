using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Messaging;
using Collaborations.Processes;
using Collaborations.Security;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Collaborations.Invitations.Registration;

/// <summary>
/// Passes the wish for a new link on to whoever invited. The answer is the same whether or not there ever was an invitation, and a link asks
/// once a day.
/// </summary>
public sealed class NewLinkHandler(RegistrationGate gate, InvitationStore invitations, ClientAddress addresses, Throttle throttle)
{
    private const int TriesPerSource = 20;

    public async Task<Result<Done>> HandleAsync(HttpRequest request, AuditNote note, DurableTaskClient processes, CancellationToken cancellation)
    {
        var source = addresses.Of(request);
        if (await throttle.TakeAsync("new-link", source, TriesPerSource, TimeSpan.FromHours(1), cancellation) is { } wait)
        {
            return new TooManyRequests(wait);
        }

        if (await gate.FindFormerAsync(request, cancellation) is { } link
            && await throttle.TakeAsync("new-link-invitation", link.Id.ToString(), 1, TimeSpan.FromDays(1), cancellation) is null)
        {
            note.Practice = link.Invitation.Practice;
            note.Subject = link.Invitation.For;
            await invitations.NoteAsync(link.Id, InvitationEventKind.NewLinkAsked, cancellation);
            await processes.ScheduleNewOrchestrationInstanceAsync(
                nameof(NewLinkOrchestration), new RegistrationInput(link.Id, link.Invitation.Generation), cancellation);
        }

        return Done.Instance;
    }
}

/// <summary>Tells the inviter, until the service has taken the email.</summary>
public static class NewLinkOrchestration
{
    [Function(nameof(NewLinkOrchestration))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RegistrationInput input) =>
        context.CallActivityAsync(
            nameof(RegistrationActivities.TellInviter), new InviterNotice(input, EmailKind.NewLinkAsked), Retries.Options);
}
