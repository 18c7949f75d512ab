using System.Text.RegularExpressions;

namespace Local.Host.StaticWeb;

/// <summary>
/// A path of staticwebapp.config.json: exact, or with one wildcard at its end that may be narrowed to file extensions, as in
/// <c>/images/*.{png,jpg}</c> ("Configure Azure Static Web Apps", section "Wildcards"). Case matters.
/// </summary>
internal sealed partial class PathPattern
{
    private const string Index = "/index.html";
    private readonly string _start;
    private readonly string[]? _endings;

    private PathPattern(string start, string[]? endings)
    {
        _start = start;
        _endings = endings;
    }

    /// <exception cref="FormatException">The wildcard is not at the end, or there is more than one.</exception>
    public static PathPattern Parse(string text)
    {
        var star = text.IndexOf('*', StringComparison.Ordinal);
        if (star < 0)
        {
            return new PathPattern(text, null);
        }

        var tail = text[(star + 1)..];
        if (tail.Length == 0)
        {
            return new PathPattern(text[..star], [string.Empty]);
        }

        var extensions = Extensions().Match(tail);
        return extensions.Success
            ? new PathPattern(text[..star], [.. extensions.Groups["one"].Captures.Select(extension => $".{extension.Value}")])
            : throw new FormatException(
                $"The pattern '{text}' must have one wildcard at its end, or one before file extensions as in '*.{{png,jpg}}'.");
    }

    /// <summary>An exact pattern that names the index file of a folder fits the folder as well.</summary>
    public bool Matches(string path)
    {
        if (_endings is null)
        {
            return path == _start
                || (_start.EndsWith(Index, StringComparison.Ordinal) && path.TrimEnd('/') == _start[..^Index.Length]);
        }

        return path.StartsWith(_start, StringComparison.Ordinal)
            && _endings.Any(ending => path.EndsWith(ending, StringComparison.Ordinal) && path.Length >= _start.Length + ending.Length);
    }

    [GeneratedRegex(@"^\.(?:(?<one>\w+)|\{(?<one>\w+)(?:,(?<one>\w+))*\})$")]
    private static partial Regex Extensions();
}
