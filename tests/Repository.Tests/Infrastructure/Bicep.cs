using System.Reflection;
using System.Text.Json;
using Tests.Support;

namespace Repository.Tests.Infrastructure;

/// <summary>What infra/ compiles to, for each environment; compiled once for all tests.</summary>
public static class Bicep
{
    public static readonly string[] Environments = ["dev", "test", "prod"];

    private static readonly string Compiler =
        typeof(Bicep).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(item => item.Key == "BicepCompiler").Value!;

    private static readonly Dictionary<string, Lazy<Compiled>> ByEnvironment =
        Environments.ToDictionary(name => name, name => new Lazy<Compiled>(() => CompileParameters(name)));

    private static readonly Lazy<JsonElement> Main = new(() => ReadNested("dev", "templateJson"));

    /// <summary>The template of everything, modules included.</summary>
    public static JsonElement Template => Main.Value;

    /// <summary>What a compiler said beside the template; empty when it had nothing to say.</summary>
    public static string Said(string environment) => ByEnvironment[environment].Value.Said;

    /// <summary>The environment's settings, as its parameter file gives them.</summary>
    public static JsonElement Settings(string environment) =>
        ReadNested(environment, "parametersJson").GetProperty("parameters").GetProperty("settings").GetProperty("value");

    public static Ended Lint(string file) => Command.Run(Compiler, ["lint", RepositoryRoot.Combine("infra", file)]);

    /// <summary>Every resource of a template and of the modules in it. They are a list, or in newer templates an object by symbolic name.</summary>
    public static IEnumerable<JsonElement> Resources(JsonElement template)
    {
        if (!template.TryGetProperty("resources", out var resources))
        {
            yield break;
        }

        var all = resources.ValueKind == JsonValueKind.Array ? resources.EnumerateArray().ToArray() : [.. resources.EnumerateObject().Select(pair => pair.Value)];
        foreach (var resource in all)
        {
            yield return resource;
            if (resource.TryGetProperty("properties", out var properties)
                && properties.ValueKind == JsonValueKind.Object
                && properties.TryGetProperty("template", out var nested))
            {
                foreach (var inner in Resources(nested))
                {
                    yield return inner;
                }
            }
        }
    }

    /// <summary>A template and the templates of its modules.</summary>
    public static IEnumerable<JsonElement> Templates(JsonElement template) =>
        [template, .. Resources(template)
            .Where(resource => resource.GetProperty("type").GetString() == "Microsoft.Resources/deployments")
            .Select(module => module.GetProperty("properties").GetProperty("template"))];

    /// <summary>The app settings, as expressions.</summary>
    public static IReadOnlyDictionary<string, string> AppSettings() =>
        Resources(Template)
            .Single(resource => resource.GetProperty("type").GetString() == "Microsoft.Web/sites/config")
            .GetProperty("properties").EnumerateObject()
            .ToDictionary(setting => setting.Name, setting => setting.Value.ToString(), StringComparer.Ordinal);

    private static Compiled CompileParameters(string environment)
    {
        var ended = Command.Run(Compiler, ["build-params", RepositoryRoot.Combine("infra", $"main.{environment}.bicepparam"), "--stdout"]);
        return ended.ExitCode == 0
            ? new Compiled(ended.Output, ended.Error.Trim())
            : throw new InvalidOperationException($"main.{environment}.bicepparam does not compile: {ended.Error}");
    }

    // The compiler prints an object whose parts are documents in text.
    private static JsonElement ReadNested(string environment, string part)
    {
        using var outer = JsonDocument.Parse(ByEnvironment[environment].Value.Json);
        using var inner = JsonDocument.Parse(outer.RootElement.GetProperty(part).GetString()!);
        return inner.RootElement.Clone();
    }

    private sealed record Compiled(string Json, string Said);
}
