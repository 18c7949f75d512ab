using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Extensions.FileProviders;
using Microsoft.Net.Http.Headers;

namespace Local.Host.StaticWeb;

/// <summary>Sends a file: its type, its validators, ranges of it, and the compressed form beside it to those who take it.</summary>
internal sealed class StaticFileSender(StaticWebSite site)
{
    /// <summary>What the service says of a file for which the configuration says nothing.</summary>
    private const string DefaultCacheControl = "public, must-revalidate, max-age=30";

    // By preference: the smaller one first.
    private static readonly (string Coding, string Extension)[] Codings = [("br", ".br"), ("gzip", ".gz")];
    private readonly FileExtensionContentTypeProvider _types = Types(site.Config.MimeTypes);

    public async Task SendAsync(HttpContext http, SiteFile file, int status)
    {
        var type = _types.TryGetContentType(file.Path, out var known) ? known : "application/octet-stream";
        var (sent, coding) = Choose(http, file);
        http.Response.Headers.CacheControl = DefaultCacheControl;
        if (coding is not null)
        {
            http.Response.Headers.ContentEncoding = coding;
        }

        if (status == StatusCodes.Status200OK)
        {
            var tag = string.Create(CultureInfo.InvariantCulture, $"\"{sent.LastModified.UtcTicks:x}-{sent.Length:x}{coding}\"");
            await TypedResults.PhysicalFile(
                sent.PhysicalPath!,
                type,
                lastModified: sent.LastModified,
                entityTag: new EntityTagHeaderValue(tag),
                enableRangeProcessing: true).ExecuteAsync(http);
            return;
        }

        // The page of an error: whatever the client keeps of it or asks of it, it gets the whole of it.
        http.Response.StatusCode = status;
        http.Response.ContentType = type;
        http.Response.ContentLength = sent.Length;
        if (!HttpMethods.IsHead(http.Request.Method))
        {
            await http.Response.SendFileAsync(sent);
        }
    }

    private (IFileInfo File, string? Coding) Choose(HttpContext http, SiteFile file)
    {
        var compressed = Codings
            .Select(coding => (File: site.Exact(file.Path + coding.Extension)?.Info, coding.Coding))
            .Where(candidate => candidate.File is not null)
            .ToList();
        if (compressed.Count == 0)
        {
            return (file.Info, null);
        }

        http.Response.Headers.Vary = HeaderNames.AcceptEncoding;
        var accepted = http.Request.GetTypedHeaders().AcceptEncoding;
        var chosen = compressed.Find(candidate => accepted.Any(value =>
            value.Value.Equals(candidate.Coding, StringComparison.OrdinalIgnoreCase) && value.Quality is null or > 0));
        return chosen.File is null ? (file.Info, null) : (chosen.File, chosen.Coding);
    }

    private static FileExtensionContentTypeProvider Types(IReadOnlyDictionary<string, string> overrides)
    {
        var types = new FileExtensionContentTypeProvider();
        foreach (var (extension, type) in overrides)
        {
            types.Mappings[extension] = type;
        }

        return types;
    }
}
