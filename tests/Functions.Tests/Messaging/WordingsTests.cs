using System.Text.RegularExpressions;
using Collaborations.Accounts;
using Collaborations.Messaging;

namespace Collaborations.Tests.Messaging;

/// <summary>Emails, texts and calls say the same in every language.</summary>
[Trait("Size", "Small")]
public sealed partial class WordingsTests
{
    private readonly Wordings _wordings = new();

    public static TheoryData<Language> Languages { get; } = [.. Enum.GetValues<Language>()];

    [Theory]
    [MemberData(nameof(Languages))]
    public void Every_email_Has_its_words_and_every_word_an_email(Language language) =>
        Assert.Equal(Enum.GetNames<EmailKind>().Order(StringComparer.Ordinal), _wordings.In(language).Emails.Keys.Order(StringComparer.Ordinal));

    [Theory]
    [MemberData(nameof(Languages))]
    public void Values_Stand_in_every_language_that_stand_in_English(Language language)
    {
        var (english, other) = (_wordings.In(Language.English), _wordings.In(language));
        Assert.Equal(Names(english.CodeText), Names(other.CodeText));
        Assert.Equal(Names(english.CodeSpoken), Names(other.CodeSpoken));
        Assert.Equal(Names(english.NoticeText), Names(other.NoticeText));
        foreach (var (kind, words) in english.Emails)
        {
            Assert.Equal(NamesOf(words), NamesOf(other.Emails[kind]));
            Assert.NotEmpty(other.Emails[kind].Action);
        }
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void A_call_Says_the_code_twice_and_a_text_once(Language language)
    {
        var words = _wordings.In(language);
        Assert.Equal(2, Regex.Count(words.CodeSpoken, Regex.Escape("{digits}")));
        Assert.Single(Regex.Matches(words.CodeText, Regex.Escape("{code}")));
    }

    [Theory]
    [MemberData(nameof(Languages))]
    public void No_subject_Names_a_person(Language language) =>
        Assert.All(_wordings.In(language).Emails.Values, words => Assert.DoesNotContain("{member}", words.Subject, StringComparison.Ordinal));

    private static string[] NamesOf(EmailWords words) =>
        [.. words.Before.Concat(words.After).Append(words.Subject).Append(words.Action).SelectMany(Names).Distinct().Order(StringComparer.Ordinal)];

    private static string[] Names(string text) => [.. Name().Matches(text).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex(@"\{\w+\}")]
    private static partial Regex Name();
}
