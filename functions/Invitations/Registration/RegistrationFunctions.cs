using Collaborations.Accounts.Passwords;
using Collaborations.Accounts.Sessions;
using Collaborations.Audit;
using Collaborations.Http;
using Collaborations.Terms;
using Collaborations.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Collaborations.Invitations.Registration;

/// <summary>The steps behind a link. Its secret comes as <c>Link-Secret</c>; a GET changes nothing on record, whoever opens it how often.</summary>
public sealed class RegistrationFunctions(
    Edge edge, RegistrationGate gate, RegistrationReader reader, IdentitySteps identity, CodeSteps codes, AccountSteps account, NewLinkHandler newLinks)
{
    [Function(nameof(GetRegistration))]
    public Task<IResult> GetRegistration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "registration")] HttpRequest request, CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.RegistrationOpened);
        return edge.AnonymousAsync(
            request,
            note,
            () => gate.OpenAsync(request, note, cancellation).ThenAsync(link =>
            {
                gate.BrowserOf(request);
                note.IsRepeated = link.IsBound && SessionService.IsBackground(request);
                return reader.ReadAsync(link, cancellation);
            }));
    }

    [Function(nameof(AnswerBirthDate))]
    public Task<IResult> AnswerBirthDate(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registration/birth-date")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<BirthDateAnswer, RegistrationState>(
            request, AuditAction.BirthDateAnswered, (body, note) => identity.AnswerBirthDateAsync(request, body, note, processes, cancellation), cancellation);

    [Function(nameof(ChooseRegistrationPhones))]
    public Task<IResult> ChooseRegistrationPhones(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registration/phones")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<RegistrationPhones, RegistrationState>(
            request, AuditAction.PhonesChosen, (body, note) => identity.ChoosePhonesAsync(request, body, note, processes, cancellation), cancellation);

    [Function(nameof(ChooseRegistrationDelivery))]
    public Task<IResult> ChooseRegistrationDelivery(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registration/delivery")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<DeliveryChoice, RegistrationState>(
            request, AuditAction.CodeSent, (body, note) => codes.ChooseAsync(request, body, note, processes, cancellation), cancellation, Sent);

    [Function(nameof(ResendRegistrationCode))]
    public Task<IResult> ResendRegistrationCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registration/code/resend")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.CodeSent);
        return edge.AnonymousAsync(request, note, () => codes.ResendAsync(request, note, processes, cancellation), Sent);
    }

    [Function(nameof(AnswerRegistrationCode))]
    public Task<IResult> AnswerRegistrationCode(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registration/code")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<CodeAnswer, RegistrationState>(
            request, AuditAction.CodeAnswered, (body, note) => codes.AnswerAsync(request, body, note, processes, cancellation), cancellation);

    [Function(nameof(AcceptRegistrationTerms))]
    public Task<IResult> AcceptRegistrationTerms(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registration/terms")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<TermsAnswer, RegistrationState>(
            request, AuditAction.TermsAccepted, (body, note) => account.AcceptTermsAsync(request, body, note, processes, cancellation), cancellation);

    [Function(nameof(SetRegistrationPassword))]
    public Task<IResult> SetRegistrationPassword(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registration/password")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation) =>
        edge.AnonymousStepAsync<NewPassword, RegistrationFinished>(
            request, AuditAction.PasswordSet, (body, note) => account.SetPasswordAsync(request, body, note, processes, cancellation), cancellation);

    [Function(nameof(AskForNewLink))]
    public Task<IResult> AskForNewLink(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "registration/new-link")] HttpRequest request,
        [DurableClient] DurableTaskClient processes,
        CancellationToken cancellation)
    {
        var note = new AuditNote(AuditAction.NewLinkAsked);
        return edge.AnonymousAsync(request, note, () => newLinks.HandleAsync(request, note, processes, cancellation), Answers.AcceptedEmpty);
    }

    private static IResult Sent(RegistrationState state) => CodeState.IsPending(state.Code) ? Answers.Accepted(state) : Answers.Ok(state);
}
