using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Security;
using Collaborations.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Invitations.Registration;

/// <summary>Steps 3 and 4: where the code goes, and the code.</summary>
public sealed class CodeSteps(
    RegistrationGate gate, RegistrationReader reader, PracticeStore practices, ChallengeService codes, ChallengeStore challenges, CodeDispatch dispatch)
{
    private static readonly RegistrationStage[] Before = [RegistrationStage.Delivery, RegistrationStage.Code];

    public Task<Result<RegistrationState>> ChooseAsync(
        HttpRequest request, DeliveryChoice body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        gate.OpenAsync(request, note, cancellation).ThenAsync(link => SendAsync(link, body.PhoneId, body.Channel, processes, cancellation));

    public Task<Result<RegistrationState>> ResendAsync(
        HttpRequest request, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        gate.OpenAsync(request, note, cancellation).ThenAsync(async link =>
            link.Invitation.Progress is { Phone: { } phone, Challenge: { } challenge }
            && await challenges.FindAsync(challenge, cancellation) is { Record: var record }
                ? await SendAsync(link, phone, record.Channel, processes, cancellation)
                : new StepOutOfOrder());

    public Task<Result<RegistrationState>> AnswerAsync(
        HttpRequest request, CodeAnswer body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        gate.OpenAsync(request, note, cancellation).ThenAsync(async link =>
        {
            // That the step is due is asked before the code, which is right only once, is spent on it.
            var due = await gate.StepAsync<ChallengeId>(
                link, [RegistrationStage.Code], (invitation, _) => (invitation, invitation.Progress.Challenge!.Value), cancellation);
            return await due.ThenAsync(challenge => codes.AnswerAsync(challenge, body.Code, cancellation))
                .ThenAsync(number => gate.StepAsync<Done>(link, [RegistrationStage.Code], (invitation, now) => Verify(invitation, number, now), cancellation))
                .ThenAsync(async _ =>
                {
                    await RegistrationSignals.TellAsync(processes, link, cancellation);
                    return await reader.ReadAsync(link, cancellation);
                });
        });

    // The code proves the number that it went to, which another window may have changed for another one meanwhile.
    private static Result<(Invitation, Done)> Verify(Invitation invitation, string number, DateTimeOffset now) =>
        invitation.Progress.Phones.Any(phone => phone.Id == invitation.Progress.Phone && phone.Number == number)
            ? ((invitation with { Progress = invitation.Progress with { Verified = true } }).Note(InvitationEventKind.CodeAnswered, now), Done.Instance)
            : new StepOutOfOrder();

    private async Task<Result<RegistrationState>> SendAsync(
        OpenLink link, PhoneId phone, Channel channel, DurableTaskClient processes, CancellationToken cancellation)
    {
        var chosen = await gate.StepAsync<(RegistrationPhone Phone, ChallengeId? Challenge)>(
            link,
            Before,
            (invitation, _) => invitation.Progress.Phones.FirstOrDefault(each => each.Id == phone) is { } found
                ? (invitation, (found, invitation.Progress.Challenge))
                : new UnknownPhone(),
            cancellation);
        return await chosen
            .ThenAsync(choice => RequestAsync(link, choice.Phone, channel, cancellation)
                .ThenAsync(code => codes.BeginAsync(choice.Challenge, code, cancellation))
                .ThenAsync(begun => BegunAsync(link, phone, choice.Challenge, begun, processes, cancellation)));
    }

    private async Task<Result<CodeRequest>> RequestAsync(OpenLink link, RegistrationPhone phone, Channel channel, CancellationToken cancellation)
    {
        var invitation = link.Invitation;
        return await practices.FindAsync(invitation.Practice, cancellation) is { Record: var practice }
            ? PhoneNumber.Read(phone.Number, practice.Countries, "phoneId").Map(
                number => new CodeRequest(invitation.Practice, practice.DailyCodeCap, invitation.Language, number, phone.Kind, channel, link.Id.ToString()))
            : new LinkNotOpen();
    }

    private async Task<Result<RegistrationState>> BegunAsync(
        OpenLink link, PhoneId phone, ChallengeId? before, BegunCode begun, DurableTaskClient processes, CancellationToken cancellation)
    {
        var noted = await gate.StepAsync<bool>(
            link,
            Before,
            (invitation, now) => begun.IsOvertaken(before, invitation.Progress.Challenge)
                ? (invitation, false)
                : ((invitation with { Progress = invitation.Progress with { Phone = phone, Challenge = begun.Id } }).Note(InvitationEventKind.CodeSent, now), true),
            cancellation);
        return await noted.ThenAsync(async isOurs =>
        {
            if (isOurs)
            {
                await RegistrationSignals.TellAsync(processes, link, cancellation);
                await dispatch.SendAsync(processes, begun, link.Id, cancellation);
            }

            return await reader.ReadAsync(link, cancellation);
        });
    }
}
