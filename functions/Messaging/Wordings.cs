using System.Text.Json;
using Collaborations.Accounts;
using Collaborations.Http;

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
    private readonly Dictionary<Language, Wording> _all = Enum.GetValues<Language>().ToDictionary(language => language, Read);

    public Wording In(Language language) => _all[language];

    public static string Fill(string words, IReadOnlyDictionary<string, string> values) =>
        values.Aggregate(words, (text, value) => text.Replace($"{{{value.Key}}}", value.Value, StringComparison.Ordinal));

    private static Wording Read(Language language)
    {
        var name = $"Collaborations.Messaging.Words.{Languages.Tag(language)}.json";
        using var stream = typeof(Wordings).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        return JsonSerializer.Deserialize<Wording>(stream, ApiJson.Options) ?? throw new InvalidOperationException($"{name} is empty.");
    }
}
