using System.Text.RegularExpressions;

namespace Repository.Tests.Projects;

public sealed partial class SolutionTests
{
    private static IEnumerable<string> ProjectsIn(string solution) =>
        ProjectPath().Matches(solution).Select(found => found.Groups[1].Value.Replace('\\', '/'));

    /// <summary>Projects on one side only: forgotten in the solution, or listed there and gone.</summary>
    private static IEnumerable<string> Differences(string solution, IEnumerable<string> projects)
    {
        var listed = ProjectsIn(solution).ToHashSet(StringComparer.Ordinal);
        var there = projects.ToHashSet(StringComparer.Ordinal);
        return there.Except(listed).Select(path => $"{path} is not in the solution")
            .Concat(listed.Except(there).Select(path => $"{path} is in the solution and not there"));
    }

    [GeneratedRegex("""= "[^"]+", "([^"]+\.csproj)",""")]
    private static partial Regex ProjectPath();

    public sealed class InTheRepository
    {
        [Fact]
        public void EveryProject_IsInTheSolution() =>
            Findings.AssertNone(Differences(Checkout.File("Collaborations.sln").Text, ProjectFiles.All.Select(project => project.Path)));

        [Fact]
        public void EveryProject_HasItsLockFile() =>
            Findings.AssertNone(ProjectFiles.All.Select(project => $"{project.Folder}/packages.lock.json").Except(Checkout.Files.Select(file => file.Path)));

        [Fact]
        public void EveryTestProject_IsNamedAsOne_SoThatItIsRun() =>
            Findings.AssertNone(
                from project in ProjectFiles.All
                where Checkout.Below(project.Folder, ".cs").Any(file => file.Text.Contains("[Fact", StringComparison.Ordinal))
                where !project.Path.Equals($"tests/{project.Name}/{project.Name}.csproj", StringComparison.Ordinal)
                    || !project.Name.EndsWith(".Tests", StringComparison.Ordinal)
                select project.Path);
    }

    public sealed class InASample
    {
        private const string Solution = """
            Project("{1}") = "A", "a\A.csproj", "{2}"
            Project("{1}") = "Gone", "gone\Gone.csproj", "{3}"
            """;

        [Fact]
        public void AForgottenAndAGoneProject_AreFound() =>
            Assert.Equal(
                ["b/B.csproj is not in the solution", "gone/Gone.csproj is in the solution and not there"],
                Differences(Solution, ["a/A.csproj", "b/B.csproj"]));
    }
}
