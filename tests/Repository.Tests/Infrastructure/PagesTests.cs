using System.Text.Json;
using System.Text.RegularExpressions;
using Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Repository.Tests.Infrastructure;

/// <summary>The pages, the rules they are served by, the contract they call and what Static Web Apps does on the way.</summary>
public sealed partial class PagesTests
{
    private static readonly JsonElement Rules = JsonDocument.Parse(Checkout.File("static-web/staticwebapp.config.json").Text).RootElement;

    private static readonly YamlMappingNode Contract = (YamlMappingNode)Yaml.Read("functions/openapi.yaml");

    private static string[] Routes => [.. Rules.GetProperty("routes").EnumerateArray().Select(rule => rule.GetProperty("route").GetString()!)];

    private static bool IsCovered(string path, IEnumerable<string> routes) =>
        path == "/" || routes.Any(route => route.EndsWith("/*", StringComparison.Ordinal) ? path.StartsWith(route[..^1], StringComparison.Ordinal) : path == route);

    [GeneratedRegex(@"\b(get|post|put|patch|delete)\(\s*'(/[a-z][^'?]*)'")]
    private static partial Regex Call();

    [GeneratedRegex(@"path\('(/[^']*)'\)")]
    private static partial Regex Address();

    [GeneratedRegex(@"new\(_pages, \$?""([\w-]+)")]
    private static partial Regex Link();

    [Fact]
    public void EveryRouteThatAPageCalls_IsInTheContract()
    {
        var paths = (YamlMappingNode)Contract["paths"];
        var calls = Checkout.Below("static-web/src", ".ts", ".tsx")
            .Where(file => !file.Path.Contains(".test.", StringComparison.Ordinal) && !file.Path.Contains("/testing/", StringComparison.Ordinal))
            .SelectMany(file => Call().Matches(file.Text).Select(found => (File: file, Found: found)))
            .ToList();

        Assert.True(calls.Count > 30);
        Findings.AssertNone(
            from call in calls
            let path = call.Found.Groups[2].Value
            where !paths.Children.TryGetValue(path, out var item) || !((YamlMappingNode)item).Children.ContainsKey(call.Found.Groups[1].Value)
            select $"{call.File.At(call.Found.Index)}: {call.Found.Groups[1].Value} {path} is not in the contract");
    }

    [Fact]
    public void EveryAddressOfAPage_IsServed() =>
        Findings.AssertNone(
            Address().Matches(Checkout.File("static-web/src/navigation/paths.ts").Text)
                .Select(found => Regex.Replace(found.Groups[1].Value, @":\w+", "x"))
                .Where(path => !IsCovered(path, Routes))
                .Select(path => $"{path} leads to no page"));

    [Fact]
    public void EveryLinkInAnEmail_IsServed()
    {
        var links = Link().Matches(Checkout.File("functions/Messaging/Links.cs").Text).Select(found => $"/{found.Groups[1].Value}").Distinct().ToList();

        Assert.True(links.Count >= 4);
        Findings.AssertNone(links.Where(link => !IsCovered(link, Routes)).Select(link => $"{link} leads to no page"));
    }

    [Fact]
    public void EveryRewrite_LeadsToAPageThatIsBuilt() =>
        Findings.AssertNone(
            from rule in Rules.GetProperty("routes").EnumerateArray()
            where rule.TryGetProperty("rewrite", out _)
            let page = rule.GetProperty("rewrite").GetString()!
            where !File.Exists(RepositoryRoot.Combine("static-web", page.TrimStart('/')))
            select $"{page} is not there");

    [Fact]
    public void NoRule_StandsInTheWayOfTheApp() =>
        Assert.DoesNotContain(Routes, route => route.StartsWith("/api", StringComparison.Ordinal) || route is "/*" or "*");

    [Fact]
    public void NobodySignsInByAnAccountOfTheServicesOwn() =>
        Assert.All(
            new[] { "/.auth/login/aad", "/.auth/login/github" },
            route => Assert.Equal(
                404,
                Rules.GetProperty("routes").EnumerateArray().Single(rule => rule.GetProperty("route").GetString() == route).GetProperty("statusCode").GetInt32()));

    // The service puts a token of its own there on the way to a linked backend (Azure/static-web-apps, issue 34).
    [Fact]
    public void NothingTravelsInAHeaderThatTheServiceReplaces() =>
        Assert.All(
            (YamlMappingNode)Contract["components"]["securitySchemes"],
            scheme => Assert.False(scheme.Value["type"].ToString() == "http" || scheme.Value["name"].ToString() == "Authorization", $"{scheme.Key} comes in Authorization"));

    [Fact]
    public void TheBuild_NarrowsThePolicyToTheOneAccount()
    {
        const string Any = "https://*.blob.core.windows.net http://127.0.0.1:*";
        Assert.Contains($"const anyStorage = '{Any}';", Checkout.File("static-web/build/hosting.ts").Text, StringComparison.Ordinal);
        Assert.Contains(Any, Rules.GetProperty("globalHeaders").GetProperty("Content-Security-Policy").GetString(), StringComparison.Ordinal);
        Assert.Contains("output STORAGE_ORIGIN string", Checkout.File("infra/main.bicep").Text, StringComparison.Ordinal);
    }
}
