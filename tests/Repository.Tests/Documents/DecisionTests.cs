using System.Globalization;
using System.Text.RegularExpressions;

namespace Repository.Tests.Documents;

/// <summary>Decisions are numbered without a gap, dated, and say what else was weighed.</summary>
public sealed partial class DecisionTests
{
    private const string Folder = "docs/decisions";

    private static IEnumerable<string> Faults(SourceFile[] decisions)
    {
        for (var index = 0; index < decisions.Length; index++)
        {
            var (decision, number) = (decisions[index], (index + 1).ToString("0000", CultureInfo.InvariantCulture));
            if (!FileName().IsMatch(decision.Name) || decision.Name[..4] != number)
            {
                yield return $"{decision.Name} should begin with {number}";
            }

            if (!decision.Lines[0].StartsWith($"# {number}. ", StringComparison.Ordinal))
            {
                yield return $"{decision.Name} does not carry its number in its title";
            }

            if (!decision.Lines.Any(line => Dated().Match(line) is { Success: true } found
                && DateOnly.TryParseExact(found.Groups[1].Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)))
            {
                yield return $"{decision.Name} has no date with its state";
            }

            if (!decision.Text.Contains("**Alternatives.**", StringComparison.Ordinal))
            {
                yield return $"{decision.Name} names no alternatives";
            }
        }
    }

    [GeneratedRegex(@"^\d{4}-[a-z0-9-]+\.md$")]
    private static partial Regex FileName();

    [GeneratedRegex(@"^(\d{4}-\d{2}-\d{2})\. (Accepted|Superseded by \[?\d{4})")]
    private static partial Regex Dated();

    [Fact]
    public void EveryDecision_IsInOrder()
    {
        SourceFile[] decisions = [.. Checkout.Below(Folder, ".md")];
        Assert.NotEmpty(decisions);
        Findings.AssertNone(Faults(decisions));
    }

    [Theory]
    [InlineData("0002-a.md", "# 0002. A\n\n2026-01-01. Accepted.\n\n**Alternatives.** None.\n", "should begin with 0001")]
    [InlineData("0001-a.md", "# A\n\n2026-01-01. Accepted.\n\n**Alternatives.** None.\n", "does not carry its number in its title")]
    [InlineData("0001-a.md", "# 0001. A\n\n2026-13-01. Accepted.\n\n**Alternatives.** None.\n", "has no date with its state")]
    [InlineData("0001-a.md", "# 0001. A\n\n2026-01-01. Accepted.\n", "names no alternatives")]
    public void AnotherOrder_IsFound(string name, string text, string finding) =>
        Assert.Contains(Faults([new SourceFile($"{Folder}/{name}", text)]), found => found.EndsWith(finding, StringComparison.Ordinal));
}
