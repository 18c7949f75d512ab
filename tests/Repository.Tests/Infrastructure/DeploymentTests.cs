using System.Text.RegularExpressions;
using Tests.Support;
using YamlDotNet.RepresentationModel;

namespace Repository.Tests.Infrastructure;

/// <summary>azure.yaml and what it runs.</summary>
public sealed partial class DeploymentTests
{
    /// <summary>What azd knows without the template.</summary>
    private static readonly string[] OfAzd = ["AZURE_ENV_NAME", "AZURE_SUBSCRIPTION_ID", "AZURE_LOCATION"];

    private static readonly YamlMappingNode Project = (YamlMappingNode)Yaml.Read("azure.yaml");

    private static IEnumerable<string> Hooks() =>
        from hook in (YamlMappingNode)Project["hooks"]
        from platform in (YamlMappingNode)hook.Value
        from script in Script().Matches(platform.Value["run"].ToString()).Select(found => found.Value)
        select script;

    [GeneratedRegex(@"\./[\w./-]+\.(sh|ps1)")]
    private static partial Regex Script();

    [GeneratedRegex(@"\$\{([A-Z][A-Z_]+):\?azd sets it\}|\$env:([A-Z][A-Z_]+)")]
    private static partial Regex Variable();

    [Fact]
    public void EveryService_HasItsFolderAndItsResource()
    {
        var made = string.Concat(Checkout.Below("infra/modules", ".bicep").Select(file => file.Text));
        Assert.All(
            (YamlMappingNode)Project["services"],
            service =>
            {
                Assert.True(Directory.Exists(RepositoryRoot.Combine(service.Value["project"].ToString())));
                Assert.Contains($"'azd-service-name': '{service.Key}'", made, StringComparison.Ordinal);
            });
    }

    [Fact]
    public void EveryHook_IsThere_ForBothPlatforms()
    {
        var scripts = Hooks().ToList();
        Assert.NotEmpty(scripts);
        Findings.AssertNone(scripts.Where(script => !File.Exists(RepositoryRoot.Combine(script))).Select(script => $"{script} is not there"));
        Assert.Equal(
            scripts.Where(script => script.EndsWith(".sh", StringComparison.Ordinal)).Select(script => Path.ChangeExtension(script, null)).Order(),
            scripts.Where(script => script.EndsWith(".ps1", StringComparison.Ordinal)).Select(script => Path.ChangeExtension(script, null)).Order());
    }

    [Fact]
    public void WhatAHookIsGiven_IsAnOutputOfTheTemplate()
    {
        var outputs = Bicep.Template.GetProperty("outputs").EnumerateObject().Select(output => output.Name).Concat(OfAzd).ToList();
        Findings.AssertNone(
            from file in Checkout.Below("infra/hooks")
            from variable in Variable().Matches(file.Text).Select(found => found.Groups[1].Value + found.Groups[2].Value).Distinct()
            where !outputs.Contains(variable)
            select $"{file.Path} asks for {variable}");
    }

    [Fact]
    public void TheApp_IsPackedAsTheAzureEdition_AndDeployedAsPacked()
    {
        Assert.Contains("-p:Edition=Azure", Checkout.File("infra/hooks/package.sh").Text, StringComparison.Ordinal);
        Assert.Contains("-p:Edition=Azure", Checkout.File("infra/hooks/package.ps1").Text, StringComparison.Ordinal);
        Assert.Contains("deploy api --from-package .cache/azure/api.zip", Checkout.File("azure.yaml").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void TheLastStep_AsksForTheHealth()
    {
        var last = ((YamlMappingNode)Project["hooks"])["postup"]["posix"]["run"].ToString();

        Assert.EndsWith("./infra/hooks/probe.sh", last, StringComparison.Ordinal);
        Assert.Contains("api/health", Checkout.File("infra/hooks/probe.sh").Text, StringComparison.Ordinal);
    }
}
