using System.Text.Json;
using Collaborations.Http;

namespace Collaborations.Accounts;

/// <summary>Words in every language, from files of the assembly: one for each language, named by its tag.</summary>
public static class EmbeddedWords
{
    /// <param name="place">The folder with the files, as a namespace.</param>
    /// <exception cref="InvalidOperationException">A language has no file there, or an empty one.</exception>
    public static IReadOnlyDictionary<Language, T> Read<T>(string place) =>
        Enum.GetValues<Language>().ToDictionary(language => language, language => Read<T>(place, language));

    private static T Read<T>(string place, Language language)
    {
        var name = $"{place}.{Languages.Tag(language)}.json";
        using var stream = typeof(EmbeddedWords).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        return JsonSerializer.Deserialize<T>(stream, ApiJson.Options) ?? throw new InvalidOperationException($"{name} is empty.");
    }
}
