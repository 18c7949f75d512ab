namespace Collaborations.Audit;

/// <summary>One line: ids and digests, never a name, an address or a word of anyone's.</summary>
/// <param name="At">To the millisecond, in UTC.</param>
/// <param name="Actor">Who: an account's id; null where nobody was signed in.</param>
/// <param name="Action">What was tried.</param>
/// <param name="Subject">On what: an id; null where the route names none.</param>
/// <param name="From">From where: the keyed digest of the network address.</param>
/// <param name="Outcome"><c>done</c>, the code of the rule that refused, or <c>failed</c> where it is not known how far it came; <c>begun</c> for what takes long, before its first write.</param>
public sealed record AuditLine(DateTimeOffset At, string? Actor, AuditAction Action, string? Subject, string? From, string Outcome)
{
    public const string Done = "done";
    public const string Failed = "failed";

    /// <summary>The line with what came of it follows; where none does, it was cut off.</summary>
    public const string Begun = "begun";

    /// <summary>Of what the product does by itself, or an operator beside it: nobody is signed in, and no network address is known.</summary>
    public static AuditLine ByNobody(DateTimeOffset now, AuditAction action, string subject, string outcome) =>
        new(Milliseconds(now), Actor: null, action, subject, From: null, outcome);

    public static DateTimeOffset Milliseconds(DateTimeOffset time) => DateTimeOffset.FromUnixTimeMilliseconds(time.ToUnixTimeMilliseconds());
}

/// <summary>A line in its chain.</summary>
/// <param name="Sequence">From 1, without gaps.</param>
/// <param name="Line">What happened.</param>
/// <param name="Link">HMAC-SHA-256, in hexadecimal, over the link before, the sequence and the line.</param>
public sealed record ChainedLine(long Sequence, AuditLine Line, string Link);

/// <summary>The end of a chain, replaced in the same batch that adds a line.</summary>
/// <param name="Sequence">Of the last line; 0 for an empty chain.</param>
/// <param name="Link">Of the last line; empty for an empty chain.</param>
/// <param name="Seal">HMAC-SHA-256 over both, so that a head cannot be made to fit a chain that was cut.</param>
public sealed record ChainHead(long Sequence, string Link, string Seal);
