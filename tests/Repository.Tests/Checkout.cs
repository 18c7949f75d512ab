using System.Text;
using Tests.Support;

namespace Repository.Tests;

/// <summary>A file of the repository: its path from the root, with forward slashes, and its text.</summary>
public sealed record SourceFile(string Path, string Text)
{
    public string Extension => System.IO.Path.GetExtension(Path);

    public string Name => System.IO.Path.GetFileName(Path);

    public IReadOnlyList<string> Lines => Text.TrimEnd('\n').Split('\n');

    /// <summary>Where something stands, as compilers print it.</summary>
    public string At(int offset) => $"{Path}:{Text.AsSpan(0, offset).Count('\n') + 1}";
}

/// <summary>What is committed or about to be: every file that git knows or would add.</summary>
public static class Checkout
{
    private static readonly string[] Binary = [".png", ".ico", ".pdf", ".dcm", ".woff2", ".ttf", ".jpg"];

    private static readonly Lazy<IReadOnlyList<SourceFile>> LazyFiles = new(ReadFiles);

    public static IReadOnlyList<SourceFile> Files => LazyFiles.Value;

    public static SourceFile File(string path) =>
        Files.FirstOrDefault(file => file.Path == path) ?? throw new InvalidOperationException($"There is no file {path} in the repository.");

    /// <summary>The files of one folder and below with one of the extensions, all of them when none is given.</summary>
    public static IEnumerable<SourceFile> Below(string folder, params string[] extensions) =>
        Files.Where(file => file.Path.StartsWith(folder + "/", StringComparison.Ordinal)
            && (extensions.Length == 0 || extensions.Contains(file.Extension)));

    public static string Git(params string[] arguments)
    {
        // The checkout may belong to another user than the one who runs the tests, as in a container.
        var ended = Command.Run("git", ["-c", "safe.directory=*", "-C", RepositoryRoot.Path, .. arguments]);
        return ended.ExitCode == 0 ? ended.Output : throw new InvalidOperationException($"git failed: {ended.Error}");
    }

    private static List<SourceFile> ReadFiles() =>
        [.. Git("ls-files", "--cached", "--others", "--exclude-standard", "-z").Split('\0', StringSplitOptions.RemoveEmptyEntries)
            .Distinct()
            .Where(path => !Binary.Contains(Path.GetExtension(path)))
            .Select(path => (Path: path, Full: RepositoryRoot.Combine(path)))
            .Where(file => System.IO.File.Exists(file.Full))
            .OrderBy(file => file.Path, StringComparer.Ordinal)
            .Select(file => new SourceFile(file.Path, Encoding.UTF8.GetString(System.IO.File.ReadAllBytes(file.Full))))];
}
