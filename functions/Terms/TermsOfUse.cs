using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Collaborations.Accounts;
using Collaborations.Http;

namespace Collaborations.Terms;

/// <summary>Other terms have come into force since the page was read.</summary>
public sealed record OtherTerms() : Conflict("other-terms");

/// <summary>What a person says who accepts.</summary>
/// <param name="Version">That was read.</param>
public sealed record TermsAnswer(string Version);

/// <summary>The terms in one language.</summary>
public sealed record TermsText(string Version, Language Language, string Title, IReadOnlyList<string> Paragraphs);

/// <summary>The terms of use in force. A new text is a new version, and is asked for at the next sign-in.</summary>
public sealed class TermsOfUse
{
    public const string Version = "2026-11";

    private readonly Dictionary<Language, TermsText> _texts = Enum.GetValues<Language>().ToDictionary(language => language, Read);

    public TermsText In(Language language) => _texts[language];

    private static TermsText Read(Language language)
    {
        var name = $"Collaborations.Terms.{language}.json";
        using var stream = typeof(TermsOfUse).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"{name} is not in the assembly.");
        var words = JsonSerializer.Deserialize<Words>(stream, ApiJson.Options) ?? throw new InvalidOperationException($"{name} is empty.");
        return new TermsText(Version, language, words.Title, words.Paragraphs);
    }

    [SuppressMessage("Performance", "CA1812:Avoid uninstantiated internal classes", Justification = "Made by the JSON reader.")]
    private sealed record Words(string Title, IReadOnlyList<string> Paragraphs);
}
