using Collaborations.Accounts;

namespace Collaborations.Messaging;

/// <summary>Every email that is sent. The names are the keys of the files in Words/.</summary>
public enum EmailKind
{
    Invitation,
    InvitationReminder,
    SecureMessage,
    NewMessage,
    UnreadReminder,
    AddedToCase,
    InvitationBounced,
    InvitationLocked,
    CodeFailed,
    NewLinkAsked,
    LockedOut,
    PasswordChanged,
    PasswordReset,
    SignInChanged,
    CollaborationInvitation,
    CollaborationReminder,
    CollaborationMessage,
    CollaborationBounced,
    NewDevice,
    AccountClosing,
    AccountKept,
}

/// <summary>The words of one email, with <c>{names}</c> where values go.</summary>
public sealed record EmailWords(string Subject, IReadOnlyList<string> Before, string Action, IReadOnlyList<string> After);

/// <summary>The words of one language.</summary>
/// <param name="Emails">By the name of their kind.</param>
/// <param name="CodeText">A text with a code.</param>
/// <param name="CodeSpoken">What a call says, the code as <c>{digits}</c>.</param>
/// <param name="Signature">Under every email.</param>
/// <param name="NoticeText">A text that says that something waits.</param>
public sealed record Wording(IReadOnlyDictionary<string, EmailWords> Emails, string CodeText, string CodeSpoken, string Signature, string NoticeText);

/// <summary>What is sent, in every language; embedded files of Words/.</summary>
public sealed class Wordings
{
    private readonly IReadOnlyDictionary<Language, Wording> _all = EmbeddedWords.Read<Wording>("Collaborations.Messaging.Words");

    public Wording In(Language language) => _all[language];

    public static string Fill(string words, IReadOnlyDictionary<string, string> values) =>
        values.Aggregate(words, (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));
}
