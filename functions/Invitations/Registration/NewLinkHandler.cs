using System.Globalization;
using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Identifiers;
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
public sealed class NewLinkHandler(RegistrationGate gate, InvitationStore invitations, ClientAddress addresses, Throttle throttle, TimeProvider clock)
{
    private const int TriesPerSource = 20;

    public async Task<Result<Done>> HandleAsync(HttpRequest request, AuditNote note, DurableTaskClient processes, CancellationToken cancellation)
    {
        var source = addresses.Of(request);
        if (await throttle.TakeAsync("new-link", source, TriesPerSource, TimeSpan.FromHours(1), cancellation) is { } wait)
        {
            return new TooManyRequests(wait);
        }

        if (await gate.FindFormerAsync(request, cancellation) is { } link)
        {
            var now = clock.GetUtcNow();
            note.Practice = link.Invitation.Practice;
            note.Subject = link.Invitation.For;
            await invitations.ChangeAsync<Done>(
                link.Id, invitation => (IsAsked(invitation, now) ? invitation : invitation.Note(InvitationEventKind.NewLinkAsked, now), Done.Instance), cancellation);
            await ProcessGate.StartOnceAsync(
                processes,
                nameof(NewLinkOrchestration),
                NewLinkOrchestration.InstanceOf(link.Id, now),
                new RegistrationInput(link.Id, link.Invitation.Generation),
                CancellationToken.None);
        }

        return Done.Instance;
    }

    private static bool IsAsked(Invitation invitation, DateTimeOffset now) =>
        invitation.Timeline.Any(each => each.Kind == InvitationEventKind.NewLinkAsked && each.At.UtcDateTime.Date == now.UtcDateTime.Date);
}

/// <summary>Tells the inviter, until the service has taken the email: one process a day, whose name makes the email another than yesterday's.</summary>
public static class NewLinkOrchestration
{
    public static string InstanceOf(InvitationId invitation, DateTimeOffset day) =>
        string.Create(CultureInfo.InvariantCulture, $"new-link-{invitation}-{day.UtcDateTime:yyyyMMdd}");

    [Function(nameof(NewLinkOrchestration))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RegistrationInput input) =>
        context.CallActivityAsync(
            nameof(RegistrationActivities.TellInviter), new InviterNotice(input, EmailKind.NewLinkAsked, context.InstanceId), Retries.Options);
}
