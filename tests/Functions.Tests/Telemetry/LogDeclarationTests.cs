using System.Reflection;
using System.Text.RegularExpressions;
using Collaborations.Health;
using Microsoft.Extensions.Logging;

namespace Collaborations.Tests.Telemetry;

/// <summary>Everything the product logs is declared, so that it can be read here: which sentence, under which number, with what in it.</summary>
[Trait("Size", "Small")]
public sealed partial class LogDeclarationTests
{
    /// <summary>What a line may hold: ids, enums, and words that the code itself chose.</summary>
    private static readonly HashSet<string> Allowed = ["Function", "Part", "Directive", "Send", "Outcome", "Chain", "Heads", "Limits", "Challenges", "Proofs", "Practice", "Closed"];

    private static readonly string[] Forbidden =
        ["name", "email", "mail", "address", "phone", "number", "code", "token", "secret", "password", "text", "message", "file", "title", "subject", "birth", "body", "url", "path", "query"];

    private static IEnumerable<(MethodInfo Method, LoggerMessageAttribute Declared)> Lines =>
        from type in typeof(HealthFunctions).Assembly.GetTypes()
        from method in type.GetMethods(BindingFlags.Static | BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly)
        let declared = method.GetCustomAttribute<LoggerMessageAttribute>()
        where declared is not null
        select (method, declared);

    [GeneratedRegex(@"\{(\w+)\}")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\b(?:logger|_logger)\.(?:Log\w*)\(")]
    private static partial Regex Undeclared();

    [Fact]
    public void EveryLine_IsDeclaredInTheLogClassOfItsType() =>
        Assert.All(Lines, line => Assert.True(line.Method.DeclaringType is { Name: "Log", IsNested: true }, $"{line.Method.DeclaringType}.{line.Method.Name}"));

    [Fact]
    public void EveryLine_HasANumberOfItsOwn()
    {
        var numbers = Lines.Select(line => line.Declared.EventId).ToList();
        Assert.True(numbers.Count >= 6, "There are at least six of them; a test that finds none checks nothing.");
        Assert.Equal(numbers.Distinct().Count(), numbers.Count);
    }

    [Fact]
    public void EveryLine_HoldsOnlyWhatIsOfNobody() => Assert.Empty(
        from line in Lines
        from Match found in Placeholder().Matches(line.Declared.Message)
        where !Allowed.Contains(found.Groups[1].Value)
        select $"{line.Method.DeclaringType}: {found.Value}");

    [Fact]
    public void WhatIsAllowed_SaysNothingOfAnybody() =>
        Assert.DoesNotContain(Allowed, field => Array.Exists(Forbidden, word => field.Contains(word, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void NoLine_IsWrittenPastTheDeclarations()
    {
        var root = global::Tests.Support.RepositoryRoot.Path;
        Assert.Empty(
            from file in Directory.EnumerateFiles(System.IO.Path.Combine(root, "functions"), "*.cs", SearchOption.AllDirectories)
            where !file.Contains("/obj/", StringComparison.Ordinal) && !file.Contains("/bin/", StringComparison.Ordinal)
            where Undeclared().IsMatch(File.ReadAllText(file))
            select file);
    }
}
