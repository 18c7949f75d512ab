using System.Text.Json;
using System.Text.RegularExpressions;

namespace Repository.Tests.Projects;

/// <summary>Every package has one exact version, in Directory.Packages.props, and the lock files hold that one.</summary>
public sealed partial class PackageVersionTests
{
    private static IEnumerable<string> BadReferences(ProjectFile project, IReadOnlyDictionary<string, string> pins) =>
        project.Packages.SelectMany(item => BadReference(project.Path, ProjectFile.Include(item), (string?)item.Attribute("Version") ?? (string?)item.Attribute("VersionOverride"), pins));

    private static IEnumerable<string> BadReference(string path, string package, string? version, IReadOnlyDictionary<string, string> pins)
    {
        // The editions' references are lists of items, checked where they are written out.
        if (package.StartsWith("@(", StringComparison.Ordinal))
        {
            yield break;
        }

        if (version is not null)
        {
            yield return $"{path} gives {package} a version of its own";
        }

        if (!pins.ContainsKey(package))
        {
            yield return $"{path} uses {package}, which has no pinned version";
        }
    }

    private static IEnumerable<string> BadPins(IReadOnlyDictionary<string, string> pins) =>
        pins.Where(pin => !Exact().IsMatch(pin.Value)).Select(pin => $"{pin.Key} is pinned to '{pin.Value}', which is not one version");

    private static IEnumerable<string> Unused(IEnumerable<string> pinned, IEnumerable<ProjectFile> users) =>
        pinned.Except(users.SelectMany(user => user.Packages.Select(ProjectFile.Include).Concat(user.AzurePackages).Concat(user.AzureBuildPackages)))
            .Select(package => $"{package} is pinned and nothing uses it");

    /// <summary>Direct packages of a lock file that were resolved to another version than the pinned one.</summary>
    private static IEnumerable<string> Drift(SourceFile lockFile, IReadOnlyDictionary<string, string> pins)
    {
        using var document = JsonDocument.Parse(lockFile.Text);
        return
        [
            .. from framework in document.RootElement.GetProperty("dependencies").EnumerateObject()
               from package in framework.Value.EnumerateObject()
               where package.Value.GetProperty("type").GetString() is "Direct" or "CentralTransitive"
               let resolved = package.Value.GetProperty("resolved").GetString()
               where pins.TryGetValue(package.Name, out var pinned) && pinned != resolved
               select $"{lockFile.Path} holds {package.Name} {resolved}",
        ];
    }

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?$")]
    private static partial Regex Exact();

    public sealed class InTheRepository
    {
        [Fact]
        public void EveryReference_IsPinnedCentrally() =>
            Findings.AssertNone(ProjectFiles.All.Concat(ProjectFiles.Shared).SelectMany(project => BadReferences(project, ProjectFiles.Pins)));

        [Fact]
        public void EveryAzurePackage_IsPinnedCentrally() =>
            Findings.AssertNone(ProjectFiles.Functions.AzurePackages.Concat(ProjectFiles.Functions.AzureBuildPackages).Except(ProjectFiles.Pins.Keys));

        [Fact]
        public void EveryPin_IsOneStableVersion() => Findings.AssertNone(BadPins(ProjectFiles.Pins));

        [Fact]
        public void EveryPin_IsUsed() =>
            Findings.AssertNone(Unused(ProjectFiles.Pins.Keys, ProjectFiles.All.Concat(ProjectFiles.Shared)));

        [Fact]
        public void EveryLockFile_HoldsThePinnedVersions() =>
            Findings.AssertNone(Checkout.Files.Where(file => file.Name == "packages.lock.json").SelectMany(file => Drift(file, ProjectFiles.Pins)));
    }

    public sealed class InASample
    {
        private static readonly Dictionary<string, string> Pins = new() { ["A"] = "1.0.0" };

        private static ProjectFile Project(string items) =>
            ProjectFile.Parse(new SourceFile("x/X.csproj", $"<Project><ItemGroup>{items}</ItemGroup></Project>"));

        [Theory]
        [InlineData("""<PackageReference Include="A" Version="2.0.0" />""", "x/X.csproj gives A a version of its own")]
        [InlineData("""<PackageReference Include="A" VersionOverride="2.0.0" />""", "x/X.csproj gives A a version of its own")]
        [InlineData("""<PackageReference Include="B" />""", "x/X.csproj uses B, which has no pinned version")]
        public void AReferencePastThePins_IsFound(string item, string finding) => Assert.Equal([finding], BadReferences(Project(item), Pins));

        [Theory]
        [InlineData("1.*")]
        [InlineData("[1.0.0,2.0.0)")]
        [InlineData("1.0.0-beta.1")]
        public void APinOfSeveralVersionsOrNoStableOne_IsFound(string version) =>
            Assert.Single(BadPins(new Dictionary<string, string> { ["A"] = version }));

        [Fact]
        public void APinThatNothingUses_IsFound() =>
            Assert.Equal(["B is pinned and nothing uses it"], Unused(["A", "B"], [Project("""<PackageReference Include="A" />""")]));

        [Fact]
        public void ALockFileWithAnotherVersion_IsFound() =>
            Assert.Equal(
                ["x/packages.lock.json holds A 0.9.0"],
                Drift(new SourceFile("x/packages.lock.json", """{"dependencies":{"net10.0":{"A":{"type":"Direct","resolved":"0.9.0"},"B":{"type":"Project"}}}}"""), Pins));
    }
}
