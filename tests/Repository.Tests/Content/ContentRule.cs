using System.Text.RegularExpressions;

namespace Repository.Tests.Content;

/// <summary>Something that must not stand in certain files.</summary>
/// <param name="Name">What is forbidden, in words.</param>
/// <param name="Pattern">Finds it.</param>
/// <param name="Applies">The files it is forbidden in, by path.</param>
/// <param name="Bad">A sample that is found, so that the rule is known to be able to fail.</param>
/// <param name="Good">The nearest thing that is allowed.</param>
public sealed record ContentRule(string Name, Regex Pattern, Func<string, bool> Applies, string Bad, string Good)
{
    public override string ToString() => Name;

    /// <summary>Every place where the rule is broken, as <c>path:line: what</c>.</summary>
    public IEnumerable<string> Find(SourceFile file) =>
        Applies(file.Path)
            ? Pattern.Matches(file.Text).Select(found => $"{file.At(found.Index)}: {found.Value.Trim()}")
            : [];
}

/// <summary>A file that may break one rule, and why.</summary>
public sealed record ContentException(string Rule, string Path, string Reason);
