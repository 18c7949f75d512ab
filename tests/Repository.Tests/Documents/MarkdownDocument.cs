using System.Text.RegularExpressions;

namespace Repository.Tests.Documents;

/// <summary>What can be checked of a document: its links, its headings, its commands.</summary>
public sealed partial class MarkdownDocument(SourceFile file)
{
    private readonly string _prose = Fenced().Replace(file.Text, string.Empty);

    public string Path => file.Path;

    /// <summary>Targets of the links to this repository, as written.</summary>
    public IEnumerable<string> Links =>
        Link().Matches(Span().Replace(_prose, string.Empty))
            .Select(found => found.Groups[1].Value)
            .Where(target => !target.Contains("://", StringComparison.Ordinal) && !target.StartsWith("mailto:", StringComparison.Ordinal));

    /// <summary>The names by which its headings can be linked to, as code hosts make them.</summary>
    public IEnumerable<string> Anchors =>
        Heading().Matches(_prose).Select(found => NotInAnchors().Replace(found.Groups[1].Value.Trim().ToUpperInvariant(), string.Empty).Replace(' ', '-'));

    /// <summary>Lines of the blocks marked as shell, without comments.</summary>
    public IEnumerable<string> Commands =>
        Shell().Matches(file.Text)
            .SelectMany(block => block.Groups[1].Value.Split('\n'))
            .Select(line => Comment().Replace(line, string.Empty).Trim())
            .Where(line => line.Length > 0);

    /// <summary>Links that lead nowhere, given what there is.</summary>
    public IEnumerable<string> BrokenLinks(IReadOnlyCollection<string> paths, Func<string, MarkdownDocument?> open)
    {
        foreach (var link in Links)
        {
            var (target, anchor) = link.IndexOf('#', StringComparison.Ordinal) is var hash and >= 0 ? (link[..hash], link[(hash + 1)..]) : (link, string.Empty);
            var path = target.Length == 0 ? Path : Resolve(target);
            if (!paths.Contains(path) && !paths.Any(other => other.StartsWith(path.TrimEnd('/') + "/", StringComparison.Ordinal)))
            {
                yield return $"{Path}: {link} is not there";
            }
            else if (anchor.Length > 0 && open(path)?.Anchors.Contains(anchor.ToUpperInvariant()) == false)
            {
                yield return $"{Path}: {link} names no heading";
            }
        }
    }

    private string Resolve(string target)
    {
        var parts = new Stack<string>(Path.Split('/')[..^1]);
        foreach (var part in target.Split('/'))
        {
            if (part == "..")
            {
                parts.TryPop(out _);
            }
            else if (part != ".")
            {
                parts.Push(part);
            }
        }

        return string.Join('/', parts.Reverse());
    }

    [GeneratedRegex(@"^```[\s\S]*?^```", RegexOptions.Multiline)]
    private static partial Regex Fenced();

    [GeneratedRegex(@"^```(?:sh|bash|console)\n([\s\S]*?)^```", RegexOptions.Multiline)]
    private static partial Regex Shell();

    [GeneratedRegex("`[^`\n]*`(?!\\])")]
    private static partial Regex Span();

    [GeneratedRegex(@"\]\(<?([^)\s>]+)>?(?:\s+""[^""]*"")?\)")]
    private static partial Regex Link();

    [GeneratedRegex(@"^#{1,6}\s+(.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading();

    [GeneratedRegex(@"[^\p{L}\p{N} _-]")]
    private static partial Regex NotInAnchors();

    [GeneratedRegex(@"(^|\s)#.*$")]
    private static partial Regex Comment();
}
