using System.Text.RegularExpressions;

namespace Repository.Tests.Projects;

/// <summary>Each project under local/packages says which version of which package it mirrors, and that is the version the Azure edition uses.</summary>
public sealed partial class LocalPackageTests
{
    private const string Folder = "local/packages";

    /// <summary>The version must stand where a reader sees it at once.</summary>
    private const int FirstLines = 5;

    private static IEnumerable<string> BadReadme(string package, SourceFile? readme, IReadOnlyDictionary<string, string> pins)
    {
        if (readme is null)
        {
            return [$"{package} has no README.md"];
        }

        var version = Version().Match(string.Join('\n', readme.Lines.Take(FirstLines))).Value;
        if (version.Length == 0)
        {
            return [$"{readme.Path} does not begin with the version it mirrors"];
        }

        // Some come along with a pinned package and have no pin of their own.
        return pins.TryGetValue(package, out var pinned) && pinned != version
            ? [$"{readme.Path} mirrors {version}, and {pinned} is pinned"]
            : [];
    }

    [GeneratedRegex(@"(?<![\d.])\d+\.\d+\.\d+(?![\d])")]
    private static partial Regex Version();

    public sealed class InTheRepository
    {
        [Fact]
        public void EveryLocalPackage_NamesThePinnedVersion() =>
            Findings.AssertNone(
                from project in ProjectFiles.All
                where project.Path.StartsWith(Folder + "/", StringComparison.Ordinal)
                from finding in BadReadme(project.Name, Checkout.Files.FirstOrDefault(file => file.Path == $"{project.Folder}/README.md"), ProjectFiles.Pins)
                select finding);

        [Fact]
        public void EveryAzurePackage_HasItsLocalProject() =>
            Findings.AssertNone(ProjectFiles.Functions.AzurePackages.Select(name => $"{Folder}/{name}/{name}.csproj").Except(ProjectFiles.All.Select(project => project.Path)));
    }

    public sealed class InASample
    {
        private static readonly Dictionary<string, string> Pins = new() { ["A"] = "1.2.3" };

        [Fact]
        public void NoReadme_IsFound() => Assert.Equal(["A has no README.md"], BadReadme("A", null, Pins));

        [Theory]
        [InlineData("# A\n\nMirrors 1.2.4.\n", "p/README.md mirrors 1.2.4, and 1.2.3 is pinned")]
        [InlineData("# A\n\nMirrors a version.\n", "p/README.md does not begin with the version it mirrors")]
        [InlineData("# A\n\n\n\n\n\nMirrors 1.2.3.\n", "p/README.md does not begin with the version it mirrors")]
        public void AnotherVersionOrNone_IsFound(string text, string finding) =>
            Assert.Equal([finding], BadReadme("A", new SourceFile("p/README.md", text), Pins));

        [Theory]
        [InlineData("A")]
        [InlineData("ComesAlong")]
        public void TheVersion_IsTaken(string package) =>
            Assert.Empty(BadReadme(package, new SourceFile("p/README.md", "# A\n\nMirrors **1.2.3**.\n"), Pins));
    }
}
