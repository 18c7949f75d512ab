using System.Globalization;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Searching;
using Microsoft.AspNetCore.Http;

namespace Collaborations.Collaborating.Tracking;

public sealed record StateUnknown() : InvalidInput("state-unknown", "state");

/// <summary>What of the list is asked for.</summary>
/// <param name="State">Null for all.</param>
/// <param name="Patient">Null for all.</param>
/// <param name="Case">Null for all.</param>
/// <param name="Mine">Only those that the caller started.</param>
/// <param name="Unread">Only those with something new for the caller.</param>
/// <param name="Words">A number, or words of a name; empty for all.</param>
/// <param name="Cursor">Of the page before.</param>
public sealed record CollaborationQuery(
    CollaborationState? State, PatientId? Patient, CaseId? Case, bool Mine, bool Unread, string Words, string? Cursor)
{
    /// <summary>An id that is none belongs to nobody.</summary>
    public static Result<CollaborationQuery> Read(IQueryCollection query)
    {
        CollaborationState? state = null;
        if (query["state"].ToString() is { Length: > 0 } name)
        {
            if (!Enum.TryParse<CollaborationState>(name, ignoreCase: true, out var named) || !char.IsAsciiLetter(name[0]) || !Enum.IsDefined(named))
            {
                return new StateUnknown();
            }

            state = named;
        }

        return new CollaborationQuery(
            state,
            query["patient"].ToString() is { Length: > 0 } patient ? Identifier.TryParse<PatientId>(patient) ?? default(PatientId) : null,
            query["case"].ToString() is { Length: > 0 } @case ? Identifier.TryParse<CaseId>(@case) ?? default(CaseId) : null,
            query["mine"] == "true",
            query["unread"] == "true",
            query["q"].ToString().Trim(),
            query["cursor"].ToString() is { Length: > 0 } cursor ? cursor : null);
    }

    /// <summary>People write it as they say it: 12 or #12. Without the sign it may also be a patient's code.</summary>
    public int? Number => int.TryParse(Words.TrimStart('#'), NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>The shortest list that has all that is asked for.</summary>
    public string ListOf(MemberCaller caller) => this switch
    {
        { Case: { } @case } => CollaborationListStore.Of(caller.Practice, @case),
        { Patient: { } patient } => CollaborationListStore.Of(caller.Practice, patient),
        { Mine: true } => CollaborationListStore.Of(caller.Practice, caller.Id),
        _ when caller.Member.CaseManager => CollaborationListStore.All(caller.Practice),
        _ => CollaborationListStore.SeenBy(caller.Practice, caller.Id),
    };

    public bool IsNumberOnly => Words.StartsWith('#');

    public bool Matches(string words) => SearchWords.Holds(words, Words);

    public bool Matches(MemberCaller caller, Collaboration record, DateTimeOffset now) =>
        (State is null || record.StateAt(now) == State)
        && (Patient is null || record.Patient == Patient)
        && (Case is null || record.Case == Case)
        && (!Mine || record.Starter == caller.Id);
}
