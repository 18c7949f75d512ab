using Collaborations.Accounts;

namespace Collaborations.Archives.LeftOut;

/// <summary>The words of one language, with <c>{count}</c> where the number goes.</summary>
/// <param name="Name">Of the text file.</param>
/// <param name="CheckingOne">One file has not arrived or is being checked.</param>
/// <param name="CheckingMany">Several.</param>
/// <param name="HeldBackOne">One file was held back.</param>
/// <param name="HeldBackMany">Several.</param>
public sealed record LeftOutWording(string Name, string CheckingOne, string CheckingMany, string HeldBackOne, string HeldBackMany);

/// <summary>Says how many files are not in a zip, and why; never which. Embedded files of this folder.</summary>
public sealed class LeftOutWords
{
    private readonly IReadOnlyDictionary<Language, LeftOutWording> _all = EmbeddedWords.Read<LeftOutWording>("Collaborations.Archives.LeftOut");

    /// <returns>Null where nothing was left out.</returns>
    public ArchiveNote? NoteOf(Language language, int checking, int heldBack)
    {
        var words = _all[language];
        var lines = new[] { Line(checking, words.CheckingOne, words.CheckingMany), Line(heldBack, words.HeldBackOne, words.HeldBackMany) };
        var said = lines.OfType<string>().ToList();

        // Windows' oldest editor wants both characters at the end of a line.
        return said.Count == 0 ? null : new ArchiveNote(words.Name, string.Concat(said.Select(line => line + "\r\n")));

        string? Line(int count, string one, string many) => count == 0
            ? null
            : (count == 1 ? one : many).Replace("{count}", count.ToString("N0", Languages.Culture(language)), StringComparison.Ordinal);
    }
}
