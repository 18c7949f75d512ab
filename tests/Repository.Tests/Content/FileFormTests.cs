using System.Text.RegularExpressions;

namespace Repository.Tests.Content;

/// <summary>Length and line ends of the files that people read.</summary>
public sealed partial class FileFormTests
{
    /// <summary>Past it a file has more than one responsibility, unless its reason stands below.</summary>
    private const int LongestFile = 400;

    private static readonly string[] Counted =
        [".cs", ".ts", ".tsx", ".mjs", ".css", ".bicep", ".sh", ".yml", ".yaml", ".csproj", ".props", ".targets"];

    /// <summary>Files that are long for a reason.</summary>
    private static readonly Dictionary<string, string> LongForAReason = new(StringComparer.Ordinal)
    {
        ["functions/openapi.yaml"] = "The contract is one document: tools and readers look for every operation and schema in it.",
        ["static-web/src/api/schema.ts"] = "Generated from the contract.",
    };

    private static IEnumerable<string> TooLong(IEnumerable<SourceFile> files, IReadOnlyCollection<string> excused) =>
        from file in files
        where (Counted.Contains(file.Extension) || file.Extension.Length == 0) && file.Lines.Count > LongestFile && !excused.Contains(file.Path)
        select $"{file.Path} has {file.Lines.Count} lines";

    private static IEnumerable<string> BadForm(SourceFile file)
    {
        if (file.Text.Contains('\r', StringComparison.Ordinal))
        {
            yield return $"{file.Path} has a carriage return";
        }

        if (file.Text.Length > 0 && !file.Text.EndsWith('\n') && !Generated().IsMatch(file.Path))
        {
            yield return $"{file.Path} does not end its last line";
        }

        // The SDK writes solutions with one.
        if (file.Text.StartsWith('\uFEFF') && file.Extension != ".sln")
        {
            yield return $"{file.Path} begins with a byte order mark";
        }
    }

    // The package managers write these as they like.
    [GeneratedRegex(@"(^|/)(packages\.lock\.json|package-lock\.json)$")]
    private static partial Regex Generated();

    public sealed class Length
    {
        [Fact]
        public void NoFile_IsTooLongWithoutAReason() => Findings.AssertNone(TooLong(Checkout.Files, LongForAReason.Keys));

        [Fact]
        public void NoReason_OutlivesItsFile() =>
            Assert.Equal(LongForAReason.Keys.Order(), LongForAReason.Keys.Where(path => TooLong([Checkout.File(path)], []).Any()).Order());

        [Fact]
        public void AFileOfOneLineTooMany_IsFound()
        {
            var fits = new SourceFile("a.cs", string.Concat(Enumerable.Repeat("x\n", LongestFile)));
            var exceeds = fits with { Path = "b.cs", Text = fits.Text + "x\n" };
            Assert.Equal(["b.cs has 401 lines"], TooLong([fits, exceeds], []));
        }
    }

    public sealed class Form
    {
        [Fact]
        public void EveryFile_HasPlainLineEnds() => Findings.AssertNone(Checkout.Files.SelectMany(BadForm));

        [Theory]
        [InlineData("a\r\n", "a.cs has a carriage return")]
        [InlineData("a", "a.cs does not end its last line")]
        [InlineData("\uFEFFa\n", "a.cs begins with a byte order mark")]
        public void AnotherForm_IsFound(string text, string finding) => Assert.Equal([finding], BadForm(new SourceFile("a.cs", text)));

        [Fact]
        public void GitStoresText_WithLineFeeds() =>
            Assert.Contains("* text=auto eol=lf", Checkout.File(".gitattributes").Lines);
    }
}
