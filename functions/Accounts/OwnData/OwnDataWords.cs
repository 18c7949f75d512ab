using System.Text.Json;
using Collaborations.Http;

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
    private readonly Dictionary<Language, OwnDataWording> _all = Enum.GetValues<Language>().ToDictionary(language => language, Read);

    public OwnDataWording In(Language language) => _all[language];

    private static OwnDataWording Read(Language language)
    {
        var name = $"Collaborations.Accounts.OwnData.{Languages.Tag(language)}.json";
        using var stream = typeof(OwnDataWords).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        return JsonSerializer.Deserialize<OwnDataWording>(stream, ApiJson.Options) ?? throw new InvalidOperationException($"{name} is empty.");
    }
}
