using Collaborations.Accounts;
using Collaborations.Archives;
using Collaborations.Archives.LeftOut;

namespace Collaborations.Tests.Archives;

[Trait("Size", "Small")]
public sealed class EntryNamesTests
{
    [Theory]
    [InlineData("photo.png", "photo.png")]
    [InlineData("../../etc/passwd.txt", "passwd.txt")]
    [InlineData(@"C:\Windows\evil.txt", "evil.txt")]
    [InlineData("a<b>c:d\"e|f?g*.txt", "abcdefg.txt")]
    [InlineData("line\r\nbreak\u0000.txt", "linebreak.txt")]
    [InlineData("invoice\u202Egpj.stl", "invoicegpj.stl")]
    [InlineData("dots... ", "dots")]
    [InlineData("  spaces .png", "spaces.png")]
    [InlineData("CON.txt", "_CON.txt")]
    [InlineData("com1.tar.txt", "_com1.tar.txt")]
    [InlineData(".png", "file.png")]
    [InlineData("", "file")]
    [InlineData("e\u0301.txt", "\u00E9.txt")]
    [InlineData("Röntgen – links 👍.png", "Röntgen – links 👍.png")]
    public void Of_a_file_Can_be_written_by_every_system(string name, string expected) => Assert.Equal(expected, new EntryNames().Take(name));

    [Fact]
    public void Of_twins_Are_numbered_whatever_the_size_of_their_letters()
    {
        var names = new EntryNames();
        Assert.Equal(
            ["a.png", "A (2).PNG", "a (2) (2).png", "a (3).png", "file", "file (2)"],
            new[] { "a.png", "A.PNG", "a (2).png", "a.png", "", "/" }.Select(names.Take));
    }

    [Fact]
    public void Too_long_Are_cut_before_their_ending_and_never_inside_a_sign()
    {
        var name = new EntryNames().Take(new string('x', 114) + "🙂🙂🙂.jpeg");
        Assert.Equal(new string('x', 114) + ".jpeg", name);
        Assert.Equal(120, new EntryNames().Take(new string('x', 400) + ".png").Length);
    }

    [Theory]
    [InlineData(Language.English)]
    [InlineData(Language.Spanish)]
    [InlineData(Language.French)]
    public void What_is_left_out_Is_said_by_number_in_every_language(Language language)
    {
        var words = new LeftOutWords();
        Assert.Null(words.NoteOf(language, 0, 0));
        var note = words.NoteOf(language, 1, 12)!;
        var lines = note.Text.Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(2, lines.Length);
        Assert.StartsWith("1 ", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("12 ", lines[1], StringComparison.Ordinal);
        Assert.DoesNotContain("{", note.Text, StringComparison.Ordinal);
        Assert.Equal(note.Name, new EntryNames().Take(note.Name));
    }
}
