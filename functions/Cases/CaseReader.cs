using System.Collections.Concurrent;
using Collaborations.Attachments;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Searching;
using Collaborations.Talks;

namespace Collaborations.Cases;

/// <summary>Reads cases as their members see them.</summary>
public sealed class CaseReader(
    CaseStore cases, CaseListStore lists, PatientStore patients, MemberStore members, TalkStore talks, PatientTalkStore patientTalks, AttachmentStore attachments)
{
    private const int PageSize = 20;

    public async Task<Result<CaseAnswer>> ReadAsync(OpenedCase opened, CancellationToken cancellation)
    {
        var (caller, record) = (opened.Caller, opened.Case.Record);
        var names = new List<MemberName>();
        foreach (var id in record.Members)
        {
            if (await members.FindAsync(caller.Practice, id, cancellation) is { Record: var member })
            {
                names.Add(new MemberName(id, member.Name, member.Role));
            }
        }

        return new CaseAnswer(
            opened.Id,
            record.Title,
            await PatientAsync(caller.Practice, record.Patient, cancellation),
            record.Status,
            record.StatusReason,
            names,
            record.CreatedAt,
            record.DoctorTalk,
            await UnreadAsync(record.DoctorTalk, caller.Id, cancellation),
            await patientTalks.FindAsync(opened.Id, caller.Id, cancellation) is { } own ? await UnreadAsync(own.Record.Thread, caller.Id, cancellation) : 0,
            await attachments.CountAsync(opened.Id, cancellation),
            opened.IsMine);
    }

    /// <param name="caller">Whose list; a case manager may ask for another member's, or all.</param>
    /// <param name="query">Filters.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<CaseList>> ListAsync(MemberCaller caller, CaseQuery query, CancellationToken cancellation)
    {
        if (!query.IsAllowed(caller))
        {
            return new Forbidden();
        }

        var found = new List<CaseSummary>();
        var names = new ConcurrentDictionary<MemberId, Task<string?>>();
        var cursor = string.IsNullOrEmpty(query.Cursor) ? null : query.Cursor;
        do
        {
            var page = await lists.SearchAsync(query.ListOf(caller), query.Matches, PageSize - found.Count, cursor, cancellation);
            cursor = page.Cursor;
            var summaries = await Task.WhenAll(page.Rows.Select(entry => SummariseAsync(caller, query, entry, names, cancellation)));
            found.AddRange(summaries.OfType<CaseSummary>());
        }
        while (cursor is not null && found.Count < PageSize);
        return new CaseList(found, cursor);
    }

    // The case says who is in it, whatever a list still says.
    private async Task<CaseSummary?> SummariseAsync(
        MemberCaller caller, CaseQuery query, CaseEntry entry, ConcurrentDictionary<MemberId, Task<string?>> known, CancellationToken cancellation)
    {
        var practice = caller.Practice;
        if (await cases.FindAsync(practice, entry.Case, cancellation) is not { Record: var record }
            || (query.OwnerOf(caller) is { } owner && !record.Members.Contains(owner)))
        {
            return null;
        }

        var names = await Task.WhenAll(record.Members.Select(id => known.GetOrAdd(id, NameAsync)));
        var patient = await PatientAsync(practice, record.Patient, cancellation);
        return new CaseSummary(entry.Case, record.Title, patient, record.Status, entry.Unread, entry.At, [.. names.OfType<string>()]);

        async Task<string?> NameAsync(MemberId id) => (await members.FindAsync(practice, id, cancellation))?.Record.Name;
    }

    private async Task<PatientSummary> PatientAsync(PracticeId practice, PatientId id, CancellationToken cancellation) =>
        await patients.FindAsync(practice, id, cancellation) is { Record: var patient }
            ? PatientSummary.Of(id, patient)
            : throw new InvalidOperationException("A case's patient is gone.");

    private async Task<int> UnreadAsync(ThreadId thread, MemberId member, CancellationToken cancellation) =>
        await talks.FindAsync(thread, cancellation) is { Record: var talk } ? talk.UnreadOf(member.Value) : 0;
}

/// <summary>What of a list is asked for.</summary>
/// <param name="Status">Null for both.</param>
/// <param name="Member">Null for mine; an id, or the word all.</param>
/// <param name="Patient">Null for all.</param>
/// <param name="Words">Null for all.</param>
/// <param name="Cursor">Of the page before.</param>
public sealed record CaseQuery(CaseStatus? Status, string? Member, PatientId? Patient, string? Words, string? Cursor)
{
    private const string Everyone = "all";

    public bool IsAllowed(MemberCaller caller) => string.IsNullOrEmpty(Member) || caller.Member.CaseManager || Member == caller.Id.ToString();

    /// <returns>Whose list it is; null for everybody's.</returns>
    public MemberId? OwnerOf(MemberCaller caller) => Member switch
    {
        null or "" => caller.Id,
        Everyone => null,
        _ => Identifier.TryParse<MemberId>(Member) ?? default(MemberId),
    };

    public string ListOf(MemberCaller caller) =>
        OwnerOf(caller) is { } owner ? CaseListStore.Of(caller.Practice, owner) : CaseListStore.All(caller.Practice);

    public bool Matches(CaseEntry entry) =>
        (Status is null || entry.Status == Status)
        && (Patient is null || entry.Patient == Patient)
        && SearchWords.Holds(entry.Words, Words);
}
