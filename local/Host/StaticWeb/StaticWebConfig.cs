using System.Text.Json;
using System.Text.Json.Serialization;
using Local.Host.Startup;

namespace Local.Host.StaticWeb;

internal enum TrailingSlash
{
    /// <summary>Nothing is said: folders and files answer under every form but a file with a slash behind it.</summary>
    Omitted,
    Always,
    Never,
    Auto,
}

/// <summary>
/// staticwebapp.config.json, as far as a machine without the service can follow it ("Configure Azure Static Web Apps").
/// The sections <c>auth</c>, <c>networking</c>, <c>forwardingGateway</c> and <c>platform</c> speak to the service only.
/// </summary>
internal sealed class StaticWebConfig
{
    public const string FileName = "staticwebapp.config.json";

    /// <summary>The service refuses a larger one ("Restrictions" of the same page).</summary>
    private const int MaxBytes = 20 * 1024;

    private static readonly JsonSerializerOptions Format = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase, allowIntegerValues: false) },
    };

    public IReadOnlyList<RouteRule> Routes { get; init; } = [];

    public FallbackRule? NavigationFallback { get; init; }

    public IReadOnlyDictionary<string, string> GlobalHeaders { get; init; } = new Dictionary<string, string>();

    /// <summary>By status: 400, 401, 403 or 404.</summary>
    public IReadOnlyDictionary<int, OverrideRule> ResponseOverrides { get; init; } = new Dictionary<int, OverrideRule>();

    /// <summary>By extension, with its dot.</summary>
    public IReadOnlyDictionary<string, string> MimeTypes { get; init; } = new Dictionary<string, string>();

    public TrailingSlash TrailingSlash { get; init; }

    /// <exception cref="StartupException">The file is larger than the service takes, no JSON, or breaks a rule of its format.</exception>
    public static StaticWebConfig Read(string file)
    {
        if (!File.Exists(file))
        {
            return new StaticWebConfig();
        }

        try
        {
            var bytes = File.ReadAllBytes(file);
            Require(bytes.Length <= MaxBytes, $"it has {bytes.Length} bytes, and the service takes {MaxBytes}");
            var config = JsonSerializer.Deserialize<StaticWebConfig>(bytes, Format) ?? new StaticWebConfig();
            config.Validate();
            return config;
        }
        catch (Exception wrong) when (wrong is JsonException or FormatException)
        {
            throw new StartupException($"{file} is malformed: {wrong.Message}", wrong);
        }
    }

    private static void Require(bool condition, string problem)
    {
        if (!condition)
        {
            throw new FormatException(problem);
        }
    }

    private void Validate()
    {
        foreach (var rule in Routes)
        {
            Require(rule.Route.Length > 0, "a rule has no route");
            _ = rule.Pattern;
            Require(rule.Redirect is null || rule.Rewrite is null, $"the rule for '{rule.Route}' has a redirect and a rewrite");
            Require(
                rule.Redirect is null || rule.StatusCode is null or 301 or 302,
                $"the redirect of '{rule.Route}' must have the status 301 or 302");
        }

        _ = NavigationFallback?.ExcludePatterns;
        foreach (var (status, rule) in ResponseOverrides)
        {
            Require(status is 400 or 401 or 403 or 404, $"the response to the status {status} cannot be overridden");
            Require(
                rule.Redirect is null || rule.StatusCode is null or 301 or 302,
                $"the redirect at the status {status} must have the status 301 or 302");
        }
    }

    /// <summary>What happens to requests that fit a pattern and one of the methods; the first rule that fits is the only one.</summary>
    internal sealed class RouteRule
    {
        private PathPattern? _pattern;

        public string Route { get; init; } = string.Empty;

        public IReadOnlyList<string>? Methods { get; init; }

        public string? Rewrite { get; init; }

        public string? Redirect { get; init; }

        public int? StatusCode { get; init; }

        public IReadOnlyDictionary<string, string>? Headers { get; init; }

        public IReadOnlyList<string>? AllowedRoles { get; init; }

        [JsonIgnore]
        public PathPattern Pattern => _pattern ??= PathPattern.Parse(Route);

        /// <summary>Nobody is signed in with the service here, so everybody has the one role "anonymous".</summary>
        [JsonIgnore]
        public bool IsOpen => AllowedRoles is not { Count: > 0 } roles || roles.Contains("anonymous");

        // A redirect to where the request already is would never end, so such a rule does not fit.
        public bool Matches(string method, string path) =>
            (Methods is null || Methods.Contains(method, StringComparer.OrdinalIgnoreCase)) && Pattern.Matches(path) && Redirect != path;
    }

    /// <summary>The page that answers for addresses no file has.</summary>
    internal sealed class FallbackRule
    {
        private PathPattern[]? _excludePatterns;

        public string Rewrite { get; init; } = string.Empty;

        public IReadOnlyList<string> Exclude { get; init; } = [];

        [JsonIgnore]
        public IReadOnlyList<PathPattern> ExcludePatterns => _excludePatterns ??= [.. Exclude.Select(PathPattern.Parse)];
    }

    /// <summary>What is sent in place of an error.</summary>
    internal sealed class OverrideRule
    {
        public string? Rewrite { get; init; }

        public string? Redirect { get; init; }

        public int? StatusCode { get; init; }
    }
}
