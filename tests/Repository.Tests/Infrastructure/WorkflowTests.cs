using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace Repository.Tests.Infrastructure;

/// <summary>The pipelines: what they may do, whose code they run, and that they end.</summary>
public sealed partial class WorkflowTests
{
    private static readonly SourceFile[] Files = [.. Checkout.Below(".github/workflows", ".yml")];

    public static TheoryData<string> Paths => [.. Files.Select(file => file.Path)];

    private static IEnumerable<string> Loose(SourceFile file) =>
        Uses().Matches(file.Text)
            .Where(found => !Pinned().IsMatch(found.Groups[1].Value))
            .Select(found => $"{file.At(found.Index)}: {found.Groups[1].Value.Trim()} is not pinned by commit, with its version beside it");

    private static IEnumerable<KeyValuePair<YamlNode, YamlNode>> Jobs(string path) => (YamlMappingNode)Yaml.Read(path)["jobs"];

    [GeneratedRegex(@"^\s*-?\s*uses:(.*)$", RegexOptions.Multiline)]
    private static partial Regex Uses();

    [GeneratedRegex(@"^ [\w.-]+/[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$")]
    private static partial Regex Pinned();

    // An expression in a command becomes a part of it before it is run, whatever somebody wrote into a title or a branch's name.
    private static IEnumerable<string> Commands(string path) =>
        from job in Jobs(path)
        from step in (YamlSequenceNode)job.Value["steps"]
        where ((YamlMappingNode)step).Children.ContainsKey("run")
        select step["run"].ToString();

    public sealed class EachWorkflow
    {
        [Theory]
        [MemberData(nameof(Paths), MemberType = typeof(WorkflowTests))]
        public void PinsEveryActionByCommit(string path) => Findings.AssertNone(Loose(Checkout.File(path)));

        [Theory]
        [MemberData(nameof(Paths), MemberType = typeof(WorkflowTests))]
        public void MayDoNothing_UnlessAJobSaysSo(string path)
        {
            Assert.Empty((YamlMappingNode)Yaml.Read(path)["permissions"]);
            Assert.All(Jobs(path), job => Assert.Contains("permissions", job.Value.ToString(), StringComparison.Ordinal));
        }

        [Theory]
        [MemberData(nameof(Paths), MemberType = typeof(WorkflowTests))]
        public void Ends(string path) =>
            Assert.All(Jobs(path), job => Assert.True(((YamlMappingNode)job.Value).Children.ContainsKey("timeout-minutes"), $"{job.Key} has no limit of time"));

        [Theory]
        [MemberData(nameof(Paths), MemberType = typeof(WorkflowTests))]
        public void DoesNotRunBesideItself(string path) => Assert.NotEmpty((YamlMappingNode)Yaml.Read(path)["concurrency"]);

        [Theory]
        [MemberData(nameof(Paths), MemberType = typeof(WorkflowTests))]
        public void KnowsNoSecret_AndRunsNothingThatSomebodyWroteElsewhere(string path)
        {
            var text = Checkout.File(path).Text;

            Assert.DoesNotContain("secrets.", text, StringComparison.Ordinal);
            Assert.DoesNotContain("pull_request_target", text, StringComparison.Ordinal);
            Assert.DoesNotContain(Commands(path), command => command.Contains("${{", StringComparison.Ordinal));
        }
    }

    public sealed class Together
    {
        [Fact]
        public void APullRequest_RunsWhatEverybodyRuns() =>
            Assert.Contains("run: .ci/run", Checkout.File(".github/workflows/pull-request.yml").Text, StringComparison.Ordinal);

        [Fact]
        public void ADeployment_SaysWhatItWouldChange_Probes_AndGoesBack()
        {
            var text = Checkout.File(".github/workflows/deploy.yml").Text;
            string[] order = ["what-if", "azd provision", "deploy api", "probe.sh", "deploy web", "if: failure()"];

            Assert.Equal(order, order.OrderBy(part => text.IndexOf(part, StringComparison.Ordinal)));
            Assert.DoesNotContain(order, part => !text.Contains(part, StringComparison.Ordinal));
        }

        [Theory]
        [InlineData("      - uses: actions/checkout@v4\n")]
        [InlineData("      - uses: actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1\n")]
        public void AnActionPinnedByNothingOrWithoutItsVersion_IsFound(string text) => Assert.Single(Loose(new SourceFile("a.yml", text)));
    }
}
