using System.Globalization;
using System.Text.RegularExpressions;

namespace Repository.Tests.Documents;

/// <summary>
/// docs/security.md answers every requirement once and in order, and a test that it names is in the file that it links. That its links lead
/// somewhere is held for every document (<see cref="MarkdownTests"/>).
/// </summary>
public sealed partial class SecurityTests
{
    private const int Requirements = 76;

    private static string Text => Checkout.File("docs/security.md").Text;

    private static IEnumerable<int> Numbers(string text) => Row().Matches(text).Select(row => int.Parse(row.Groups[1].Value, CultureInfo.InvariantCulture));

    /// <summary>What the last column names and is not there. Where no test shows anything, it says "None".</summary>
    private static IEnumerable<string> Faults(string text, Func<string, SourceFile?> open)
    {
        foreach (var row in Row().Matches(text).Select(found => (Number: found.Groups[1].Value, Tests: found.Groups[2].Value)))
        {
            var named = Named().Matches(row.Tests).Select(found => (Name: found.Groups[1].Value, Path: found.Groups[2].Value)).ToList();
            if (named.Count == 0 && !row.Tests.StartsWith("None", StringComparison.Ordinal))
            {
                yield return $"{row.Number} names no test and does not say so";
            }

            foreach (var test in named.Where(test => !IsIn(open(test.Path), test.Name)))
            {
                yield return $"{row.Number}: {test.Name} is not in {test.Path}";
            }
        }
    }

    // Of a C# test the class, which its file is named after, and the method; of one of the pages its words.
    private static bool IsIn(SourceFile? file, string name) => file switch
    {
        null => false,
        { Extension: ".cs" } => name.Split('.') is [var type, var method]
            && file.Name == $"{type}.cs"
            && Regex.IsMatch(file.Text, $@"\bpublic (async )?(Task|void) {Regex.Escape(method)}\("),
        _ => file.Text.Contains($"'{name}'", StringComparison.Ordinal),
    };

    private static SourceFile? Sample(string path) => path switch
    {
        "tests/ATests.cs" => new SourceFile(path, "    public async Task There()\n    private static void Hidden()\n"),
        "tests/a.test.ts" => new SourceFile(path, "  it('There', () => {\n"),
        _ => null,
    };

    // A row begins with its number; its last cell is what shows it.
    [GeneratedRegex(@"^\| (\d+) \|.*\| ([^|]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Row();

    // The document stands in docs/, and what it links to beside that.
    [GeneratedRegex(@"\[`([^`]+)`\]\(\.\./([^)\s]+)\)")]
    private static partial Regex Named();

    [Fact]
    public void EveryRequirement_IsAnswered_OnceAndInOrder() => Assert.Equal(Enumerable.Range(1, Requirements), Numbers(Text));

    [Fact]
    public void EveryTestThatIsNamed_IsThere() =>
        Findings.AssertNone(Faults(Text, path => Checkout.Files.FirstOrDefault(file => file.Path == path)));

    [Theory]
    [InlineData("yes, it does", "7 names no test and does not say so")]
    [InlineData("[`ATests.Gone`](../tests/ATests.cs)", "7: ATests.Gone is not in tests/ATests.cs")]
    [InlineData("[`ATests.Hidden`](../tests/ATests.cs)", "7: ATests.Hidden is not in tests/ATests.cs")]
    [InlineData("[`BTests.There`](../tests/ATests.cs)", "7: BTests.There is not in tests/ATests.cs")]
    [InlineData("[`ATests.There`](../tests/gone/ATests.cs)", "7: ATests.There is not in tests/gone/ATests.cs")]
    [InlineData("[`Ther`](../tests/a.test.ts)", "7: Ther is not in tests/a.test.ts")]
    public void ATestThatIsNotThere_IsFound(string tests, string finding) =>
        Assert.Equal([finding], Faults($"| 7 | asked | what | where | {tests} |\n", Sample));

    [Theory]
    [InlineData("None: nobody measures it")]
    [InlineData("[`ATests.There`](../tests/ATests.cs), [`There`](../tests/a.test.ts)")]
    public void ATestThatIsThere_IsNot(string tests) => Assert.Empty(Faults($"| 7 | asked | what | where | {tests} |\n", Sample));
}
