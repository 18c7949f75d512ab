using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.FileProviders.Physical;

namespace Local.Host.StaticWeb;

/// <summary>A file of the front end, and where in the site it is: its path from the root, with a slash in front.</summary>
internal sealed record SiteFile(string Path, IFileInfo Info);

/// <summary>
/// The files of the front end, and which of them an address means. Files outside the folder, hidden files and the
/// configuration itself are never found.
/// </summary>
internal sealed class StaticWebSite : IDisposable
{
    private const string IndexFile = "index.html";
    private const string PageExtension = ".html";
    private readonly PhysicalFileProvider _files;

    public StaticWebSite(string folder)
    {
        _files = new PhysicalFileProvider(folder, ExclusionFilters.Sensitive);

        // A bundler copies the configuration into what it builds; where it does not, the file lies beside that folder.
        var beside = Path.Combine(Path.GetDirectoryName(Path.TrimEndingDirectorySeparator(folder)) ?? folder, StaticWebConfig.FileName);
        var inside = Path.Combine(folder, StaticWebConfig.FileName);
        Config = StaticWebConfig.Read(File.Exists(inside) ? inside : beside);
    }

    public StaticWebConfig Config { get; }

    public void Dispose() => _files.Dispose();

    /// <summary>The file of exactly this path, which begins with a slash.</summary>
    public SiteFile? Exact(string path)
    {
        // Empty segments mean nothing here, and in a redirect two slashes in front would name another host.
        if (path.EndsWith('/') || path.Contains("//", StringComparison.Ordinal)
            || path.Equals($"/{StaticWebConfig.FileName}", StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var file = _files.GetFileInfo(path);
        return file is { Exists: true, IsDirectory: false } ? new SiteFile(path, file) : null;
    }

    /// <summary>The file that an address means, and the address under which it should be asked for, where that is another one.</summary>
    public (SiteFile? File, string? Redirect) Find(string path)
    {
        var bare = path.TrimEnd('/');
        var slash = path.EndsWith('/');
        if (Exact($"{bare}/{IndexFile}") is { } index)
        {
            return (index, FolderAddress(bare, slash ? Form.Slash : Form.Bare));
        }

        if (bare.Length > 0 && Exact($"{bare}{PageExtension}") is { } page)
        {
            return (page, PageAddress(bare, slash ? Form.Slash : Form.Bare));
        }

        if (slash || Exact(path) is not { } file)
        {
            return (null, null);
        }

        if (path.EndsWith($"/{IndexFile}", StringComparison.Ordinal))
        {
            return (file, FolderAddress(path[..^(IndexFile.Length + 1)], Form.FileName));
        }

        var isPage = path.EndsWith(PageExtension, StringComparison.Ordinal);
        return (file, isPage ? PageAddress(path[..^PageExtension.Length], Form.FileName) : null);
    }

    private string? FolderAddress(string bare, Form form) => (Config.TrailingSlash, form) switch
    {
        (TrailingSlash.Omitted, _) => null,
        (TrailingSlash.Never, Form.Slash or Form.FileName) when bare.Length > 0 => bare,
        (TrailingSlash.Never, Form.FileName) => "/",
        (TrailingSlash.Never, _) => null,
        (_, Form.Slash) => null,
        _ => $"{bare}/",
    };

    private string? PageAddress(string bare, Form form) => (Config.TrailingSlash, form) switch
    {
        (TrailingSlash.Always, Form.Slash) => null,
        (TrailingSlash.Always, _) => $"{bare}/",
        (_, Form.Slash) => bare,
        (TrailingSlash.Omitted, _) or (_, Form.Bare) => null,
        _ => bare,
    };

    /// <summary>How an address was written: <c>/about</c>, <c>/about/</c>, or with the file's name.</summary>
    private enum Form
    {
        Bare,
        Slash,
        FileName,
    }
}
