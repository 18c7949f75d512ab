using System.Globalization;
using Collaborations.Cases.Activity;
using Collaborations.Collaborating;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Processes;
using Collaborations.Storage;
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
        // An entry without a case is passed over; a case without its entries would be found by nobody.
        await board.AddAsync(caller.Practice, id, created, patient, now, cancellation);
        if (!await cases.AddAsync(caller.Practice, id, created, cancellation))
        {
            throw new InvalidOperationException("A new case's id is taken.");
        }

        // From here on, as after every write below: a client who leaves takes nothing along that follows from it.
        var activity = new CaseActivity(now, ActivityKind.CaseCreated, caller.Id, About: null, Reason: null);
        await activities.AddAsync(id, activity, id.ToString(), CancellationToken.None);
        return Written(caller, id, created);
    }

    /// <summary>Tells those who were chosen for a new case.</summary>
    public static async Task<Result<OpenedCase>> TellOthersAsync(OpenedCase opened, DurableTaskClient processes)
    {
        foreach (var member in opened.Case.Record.Members.Where(each => each != opened.Caller.Id))
        {
            await TellAsync(opened.Caller.Practice, opened.Id, member, times: 0, processes);
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
        var changed = await cases.ChangeAsync<(Case Case, bool Changed)>(
            caller.Practice,
            id,
            current => current.Status == status
                ? (current, (current, false))
                : Changed(current with { Status = status, StatusReason = reason, StatusAt = now, StatusBy = caller.Id }),
            cancellation);
        return await changed.ThenAsync<OpenedCase>(async outcome =>
        {
            // Also where it is so already: who did it may have been cut off.
            await ListStatusAsync(caller.Practice, id);
            await NoteStatusAsync(id, outcome.Case);
            return outcome.Changed ? Written(caller, id, outcome.Case)
                : status == CaseStatus.Closed ? new CaseClosed() : new CaseOpen();
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

        var changed = await cases.ChangeAsync<Case>(
            caller.Practice,
            id,
            current => current.Status == CaseStatus.Closed ? new CaseClosed()
                : current.Members.Contains(member) ? (current, current)
                : Written(current.Add(member, caller.Id, clock.GetUtcNow())),
            cancellation);
        return await changed.ThenAsync<OpenedCase>(async record =>
        {
            // Also for somebody who is in it already: who added them may have been cut off.
            await collaborations.AddMemberAsync(caller.Practice, id, member, CancellationToken.None);
            await ListForAsync(caller.Practice, id, member);
            if (record.AdditionOf(member) is { } addition)
            {
                var activity = new CaseActivity(addition.At, ActivityKind.MemberAdded, addition.By, member, Reason: null);
                await activities.AddAsync(id, activity, NameOf(member, addition.Times), CancellationToken.None);
                await TellAsync(caller.Practice, id, member, addition.Times, processes);
            }

            return Written(caller, id, record);
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
                : Written(current with { Members = [.. current.Members.Where(each => each != member)] }),
            cancellation);
        return await changed.ThenAsync<OpenedCase>(async record =>
        {
            await ListForAsync(caller.Practice, id, member);
            var activity = new CaseActivity(clock.GetUtcNow(), ActivityKind.MemberRemoved, caller.Id, member, Reason: null);
            await activities.AddAsync(id, activity, NameOf(member, record.AdditionOf(member)?.Times ?? 0), CancellationToken.None);
            return Written(caller, id, record);
        });
    }

    private static Result<(Case, (Case, bool))> Changed(Case changed) => (changed, (changed, true));

    private static Result<(Case, Case)> Written(Case changed) => (changed, changed);

    // As it was written: what somebody else writes meanwhile is not this caller's.
    private static OpenedCase Written(MemberCaller caller, CaseId id, Case record) => new(caller, id, new Versioned<Case>(record, default));

    private static string NameOf(MemberId member, int times) => string.Create(CultureInfo.InvariantCulture, $"{member}-{times}");

    // Of this time that somebody comes into it there is one process.
    private static Task TellAsync(PracticeId practice, CaseId id, MemberId member, int times, DurableTaskClient processes) =>
        ProcessGate.StartOnceAsync(
            processes,
            nameof(MemberAddedOrchestration),
            $"added-{id}-{NameOf(member, times)}",
            new MemberAddedInput(practice, id, member),
            CancellationToken.None);

    // Closed and opened again at the same time, the lists end up with what the record says.
    private async Task ListStatusAsync(PracticeId practice, CaseId id)
    {
        CaseStatus? listed = null;
        while (await cases.FindAsync(practice, id, CancellationToken.None) is { Record: var record } && record.Status != listed)
        {
            await board.SetStatusAsync(practice, id, record, CancellationToken.None);
            listed = record.Status;
        }
    }

    // Likewise with who is in it.
    private async Task ListForAsync(PracticeId practice, CaseId id, MemberId member)
    {
        (bool IsIn, CaseStatus Status)? listed = null;
        while (await cases.FindAsync(practice, id, CancellationToken.None) is { Record: var record }
            && (IsIn: record.Members.Contains(member), record.Status) is var now
            && now != listed)
        {
            if (!now.IsIn)
            {
                await board.RemoveFromAsync(practice, id, member, CancellationToken.None);
            }
            else if (await patients.FindAsync(practice, record.Patient, CancellationToken.None) is { Record: var patient })
            {
                await board.AddToAsync(practice, id, record, patient, member, clock.GetUtcNow(), CancellationToken.None);
            }

            listed = now;
        }
    }

    private async Task NoteStatusAsync(CaseId id, Case record)
    {
        if (record is { StatusAt: { } at, StatusBy: { } by })
        {
            var kind = record.Status == CaseStatus.Closed ? ActivityKind.CaseClosed : ActivityKind.CaseReopened;
            await activities.AddAsync(id, new CaseActivity(at, kind, by, About: null, record.StatusReason), id.ToString(), CancellationToken.None);
        }
    }
}
