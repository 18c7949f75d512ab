using Collaborations.Accounts.Sessions;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Security;
using Microsoft.AspNetCore.Http;

namespace Collaborations.Http;

/// <summary>New terms came into force since this session's account accepted some.</summary>
public sealed record TermsNotAccepted() : Forbidden("terms-not-accepted");

/// <summary>A practice's rules ended this account's password before the session began.</summary>
public sealed record PasswordExpired() : Forbidden("password-expired");

/// <summary>
/// What every route does around its use case: knows who asks, lets through who may, writes the one line of the audit, and only then answers.
/// An answer whose line cannot be written is not given (the exception becomes 503).
/// </summary>
public sealed class Edge(
    SessionService sessions, MemberAccess access, AuditTrail trail, ClientAddress addresses, KeyedDigests digests, Throttle throttle, TimeProvider clock)
{
    /// <summary>
    /// Ours: requests that leave a line, from one address, of people who are not signed in. A page that waits for a code asks twenty times a
    /// minute, and a whole clinic may stand behind one address; beyond that somebody is filling the audit.
    /// </summary>
    private const int StrangersPerSource = 3000;
    private static readonly TimeSpan SourceWindow = TimeSpan.FromMinutes(10);

    /// <summary>Open to everyone.</summary>
    /// <param name="request">Says from where.</param>
    /// <param name="note">Null where nothing of a patient is touched and nothing about security happens.</param>
    /// <param name="use">The use case.</param>
    /// <param name="answer">Null for 200 with the value.</param>
    public async Task<IResult> AnonymousAsync<T>(HttpRequest request, AuditNote? note, Func<Task<Result<T>>> use, Func<T, IResult>? answer = null) =>
        note is null ? await AnswerAsync(request, note, use, answer)
            : await throttle.TakeAsync("strangers", addresses.Of(request), StrangersPerSource, SourceWindow, Cancellation(request)) is { } wait
                ? Problems.From(new TooManyRequests(wait))
                : await AnswerAsync(request, note, use, answer);

    /// <summary>A step with a body, open to everyone: reads the body and hands it on with the note.</summary>
    public Task<IResult> AnonymousStepAsync<TBody, TAnswer>(
        HttpRequest request,
        AuditAction action,
        Func<TBody, AuditNote, Task<Result<TAnswer>>> step,
        CancellationToken cancellation,
        Func<TAnswer, IResult>? answer = null)
        where TBody : notnull
    {
        var note = new AuditNote(action);
        return AnonymousAsync(
            request,
            note,
            () => RequestBody.ReadAsync<TBody>(request, RequestBody.DefaultLimit, cancellation).ThenAsync(body => step(body, note)),
            answer);
    }

    /// <summary>Open to whoever is signed in, has accepted the terms in force and has a password that holds.</summary>
    public Task<IResult> AccountAsync<T>(HttpRequest request, AuditNote? note, Func<Caller, Task<Result<T>>> use, Func<T, IResult>? answer = null) =>
        SessionAsync(
            request,
            note,
            async caller => !caller.AcceptedTerms ? new TermsNotAccepted() : caller.PasswordExpired ? new PasswordExpired() : await use(caller),
            answer);

    /// <summary>A step with a body, open to whoever is signed in.</summary>
    public Task<IResult> AccountStepAsync<TBody, TAnswer>(
        HttpRequest request,
        AuditAction action,
        Func<Caller, TBody, Task<Result<TAnswer>>> step,
        CancellationToken cancellation,
        Func<TAnswer, IResult>? answer = null)
        where TBody : notnull =>
        AccountAsync(
            request,
            new AuditNote(action),
            caller => RequestBody.ReadAsync<TBody>(request, RequestBody.DefaultLimit, cancellation).ThenAsync(body => step(caller, body)),
            answer);

    /// <summary>Open to whoever is signed in, also before the terms are accepted: the session's own routes.</summary>
    public async Task<IResult> SessionAsync<T>(HttpRequest request, AuditNote? note, Func<Caller, Task<Result<T>>> use, Func<T, IResult>? answer = null)
    {
        if (await sessions.FindAsync(request, Cancellation(request)) is not { } caller)
        {
            return Problems.From(new Unauthenticated());
        }

        note?.Account = caller.Account;
        return await AnswerAsync(request, note, () => use(caller), answer);
    }

    /// <summary>Open to the members of the practice. To anybody else there is no such practice.</summary>
    public Task<IResult> MemberAsync<T>(
        HttpRequest request, PracticeId practice, AuditNote? note, Func<MemberCaller, Task<Result<T>>> use, Func<T, IResult>? answer = null)
    {
        note?.Practice = practice;
        return AccountAsync(
            request,
            note,
            async caller => await access.FindAsync(caller, practice, Cancellation(request)) is { } member ? await use(member) : new NotFound(),
            answer);
    }

    /// <summary>Open to the practice's managers.</summary>
    public Task<IResult> ManagerAsync<T>(
        HttpRequest request, PracticeId practice, AuditNote? note, Func<MemberCaller, Task<Result<T>>> use, Func<T, IResult>? answer = null) =>
        MemberAsync(request, practice, note, async member => member.Member.Manager ? await use(member) : new Forbidden(), answer);

    private static CancellationToken Cancellation(HttpRequest request) => request.HttpContext.RequestAborted;

    private async Task<IResult> AnswerAsync<T>(HttpRequest request, AuditNote? note, Func<Task<Result<T>>> use, Func<T, IResult>? answer)
    {
        Result<T> result;
        try
        {
            result = await use();
        }
        catch (Exception) when (note is { IsRepeated: false } && !HttpMethods.IsGet(request.Method))
        {
            // The client left, or a service did: what was written before that stands, and so does a line.
            await AppendAsync(request, note, refusal: null, AuditLine.Failed);
            throw;
        }

        var refused = result.IsRefused(out var refusal, out var value);
        var given = refused ? Problems.From(refusal!) : (answer ?? Answers.Ok)(value!);

        // A page that asks whether anything is new, and is told no, has seen nothing: no line, or nobody finds the one that matters.
        if (note is { IsRepeated: false } && !Answers.IsUnchanged(given))
        {
            await AppendAsync(request, note, refusal, refusal?.Code ?? AuditLine.Done);
        }

        return given;
    }

    private async Task AppendAsync(HttpRequest request, AuditNote note, Refusal? refusal, string outcome)
    {
        // Somebody who guesses practices writes to their own chain: a stranger's tries do not fill the practice's.
        var from = From(request);
        var chain = note.ByOperator ? AuditChain.OfOperators
            : note.Practice is { } practice && refusal is not NotFound ? AuditChain.Of(practice)
            : note.Account is { } account ? AuditChain.Of(account) : AuditChain.OfStranger(from);
        var line = new AuditLine(AuditLine.Milliseconds(clock.GetUtcNow()), note.Account?.ToString(), note.Action, note.Subject, from, outcome);
        await trail.AppendAsync(chain, line, CancellationToken.None);
    }

    private string? From(HttpRequest request) =>
        addresses.Of(request) is { Length: > 0 } address ? digests.Of(DigestPurpose.SourceAddress, address) : null;
}
