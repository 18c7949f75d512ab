using Collaborations.Identifiers;

namespace Collaborations.Audit;

/// <summary>What a route will say in the audit; the use case adds what only it finds out.</summary>
/// <param name="action">What is tried.</param>
public sealed class AuditNote(AuditAction action)
{
    /// <summary>What it came to, where that is more or less than what was tried.</summary>
    public AuditAction Action { get; set; } = action;

    /// <summary>A page that somebody has open asks again by itself: the line of its opening is there.</summary>
    public bool IsRepeated { get; set; }

    /// <summary>The practice whose chain it belongs to; without one it goes to the account's.</summary>
    public PracticeId? Practice { get; set; }

    /// <summary>Who; set by the edge for whoever is signed in, by a sign-in for whom it was tried.</summary>
    public AccountId? Account { get; set; }

    /// <summary>An operator, who is no account: it goes to the chain of operators.</summary>
    public bool ByOperator { get; set; }

    /// <summary>On what: the id of the record that is seen or changed.</summary>
    public string? Subject { get; set; }
}
