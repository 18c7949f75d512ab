using Collaborations.Cases.Activity;
using Collaborations.Collaborating;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Processes;
using Collaborations.Talks;
using Microsoft.DurableTask.Client;

namespace Collaborations.Cases;

/// <summary>Body of <c>POST /cases</c>.</summary>
public sealed record CaseForm(PatientId PatientId, string Title, IReadOnlyList<MemberId>? Members);

/// <summary>Body of closing and reopening.</summary>
public sealed record ReasonForm(string Reason);

/// <summary>Body of adding a member.</summary>
public sealed record MemberChoice(MemberId MemberId);

/// <summary>Begins, closes and reopens cases, and says who is in them.</summary>
public sealed class CaseHandler(
    CaseStore cases,
    CaseBoard board,
    CollaborationBoard collaborations,
    CaseActivityStore activities,
    PatientStore patients,
    MemberStore members,
    TalkStore talks,
    IdGenerator ids,
    TimeProvider clock)
{
    private const int LongestTitle = 200;
    private const int LongestReason = 500;

    public async Task<Result<OpenedCase>> CreateAsync(MemberCaller caller, CaseForm form, CancellationToken cancellation)
    {
        var title = form.Title.Trim();
        if (title.Length is 0 or > LongestTitle)
        {
            return title.Length == 0 ? new FieldRequired("title") : new FieldTooLong("title");
        }

        if (await patients.FindAsync(caller.Practice, form.PatientId, cancellation) is not { Record: var patient })
        {
            return new NotFound();
        }

        MemberId[] chosen = [.. (form.Members ?? []).Prepend(caller.Id).Distinct()];
        foreach (var member in chosen)
        {
            if (await members.FindAsync(caller.Practice, member, cancellation) is not { Record.Disabled: false })
            {
                return new NotFound();
            }
        }

        var now = clock.GetUtcNow();
        var (id, thread) = (ids.New<CaseId>(), ids.New<ThreadId>());
        var created = new Case(title, form.PatientId, chosen, CaseStatus.Open, StatusReason: null, now, thread);
        await talks.CreateAsync(thread, Talk.BetweenMembers(caller.Practice, id, now), cancellation);
        if (!await cases.AddAsync(caller.Practice, id, created, cancellation))
        {
            throw new InvalidOperationException("A new case's id is taken.");
        }

        await board.AddAsync(caller.Practice, id, created, patient, now, cancellation);
        await NoteAsync(id, ActivityKind.CaseCreated, caller.Id, about: null, reason: null, cancellation);
        return await OpenedAsync(caller, id, cancellation);
    }

    /// <summary>Tells those who were chosen for a new case.</summary>
    public async Task<Result<OpenedCase>> TellOthersAsync(OpenedCase opened, DurableTaskClient processes, CancellationToken cancellation)
    {
        foreach (var member in opened.Case.Record.Members.Where(each => each != opened.Caller.Id))
        {
            await TellAsync(opened.Caller.Practice, opened.Id, member, processes, cancellation);
        }

        return opened;
    }

    public async Task<Result<OpenedCase>> SetStatusAsync(OpenedCase opened, CaseStatus status, ReasonForm form, CancellationToken cancellation)
    {
        var reason = form.Reason.Trim();
        if (reason.Length is 0 or > LongestReason)
        {
            return reason.Length == 0 ? new FieldRequired("reason") : new FieldTooLong("reason");
        }

        var (caller, id, now) = (opened.Caller, opened.Id, clock.GetUtcNow());
        var changed = await cases.ChangeAsync<Case>(
            caller.Practice,
            id,
            current => current.Status != status
                ? Changed(current with { Status = status, StatusReason = reason, StatusAt = now })
                : status == CaseStatus.Closed ? new CaseClosed() : new CaseOpen(),
            cancellation);
        return await changed.ThenAsync(async record =>
        {
            await board.SetStatusAsync(caller.Practice, id, record, cancellation);
            await NoteAsync(id, status == CaseStatus.Closed ? ActivityKind.CaseClosed : ActivityKind.CaseReopened, caller.Id, null, reason, cancellation);
            return await OpenedAsync(caller, id, cancellation);
        });
    }

    public async Task<Result<OpenedCase>> AddMemberAsync(
        OpenedCase opened, MemberId member, DurableTaskClient processes, CancellationToken cancellation)
    {
        var (caller, id) = (opened.Caller, opened.Id);
        if (await members.FindAsync(caller.Practice, member, cancellation) is not { Record.Disabled: false })
        {
            return new NotFound();
        }

        var changed = await cases.ChangeAsync<(Case Case, bool Added)>(
            caller.Practice,
            id,
            current => current.Status == CaseStatus.Closed ? new CaseClosed()
                : current.Members.Contains(member) ? (current, (current, false))
                : Added(current with { Members = [.. current.Members, member] }),
            cancellation);
        return await changed.ThenAsync(async outcome =>
        {
            await collaborations.AddMemberAsync(caller.Practice, id, member, cancellation);
            if (outcome.Added && await patients.FindAsync(caller.Practice, outcome.Case.Patient, cancellation) is { Record: var patient })
            {
                await board.AddToAsync(caller.Practice, id, outcome.Case, patient, member, clock.GetUtcNow(), cancellation);
                await NoteAsync(id, ActivityKind.MemberAdded, caller.Id, member, null, cancellation);
                await TellAsync(caller.Practice, id, member, processes, cancellation);
            }

            return await OpenedAsync(caller, id, cancellation);
        });
    }

    public async Task<Result<OpenedCase>> RemoveMemberAsync(OpenedCase opened, MemberId member, CancellationToken cancellation)
    {
        var (caller, id) = (opened.Caller, opened.Id);
        var changed = await cases.ChangeAsync<Case>(
            caller.Practice,
            id,
            current => !current.Members.Contains(member) ? new NotFound()
                : current.Members.Count == 1 ? new LastMember()
                : Changed(current with { Members = [.. current.Members.Where(each => each != member)] }),
            cancellation);
        return await changed.ThenAsync(async _ =>
        {
            await board.RemoveFromAsync(caller.Practice, id, member, cancellation);
            await NoteAsync(id, ActivityKind.MemberRemoved, caller.Id, member, null, cancellation);
            return await OpenedAsync(caller, id, cancellation);
        });
    }

    private static Result<(Case, Case)> Changed(Case changed) => (changed, changed);

    private static Result<(Case, (Case, bool))> Added(Case changed) => (changed, (changed, true));

    private async Task<Result<OpenedCase>> OpenedAsync(MemberCaller caller, CaseId id, CancellationToken cancellation) =>
        await cases.FindAsync(caller.Practice, id, cancellation) is { } found ? new OpenedCase(caller, id, found) : new NotFound();

    private Task TellAsync(PracticeId practice, CaseId id, MemberId member, DurableTaskClient processes, CancellationToken cancellation) =>
        ProcessGate.StartAsync(
            processes,
            nameof(MemberAddedOrchestration),
            $"added-{id}-{ids.New<MessageId>()}",
            new MemberAddedInput(practice, id, member),
            cancellation);

    private Task NoteAsync(CaseId id, ActivityKind kind, MemberId by, MemberId? about, string? reason, CancellationToken cancellation) =>
        activities.AddAsync(id, new CaseActivity(clock.GetUtcNow(), kind, by, about, reason), cancellation);
}
