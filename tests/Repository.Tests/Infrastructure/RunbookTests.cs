using System.Text.RegularExpressions;

namespace Repository.Tests.Infrastructure;

/// <summary>The questions to the telemetry, the runbook, and the code they speak of.</summary>
public sealed partial class RunbookTests
{
    private const string Runbook = "docs/operations.md";

    private static readonly SourceFile[] Queries = [.. Checkout.Below("infra/monitoring/queries", ".kql")];

    private static readonly HashSet<string> Functions =
        [.. Checkout.Below("functions", ".cs").SelectMany(file => Function().Matches(file.Text)).Select(found => found.Groups[1].Value)];

    // The template puts the keys of the questions into the alerts; these two are not asked of the logs.
    private static readonly string[] MetricAlarms = ["unhealthy", "storage-unavailable"];

    [GeneratedRegex(@"\[Function\(nameof\((\w+)\)\)\]")]
    private static partial Regex Function();

    [GeneratedRegex(@"Name (?:==|in) \(?((?:""\w+""(?:, )?)+)\)?")]
    private static partial Regex Named();

    [GeneratedRegex(@"key: '([\w-]+)'")]
    private static partial Regex Key();

    [GeneratedRegex(@"Message (?:startswith|endswith) ""([^""]+)""")]
    private static partial Regex Said();

    [GeneratedRegex(@"""(collaborations\.[a-z_.]+)""")]
    private static partial Regex Measure();

    [GeneratedRegex(@"LoggerMessage\([^)]*Message = ""([^""]+)""")]
    private static partial Regex Template();

    private static IEnumerable<string> Keys() => Key().Matches(Checkout.File("infra/monitoring/questions.bicep").Text).Select(found => found.Groups[1].Value);

    [Fact]
    public void EveryQuery_IsAskedOnce() =>
        Assert.Equal(Queries.Select(file => Path.GetFileNameWithoutExtension(file.Path)).Order(), Keys().Order());

    [Fact]
    public void EveryQuery_BeginsWithItsQuestion() =>
        Findings.AssertNone(Queries.Where(file => !Regex.IsMatch(file.Lines[0], @"^// .+[?.]")).Select(file => $"{file.Path} does not begin with a question"));

    [Fact]
    public void EveryQuestionAndAlarm_HasItsParagraph()
    {
        var headings = Checkout.File(Runbook).Lines.Where(line => line.StartsWith("### ", StringComparison.Ordinal)).Select(line => line[4..]).ToList();

        Assert.Equal(Keys().Concat(MetricAlarms).Order(), headings.Order());
    }

    [Fact]
    public void EveryFunctionThatAQueryNames_IsThere() =>
        Findings.AssertNone(
            from file in Queries
            from named in Named().Matches(file.Text)
            from name in named.Groups[1].Value.Split(',').Select(part => part.Trim(' ', '"'))
            where !Functions.Contains(name)
            select $"{file.At(named.Index)}: there is no function {name}");

    [Fact]
    public void EveryLogThatAQueryLooksFor_IsWritten()
    {
        var templates = Checkout.Below("functions", ".cs").SelectMany(file => Template().Matches(file.Text)).Select(found => found.Groups[1].Value).ToList();
        Assert.NotEmpty(templates);
        Findings.AssertNone(
            from file in Queries
            from said in Said().Matches(file.Text)
            let text = said.Groups[1].Value
            where !templates.Any(template => template.StartsWith(text, StringComparison.Ordinal) || template.EndsWith(text, StringComparison.Ordinal))
            select $"{file.At(said.Index)}: nothing says \"{text}\"");
    }

    [Fact]
    public void EveryMeasureThatAQueryNames_IsTaken()
    {
        var measures = Measure().Matches(Checkout.File("functions/Telemetry/Measures.cs").Text).Select(found => found.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Assert.NotEmpty(measures);
        Findings.AssertNone(
            from file in Queries
            from named in Measure().Matches(file.Text)
            where !measures.Contains(named.Groups[1].Value)
            select $"{file.At(named.Index)}: nothing measures {named.Groups[1].Value}");
    }

    [Fact]
    public void EveryMeasure_IsAskedFor()
    {
        var asked = Queries.SelectMany(file => Measure().Matches(file.Text)).Select(found => found.Groups[1].Value).ToHashSet(StringComparer.Ordinal);
        Findings.AssertNone(
            Measure().Matches(Checkout.File("functions/Telemetry/Measures.cs").Text).Select(found => found.Groups[1].Value).Where(name => !asked.Contains(name)).Select(name => $"nobody asks for {name}"));
    }

    [Fact]
    public void EverySetting_IsExplained()
    {
        var runbook = Checkout.File(Runbook).Text;
        Findings.AssertNone(Bicep.AppSettings().Keys.Where(name => !name.StartsWith('[') && !runbook.Contains($"`{name}`", StringComparison.Ordinal)).Select(name => $"{name} is not explained in {Runbook}"));
    }
}
