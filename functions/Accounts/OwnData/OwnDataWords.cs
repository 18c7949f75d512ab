namespace Collaborations.Accounts.OwnData;

/// <summary>The words of one language.</summary>
/// <param name="Archive">The zip's name; it stands in a list of downloads, so it says nothing of a practice.</param>
/// <param name="Account">The name of the file about the account.</param>
/// <param name="Conversation">The name of a conversation's file, with <c>{practice}</c> and <c>{member}</c>.</param>
/// <param name="Files">Under a message, with <c>{names}</c>.</param>
/// <param name="Withdrawn">Instead of a message.</param>
public sealed record OwnDataWording(string Archive, string Account, string Conversation, string Files, string Withdrawn);

/// <summary>The words of what somebody downloads of their own. Embedded files of this folder.</summary>
public sealed class OwnDataWords
{
    private readonly IReadOnlyDictionary<Language, OwnDataWording> _all = EmbeddedWords.Read<OwnDataWording>("Collaborations.Accounts.OwnData");

    public OwnDataWording In(Language language) => _all[language];
}
