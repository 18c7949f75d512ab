using System.Text.Json;
using System.Text.RegularExpressions;

namespace Repository.Tests.Infrastructure;

/// <summary>What infra/ would make.</summary>
public sealed partial class TemplateTests
{
    public static TheoryData<string> Environments => [.. Bicep.Environments];

    private static IEnumerable<string> TypesOf(JsonElement template) =>
        Bicep.Resources(template).Select(resource => resource.GetProperty("type").GetString()!);

    [GeneratedRegex(@"AccountKey=|SharedAccess|[Aa]ccess[Kk]ey=|listKeys|getSecret|Password=", RegexOptions.CultureInvariant)]
    private static partial Regex Secret();

    public sealed class Compiling
    {
        [Theory]
        [MemberData(nameof(Environments), MemberType = typeof(TemplateTests))]
        public void AnEnvironment_CompilesWithoutAWord(string environment) => Assert.Equal(string.Empty, Bicep.Said(environment));

        [Theory]
        [InlineData("keys/main.bicep")]
        [InlineData("keys/renew-security.bicep")]
        [InlineData("keys/renew-hook.bicep")]
        [InlineData("keys/drop-security.bicep")]
        [InlineData("reports/main.bicep")]
        public void WhatTheHooksDeploy_CompilesWithoutAWord(string file)
        {
            var ended = Bicep.Lint(file);

            Assert.Equal((0, string.Empty), (ended.ExitCode, ended.Error.Trim()));
        }

        [Fact]
        public void EveryService_IsThere()
        {
            string[] expected =
            [
                "Microsoft.Web/sites", "Microsoft.Web/staticSites", "Microsoft.Web/staticSites/linkedBackends", "Microsoft.DurableTask/schedulers",
                "Microsoft.DurableTask/schedulers/taskHubs", "Microsoft.DurableTask/schedulers/retentionPolicies", "Microsoft.Storage/storageAccounts",
                "Microsoft.Storage/storageAccounts/blobServices/containers/immutabilityPolicies", "Microsoft.Security/defenderForStorageSettings",
                "Microsoft.KeyVault/vaults", "Microsoft.Communication/communicationServices", "Microsoft.Communication/emailServices/domains",
                "Microsoft.EventGrid/systemTopics", "Microsoft.Insights/components", "Microsoft.OperationalInsights/workspaces",
                "Microsoft.Network/privateEndpoints", "Microsoft.ManagedIdentity/userAssignedIdentities", "Microsoft.Consumption/budgets",
            ];
            Assert.Empty(expected.Except(TypesOf(Bicep.Template)));
        }
    }

    public sealed class Secrets
    {
        // A component that takes no keys: its address names one all the same (infra/modules/observability.bicep).
        private static readonly string[] AddressesOnly = ["insightsAddress"];

        [Fact]
        public void NoOutput_HoldsOne() =>
            Findings.AssertNone(
                from template in Bicep.Templates(Bicep.Template)
                where template.TryGetProperty("outputs", out _)
                from output in template.GetProperty("outputs").EnumerateObject()
                let text = output.Value.GetRawText()
                where text.Contains("\"secure", StringComparison.OrdinalIgnoreCase)
                    || Secret().IsMatch(text)
                    || (text.Contains("ConnectionString", StringComparison.Ordinal) && !AddressesOnly.Contains(output.Name))
                select $"{output.Name}: {text}");

        [Fact]
        public void TheOutputsThatAzdKeeps_AreNamesAndAddresses() =>
            Assert.Equal(
                ["APP_NAME", "AZURE_RESOURCE_GROUP", "PAGES_ADDRESS", "STORAGE_ORIGIN", "TOPIC_NAME", "VAULT_NAME"],
                Bicep.Template.GetProperty("outputs").EnumerateObject().Select(output => output.Name).Order(StringComparer.Ordinal));

        [Fact]
        public void NoAppSetting_HoldsOne() =>
            Findings.AssertNone(Bicep.AppSettings().Where(setting => Secret().IsMatch(setting.Value)).Select(setting => $"{setting.Key}: {setting.Value}"));

        [Fact]
        public void TheKeys_AreReferencesIntoTheVault() =>
            Assert.All(
                new[] { "Security__Key", "Security__NewerKeys", "Communication__HookKey", "Communication__FormerHookKey", "Operations__Key" },
                name => Assert.StartsWith("[format('@Microsoft.KeyVault(SecretUri=", Bicep.AppSettings()[name], StringComparison.Ordinal));

        [Theory]
        [InlineData("Microsoft.Storage/storageAccounts", "allowSharedKeyAccess", false)]
        [InlineData("Microsoft.Storage/storageAccounts", "allowBlobPublicAccess", false)]
        [InlineData("Microsoft.Communication/communicationServices", "disableLocalAuth", true)]
        [InlineData("Microsoft.CognitiveServices/accounts", "disableLocalAuth", true)]
        [InlineData("Microsoft.Insights/components", "DisableLocalAuth", true)]
        [InlineData("Microsoft.KeyVault/vaults", "enablePurgeProtection", true)]
        public void NoService_TakesAKeyOfItsOwn(string type, string property, bool value)
        {
            var made = Bicep.Resources(Bicep.Template)
                .Where(resource => resource.GetProperty("type").GetString() == type
                    && !(resource.TryGetProperty("existing", out var existing) && existing.GetBoolean()))
                .ToList();
            Assert.NotEmpty(made);
            Assert.All(made, resource => Assert.Equal(value, resource.GetProperty("properties").GetProperty(property).GetBoolean()));
        }
    }

    public sealed class Transport
    {
        private static List<JsonElement> Of(string type)
        {
            var made = Bicep.Resources(Bicep.Template)
                .Where(resource => resource.GetProperty("type").GetString() == type
                    && !(resource.TryGetProperty("existing", out var existing) && existing.GetBoolean()))
                .Select(resource => resource.GetProperty("properties"))
                .ToList();
            Assert.NotEmpty(made);
            return made;
        }

        [Fact]
        public void AStore_TakesNothingInTheOpenAndNothingOlderThanTls12() => Assert.All(
            Of("Microsoft.Storage/storageAccounts"),
            store => Assert.Equal((true, "TLS1_2"), (store.GetProperty("supportsHttpsTrafficOnly").GetBoolean(), store.GetProperty("minimumTlsVersion").GetString())));

        [Fact]
        public void TheApp_TakesNothingInTheOpenAndNothingOlderThanTls12() => Assert.All(
            Of("Microsoft.Web/sites"),
            site => Assert.Equal(
                (true, "1.2", "1.2"),
                (
                    site.GetProperty("httpsOnly").GetBoolean(),
                    site.GetProperty("siteConfig").GetProperty("minTlsVersion").GetString(),
                    site.GetProperty("siteConfig").GetProperty("scmMinTlsVersion").GetString())));
    }

    public sealed class BesideTheCode
    {
        private static readonly JsonElement HostJson = JsonDocument.Parse(Checkout.File("host.json").Text).RootElement;

        private static JsonElement Of(string type) => Bicep.Resources(Bicep.Template).First(resource => resource.GetProperty("type").GetString() == type);

        [Theory]
        [MemberData(nameof(Environments), MemberType = typeof(TemplateTests))]
        public void AnInstance_MayTakeWhatTheHostLetsIn(string environment)
        {
            var most = HostJson.GetProperty("extensions").GetProperty("http").GetProperty("maxConcurrentRequests").GetInt32();

            Assert.InRange(Bicep.Settings(environment).GetProperty("compute").GetProperty("requestsPerInstance").GetInt32(), 1, most);
        }

        [Theory]
        [MemberData(nameof(Environments), MemberType = typeof(TemplateTests))]
        public void AnInstance_HashesAsManyPasswordsAsItHasCores(string environment)
        {
            var compute = Bicep.Settings(environment).GetProperty("compute");

            Assert.Equal(compute.GetProperty("instanceMemoryMB").GetInt32() / 2048, compute.GetProperty("concurrentHashes").GetInt32());
        }

        [Fact]
        public void WhatBrowsersMay_IsWhatTheAppSaysWhereThereIsNoTemplate()
        {
            var rules = Bicep.Resources(Bicep.Template)
                .Where(resource => resource.GetProperty("type").GetString() == "Microsoft.Storage/storageAccounts/blobServices")
                .Select(resource => resource.GetProperty("properties"))
                .Single(properties => properties.TryGetProperty("cors", out _))
                .GetProperty("cors").GetProperty("corsRules")[0];
            var access = Checkout.File("functions/Storage/BlobAccess.cs").Text;

            Assert.All(
                new[] { "allowedMethods", "allowedHeaders", "exposedHeaders" },
                name => Assert.Contains(
                    $"{char.ToUpperInvariant(name[0])}{name[1..]} = \"{string.Join(',', rules.GetProperty(name).EnumerateArray().Select(item => item.GetString()))}\"",
                    access,
                    StringComparison.Ordinal));
        }

        [Fact]
        public void TheContainersOfFiles_AreThoseOfTheVault()
        {
            var names = Checkout.File("infra/shared/names.bicep").Text;
            var vaults = Checkout.File("functions/Files/FileVault.cs").Text + Checkout.File("functions/Archives/ArchiveVault.cs").Text;

            Assert.All(
                new[] { "uploads", "files", "archives" },
                name =>
                {
                    Assert.Contains($"  {name}: '{name}'", names, StringComparison.Ordinal);
                    Assert.Contains($"GetBlobContainerClient(\"{name}\")", vaults, StringComparison.Ordinal);
                });
        }

        [Fact]
        public void WhatIsSigned_EndsBeforeTheAccountForbidsIt()
        {
            var longest = Bicep.Resources(Bicep.Template)
                .Where(resource => resource.GetProperty("type").GetString() == "Microsoft.Storage/storageAccounts")
                .Select(resource => resource.GetProperty("properties"))
                .Single(properties => properties.TryGetProperty("sasPolicy", out _))
                .GetProperty("sasPolicy").GetProperty("sasExpirationPeriod").GetString()!;

            // d.hh:mm:ss. An upload is signed for an hour.
            Assert.Contains("UploadLifetime = TimeSpan.FromHours(1)", Checkout.File("functions/Files/FileVault.cs").Text, StringComparison.Ordinal);
            Assert.True(TimeSpan.Parse(longest, System.Globalization.CultureInfo.InvariantCulture) > TimeSpan.FromHours(1));
        }

        [Fact]
        public void TheTaskHub_IsTheOneThatTheHostNames()
        {
            var hub = HostJson.GetProperty("extensions").GetProperty("durableTask").GetProperty("hubName").GetString()!;

            Assert.Contains(hub, JsonSerializer.Serialize(Bicep.Templates(Bicep.Template).Where(template => TypesOf(template).Contains("Microsoft.DurableTask/schedulers/taskHubs"))), StringComparison.Ordinal);
            Assert.Equal("azureManaged", HostJson.GetProperty("extensions").GetProperty("durableTask").GetProperty("storageProvider").GetProperty("type").GetString());
        }

        [Fact]
        public void AFile_IsScannedWhereNobodyWrites()
        {
            var excluded = Of("Microsoft.Security/defenderForStorageSettings").GetProperty("properties").GetProperty("malwareScanning")
                .GetProperty("onUpload").GetProperty("filters").GetProperty("excludeBlobsWithPrefix").GetRawText();

            Assert.Contains("uploads", excluded, StringComparison.Ordinal);
            Assert.DoesNotContain(".files", excluded, StringComparison.Ordinal);
        }
    }
}
