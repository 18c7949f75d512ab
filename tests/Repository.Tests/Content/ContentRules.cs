using System.Text.RegularExpressions;

namespace Repository.Tests.Content;

/// <summary>The rules about what files may say. The samples of bad text stand here, so this project's own files are not searched.</summary>
public static partial class ContentRules
{
    private const RegexOptions Options = RegexOptions.Multiline | RegexOptions.CultureInvariant;

    public static IReadOnlyList<ContentRule> All { get; } =
    [
        new("conditional compilation in functions/", ConditionalCompilation(), Functions,
            Bad: "    #if AZURE", Good: "#pragma warning disable CA1000"),
        new("a question about the edition in functions/", EditionTest(), Functions,
            Bad: "if (configuration[\"Edition\"] == \"Azure\")", Good: "// Both editions register the same services."),
        new("the environment read past the configuration in functions/", EnvironmentRead(), Functions,
            Bad: "Environment.GetEnvironmentVariable(\"WEBSITE_SITE_NAME\")", Good: "Environment.NewLine"),
        new("the local edition named in functions/", LocalNamed(), Functions,
            Bad: "using Local.Host;", Good: "var local = DateOnly.MinValue;"),
        // The clients in local/packages sign and date what they send with the machine's clock, as those they mirror do.
        new("the machine's clock in functions/, the engine or the host", Clock(), path => Functions(path) || Engine(path),
            Bad: "var now = DateTimeOffset.UtcNow;", Good: "var now = time.GetUtcNow();"),
        new("chance that a test cannot set in functions/", Chance(), Functions,
            Bad: "var id = Guid.NewGuid();", Good: "var id = Guid.CreateVersion7(time.GetUtcNow());"),
        new("unfinished work", Unfinished(), Searched,
            Bad: "// TODO: later", Good: "// Nothing is left to do here."),
        new("a member that is declared and not there", NotThere(), Code,
            Bad: "throw new NotImplementedException();", Good: "throw new NotSupportedException();"),
        new("a swallowed error", EmptyCatch(), path => Code(path) || Script(path),
            Bad: "catch (IOException)\n{\n}", Good: "catch (IOException)\n{\n    return false;\n}"),
        new("a wait for time to pass", Sleep(), Code,
            Bad: "await Task.Delay(100);", Good: "await Task.Delay(TimeSpan.FromSeconds(1), time, cancellation);"),
        new("a test that does not run, or keeps others from running", SkippedTest(), path => Code(path) || Script(path),
            Bad: "[Fact(Skip = \"flaky\")]", Good: "items.Skip(1)"),
        new("an assertion that asserts nothing", EmptyAssertion(), Code,
            Bad: "Assert.True(true);", Good: "Assert.True(answer.Ok);"),
        new("a path of somebody's machine", MachinePath(), Searched,
            Bad: "see /home/anna/src", Good: "see https://example.org/home/anna/src"),
        new("a package registry's host", RegistryHost(), Searched,
            Bad: "https://registry." + "npmjs" + ".org/preact", Good: "https://nodejs.org"),
        new("a word of the product in local/", ProductWord(), path => Local(path) && !path.EndsWith("packages.lock.json", StringComparison.Ordinal),
            Bad: "/// <summary>The patient's orchestration.</summary>", Good: "/// <summary>An orchestration.</summary>"),
        new("a reference from local/ to the product", ProductReference(), Local,
            Bad: "<ProjectReference Include=\"../../functions/App.csproj\" />", Good: "<ProjectReference Include=\"../Durable/Durable.csproj\" />"),
    ];

    /// <summary>Files that break a rule for a reason. An entry that is no longer needed is itself a finding.</summary>
    public static IReadOnlyList<ContentException> Exceptions { get; } = [];

    private static bool Searched(string path) => !path.StartsWith("tests/Repository.Tests/", StringComparison.Ordinal);

    private static bool Code(string path) => Searched(path) && path.EndsWith(".cs", StringComparison.Ordinal);

    private static bool Functions(string path) => Code(path) && path.StartsWith("functions/", StringComparison.Ordinal);

    private static bool Local(string path) => path.StartsWith("local/", StringComparison.Ordinal);

    private static bool Engine(string path) =>
        Code(path) && (path.StartsWith("local/Durable/", StringComparison.Ordinal) || path.StartsWith("local/Host/", StringComparison.Ordinal));

    private static bool Script(string path) =>
        Searched(path) && Path.GetExtension(path) is ".ts" or ".tsx" or ".mjs" or ".js";

    [GeneratedRegex(@"^\s*#\s*(if|elif)\b.*", Options)]
    private static partial Regex ConditionalCompilation();

    [GeneratedRegex(@"\bIs\w*Edition\b|[""']Edition[""']|\b(Local|Azure)Edition\b|\bEdition\s*(==|!=|is\b)", Options)]
    private static partial Regex EditionTest();

    [GeneratedRegex(@"\bEnvironment\.(Get|Expand)EnvironmentVariables?\b", Options)]
    private static partial Regex EnvironmentRead();

    [GeneratedRegex(@"\bLocal\.(Host|Durable)\b", Options)]
    private static partial Regex LocalNamed();

    [GeneratedRegex(@"\b(DateTime|DateTimeOffset)\.(Now|UtcNow|Today)\b", Options)]
    private static partial Regex Clock();

    [GeneratedRegex(@"\bGuid\.NewGuid\b|\bGuid\.CreateVersion7\(\s*\)|\bnew Random\(|\bRandom\.Shared\b", Options)]
    private static partial Regex Chance();

    [GeneratedRegex(@"\b(TODO|FIXME|HACK|XXX)\b", Options)]
    private static partial Regex Unfinished();

    [GeneratedRegex(@"\bNotImplementedException\b", Options)]
    private static partial Regex NotThere();

    [GeneratedRegex(@"\bcatch\s*(\([^)]*\)\s*)?(when\s*\([^)]*\)\s*)?\{\s*\}|\.catch\(\s*\(\w*\)\s*=>\s*(\{\s*\}|undefined|null)\s*\)", Options)]
    private static partial Regex EmptyCatch();

    // A delay on a clock that a test can set is no wait: it names the clock.
    [GeneratedRegex(@"\bThread\.Sleep\b|\bTask\.Delay\(\s*(\d|TimeSpan\.\w+(\([^()]*\))?\s*(\)|,(?!\s*\w*([Tt]ime|[Cc]lock)\w*\b)))", Options)]
    private static partial Regex Sleep();

    [GeneratedRegex(@"\bSkip\s*=\s*""|\b(it|test|describe)\.(skip|only|todo)\b", Options)]
    private static partial Regex SkippedTest();

    [GeneratedRegex(@"\bAssert\.(True\(\s*true|False\(\s*false)\s*[,)]", Options)]
    private static partial Regex EmptyAssertion();

    [GeneratedRegex(@"(?<![\w./:*-])/(root|work|home/\w+|Users/\w+)/\w+|\b[A-Z]:\\+Users\\+\w+", Options)]
    private static partial Regex MachinePath();

    [GeneratedRegex(@"\b(nuget\.org|npmjs\.(org|com)|pypi\.org|pypi\.python\.org|deb\.debian\.org|pkgs\.dev\.azure\.com|registry\.yarnpkg\.com)\b", Options)]
    private static partial Regex RegistryHost();

    [GeneratedRegex(@"\b(Collaborations?|patients?|clinics?|clinicians?|physicians?|colleagues?)\b", Options | RegexOptions.IgnoreCase)]
    private static partial Regex ProductWord();

    [GeneratedRegex(@"<(ProjectReference|Compile|Content|None|Import)\b[^>]*\bfunctions/[^>]*>", Options)]
    private static partial Regex ProductReference();
}
