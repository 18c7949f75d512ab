using Tests.Support;

namespace Repository.Tests.Projects;

/// <summary>What the Azure edition would restore, asked of the build itself: the answer needs no restore and no registry.</summary>
public sealed class AzureEditionTests
{
    /// <summary>The packages that docs/architecture.md names, then those of the worker's build and of its managed back end.</summary>
    private static readonly string[] Packages =
    [
        "Microsoft.Azure.Functions.Worker",
        "Microsoft.Azure.Functions.Worker.Extensions.Http",
        "Microsoft.Azure.Functions.Worker.Extensions.Http.AspNetCore",
        "Microsoft.Azure.Functions.Worker.Extensions.DurableTask",
        "Microsoft.DurableTask.Client",
        "Azure.Data.Tables",
        "Azure.Storage.Blobs",
        "Azure.Communication.Email",
        "Azure.Communication.Sms",
        "Azure.Communication.CallAutomation",
        "Azure.Monitor.OpenTelemetry.Exporter",
        "Microsoft.Azure.Functions.Worker.OpenTelemetry",
        "Microsoft.Azure.Functions.Worker.Sdk",
        "Microsoft.Azure.Functions.Worker.Extensions.DurableTask.AzureManaged",
    ];

    private static string[] LinesOf(Ended build) =>
        build.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static Ended List(string edition, params string[] more) =>
        Command.Run(
            "dotnet",
            ["msbuild", RepositoryRoot.Combine("functions"), "-nologo", "-verbosity:minimal", "-nodeReuse:false", $"-p:Edition={edition}", "-t:CollectPackageReferences", .. more],
            new Dictionary<string, string?> { ["DOTNET_CLI_UI_LANGUAGE"] = "en" });

    [Fact]
    public void TheAzureEdition_UsesExactlyTheNamedPackages_EachAtItsPinnedVersion()
    {
        var build = List("Azure");

        Assert.Equal(Packages.Select(name => $"{name} {ProjectFiles.Pins[name]}").Order(StringComparer.Ordinal), LinesOf(build).Order(StringComparer.Ordinal));
        Assert.Equal(0, build.ExitCode);
    }

    [Fact]
    public void TheLocalEdition_UsesNoneOfThem()
    {
        var build = List("Local", "-getItem:PackageReference,ProjectReference");

        Assert.Equal(0, build.ExitCode);
        Assert.DoesNotContain(Packages, name => build.Output.Contains($"\"Identity\": \"{name}\"", StringComparison.Ordinal));
        Assert.All(
            ProjectFiles.Functions.AzurePackages,
            name => Assert.Contains($"local/packages/{name}/{name}.csproj\"", build.Output, StringComparison.Ordinal));
    }

    [Fact]
    public void APackageWithoutAPinnedVersion_IsRefusedByName()
    {
        var folder = Directory.CreateTempSubdirectory("azure-edition-");
        try
        {
            // A project of its own beside the real rules, which it imports.
            File.WriteAllText(Path.Combine(folder.FullName, "Directory.Build.props"), $"""<Project><Import Project="{RepositoryRoot.Combine("Directory.Build.props")}" /></Project>""");
            File.WriteAllText(Path.Combine(folder.FullName, "Directory.Build.targets"), $"""<Project><Import Project="{RepositoryRoot.Combine("Directory.Build.targets")}" /></Project>""");
            File.WriteAllText(Path.Combine(folder.FullName, "Directory.Packages.props"), $"""<Project><Import Project="{RepositoryRoot.Combine("Directory.Packages.props")}" /></Project>""");
            var project = Path.Combine(folder.FullName, "Sample.csproj");
            File.WriteAllText(project, """<Project Sdk="Microsoft.NET.Sdk"><ItemGroup><AzurePackage Include="Azure.Unknown" /></ItemGroup></Project>""");

            var build = Command.Run("dotnet", ["msbuild", project, "-nologo", "-nodeReuse:false", "-p:Edition=Azure", "-t:CollectPackageReferences"]);

            Assert.NotEqual(0, build.ExitCode);
            Assert.Contains("Azure.Unknown has no version in Directory.Packages.props", build.Output, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
