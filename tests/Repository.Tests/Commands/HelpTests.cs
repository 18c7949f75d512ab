using System.Text.RegularExpressions;
using Tests.Support;

namespace Repository.Tests.Commands;

/// <summary>The two commands explain themselves, and README.md names no option they lack.</summary>
public sealed partial class HelpTests
{
    private static Ended Run(string command, params string[] arguments) => Command.Run(RepositoryRoot.Combine(command), arguments);

    private static IEnumerable<string> Missing(string text, string command, string help) =>
        from line in text.Split('\n')
        where line.Contains($"./{command}", StringComparison.Ordinal)
        from option in Option().Matches(line).Select(found => found.Value)
        where !Option().Matches(help).Select(found => found.Value).Contains(option)
        select option;

    [GeneratedRegex(@"(?<!\S|\w)--[a-z]+|(?<=[`\[])--[a-z]+")]
    private static partial Regex Option();

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    public void Help_SaysHowItIsCalled_AndNamesEveryOptionOfTheReadme(string command)
    {
        var help = Run(command, "--help");

        Assert.Equal(0, help.ExitCode);
        Assert.StartsWith($"./{command} [", help.Output, StringComparison.Ordinal);
        Findings.AssertNone(Missing(Checkout.File("README.md").Text, command, help.Output));
    }

    [Fact]
    public void AnOptionThatTheHelpLacks_IsFound() =>
        Assert.Equal(["--gone"], Missing("`./run --port 1 --gone`", "run", "  --port N   the port"));

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    public void AnUnknownOption_IsNamedInOneSentence(string command)
    {
        var ended = Run(command, "--nonsense");

        Assert.Equal(1, ended.ExitCode);
        Assert.Equal($"./{command}: There is no option --nonsense. See ./{command} --help\n", ended.Error);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("test")]
    [InlineData(".ci/run")]
    public void TheCommand_IsExecutable(string command) =>
        Assert.StartsWith("100755", Checkout.Git("ls-files", "--stage", command), StringComparison.Ordinal);
}
