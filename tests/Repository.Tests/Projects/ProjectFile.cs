using System.Xml.Linq;

namespace Repository.Tests.Projects;

/// <summary>What a project, or a props file, says about packages and other projects.</summary>
public sealed record ProjectFile(string Path, XDocument Xml)
{
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    public IEnumerable<XElement> Packages => Items("PackageReference");

    /// <summary>The packages that the local edition has a project for.</summary>
    public IEnumerable<string> AzurePackages => Items("AzurePackage").Select(Include);

    /// <summary>The packages that only the Azure edition has: build tools and the managed back end.</summary>
    public IEnumerable<string> AzureBuildPackages => Items("AzureBuildPackage").Select(Include);

    /// <summary>Version by package, of a file that pins them.</summary>
    public IReadOnlyDictionary<string, string> Pins =>
        Items("PackageVersion").ToDictionary(Include, item => (string)item.Attribute("Version")!, StringComparer.Ordinal);

    public static ProjectFile Parse(SourceFile file) => new(file.Path, XDocument.Parse(file.Text));

    public static string Include(XElement item) => (string?)item.Attribute("Include") ?? (string)item.Attribute("Update")!;

    private IEnumerable<XElement> Items(string kind) => Xml.Descendants(kind);
}

/// <summary>The projects of the repository and the versions they share.</summary>
public static class ProjectFiles
{
    public static IReadOnlyList<ProjectFile> All { get; } =
        [.. Checkout.Files.Where(file => file.Extension == ".csproj").Select(ProjectFile.Parse)];

    public static ProjectFile Functions { get; } = All.Single(project => project.Folder == "functions");

    public static IReadOnlyDictionary<string, string> Pins { get; } = ProjectFile.Parse(Checkout.File("Directory.Packages.props")).Pins;

    /// <summary>Files that add packages to the projects below them.</summary>
    public static IReadOnlyList<ProjectFile> Shared { get; } =
        [.. Checkout.Files.Where(file => file.Name is "Directory.Build.props" or "Directory.Build.targets").Select(ProjectFile.Parse)];
}
