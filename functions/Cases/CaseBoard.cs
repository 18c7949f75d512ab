using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Searching;

namespace Collaborations.Cases;

/// <summary>Keeps the lists of cases in step with the cases: each member's own, and the one of all.</summary>
public sealed class CaseBoard(CaseListStore lists)
{
    public async Task AddAsync(PracticeId practice, CaseId id, Case added, Patient patient, DateTimeOffset at, CancellationToken cancellation)
    {
        await AddToListAsync(CaseListStore.All(practice), id, added, patient, at, cancellation);
        foreach (var member in added.Members)
        {
            await AddToAsync(practice, id, added, patient, member, at, cancellation);
        }
    }

    /// <summary>One that is there already keeps its place.</summary>
    public Task AddToAsync(
        PracticeId practice, CaseId id, Case added, Patient patient, MemberId member, DateTimeOffset at, CancellationToken cancellation) =>
        AddToListAsync(CaseListStore.Of(practice, member), id, added, patient, at, cancellation);

    public Task RemoveFromAsync(PracticeId practice, CaseId id, MemberId member, CancellationToken cancellation) =>
        lists.RemoveAsync(CaseListStore.Of(practice, member), id, cancellation);

    public async Task SetStatusAsync(PracticeId practice, CaseId id, Case changed, CancellationToken cancellation)
    {
        foreach (var list in changed.Members.Select(member => CaseListStore.Of(practice, member)).Append(CaseListStore.All(practice)))
        {
            await lists.ChangeAsync(list, id, entry => entry is null ? null : entry with { Status = changed.Status }, cancellation);
        }
    }

    /// <summary>Something that this member may know has happened: the case moves up in this member's list, and in nobody else's.</summary>
    public Task MoveUpAsync(PracticeId practice, CaseId id, MemberId member, DateTimeOffset at, bool unread, CancellationToken cancellation) =>
        lists.ChangeAsync(
            CaseListStore.Of(practice, member),
            id,
            entry => entry is null ? null : entry with { At = at, Unread = entry.Unread || unread },
            cancellation);

    /// <returns>Whether the mark was another before.</returns>
    public async Task<bool> SetUnreadAsync(PracticeId practice, CaseId id, MemberId member, bool unread, CancellationToken cancellation)
    {
        var isAnother = false;
        await lists.ChangeAsync(
            CaseListStore.Of(practice, member),
            id,
            entry =>
            {
                isAnother = entry is not null && entry.Unread != unread;
                return isAnother ? entry! with { Unread = unread } : entry;
            },
            cancellation);
        return isAnother;
    }

    private Task AddToListAsync(string list, CaseId id, Case added, Patient patient, DateTimeOffset at, CancellationToken cancellation) =>
        lists.ChangeAsync(
            list,
            id,
            entry => entry is null
                ? new CaseEntry(id, Unread: false, at, added.Status, added.Patient, SearchWords.Kept(added.Title, patient.Name, patient.Code))
                : entry.Status == added.Status ? entry : entry with { Status = added.Status },
            cancellation);
}
