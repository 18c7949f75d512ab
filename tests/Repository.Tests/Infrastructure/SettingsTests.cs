using System.Text.Json;
using System.Text.RegularExpressions;

namespace Repository.Tests.Infrastructure;

/// <summary>Every setting the code reads is set by the template, and every role the code needs is granted by it.</summary>
public sealed partial class SettingsTests
{
    /// <summary>Read by the code and not set on Azure, each for its reason.</summary>
    private static readonly Dictionary<string, string> Elsewhere = new(StringComparer.Ordinal)
    {
        ["Storage__ConnectionString"] = "carries a key; the identity is used",
        ["Storage__PagesOrigin"] = "the account's template says it",
        ["Communication__ConnectionString"] = "carries a key; the identity is used",
        ["Telemetry__OtlpEndpoint"] = "Application Insights has its own way in",
        ["Telemetry__Console"] = "nobody reads it there",
        ["Samples__SignInsFile"] = "no samples where real people are",
    };

    /// <summary>A role of infra/shared/roles.bicep, and what in the repository needs it.</summary>
    private static readonly (string Role, string Module, string Folder, string Need)[] Needs =
    [
        ("storageTableDataContributor", "records", "functions", @"\bTableServiceClient\b"),
        ("storageBlobDataOwner", "records", "infra/modules", @"\bAzureWebJobsStorage__blobServiceUri\b"),
        ("storageBlobDataContributor", "files", "functions", @"\bBlobServiceClient\b"),
        ("storageBlobDataOwner", "files", "functions", @"\bGetTagsAsync\b"),
        ("durableTaskDataContributor", "scheduler", "functions", @"\bDurableTaskClient\b"),
        ("communicationAndEmailServiceOwner", "communication", "functions", @"\b(EmailClient|SmsClient|CallAutomationClient)\b"),
        ("keyVaultSecretsUser", "vault", "infra/modules", @"@Microsoft\.KeyVault"),
        ("monitoringMetricsPublisher", "observability", "infra/modules", @"\bAPPLICATIONINSIGHTS_AUTHENTICATION_STRING\b"),
        ("cognitiveServicesUser", "speech", "functions", @"\bCognitiveServicesEndpoint\b"),
    ];

    /// <summary>The settings that the options classes of a set of files bind.</summary>
    private static IEnumerable<string> Read(IEnumerable<SourceFile> files) =>
        from file in files
        let section = Section().Match(file.Text)
        where section.Success
        from property in Property().Matches(file.Text[section.Index..])
        select $"{section.Groups[1].Value}__{property.Groups[1].Value}";

    private static IEnumerable<(string Module, string Role)> Granted() =>
        from file in Checkout.Below("infra/modules", ".bicep")
        from role in Role().Matches(file.Text).Select(found => found.Groups[1].Value).Distinct()
        select (Path.GetFileNameWithoutExtension(file.Path), role);

    [GeneratedRegex(@"public const string Section = ""(\w+)"";")]
    private static partial Regex Section();

    [GeneratedRegex(@"public [\w?.]+ (\w+) \{ get; set; \}")]
    private static partial Regex Property();

    [GeneratedRegex(@"\broles\.(?!bicep)(\w+)")]
    private static partial Regex Role();

    public sealed class Settings
    {
        private static readonly string[] All = [.. Read(Checkout.Below("functions", ".cs"))];

        [Fact]
        public void EveryOneThatTheCodeReads_IsSet()
        {
            Assert.True(All.Length >= 15, string.Join(", ", All));
            Findings.AssertNone(All.Except(Elsewhere.Keys).Except(Bicep.AppSettings().Keys).Select(name => $"{name} is read and not set"));
        }

        [Fact]
        public void NoneThatBelongsElsewhere_IsSet() => Assert.Empty(Elsewhere.Keys.Intersect(Bicep.AppSettings().Keys));

        [Fact]
        public void NoReason_OutlivesItsSetting() => Assert.Empty(Elsewhere.Keys.Except(All));

        [Fact]
        public void NoneIsSet_ThatNothingReads()
        {
            var sections = All.Select(name => name.Split("__")[0]).Distinct().ToList();
            Findings.AssertNone(
                Bicep.AppSettings().Keys.Where(name => sections.Contains(name.Split("__")[0])).Except(All).Select(name => $"{name} is set and nothing reads it"));
        }

        [Fact]
        public void TheHost_GetsItsStoreAndItsEngineByIdentity()
        {
            var settings = Bicep.AppSettings();
            using var hostJson = JsonDocument.Parse(Checkout.File("host.json").Text);
            var engine = hostJson.RootElement.GetProperty("extensions").GetProperty("durableTask").GetProperty("storageProvider").GetProperty("connectionStringName").GetString()!;

            Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
            Assert.DoesNotContain("AzureWebJobsStorage", settings.Keys);
            var named = settings.Keys.Single(name => name == engine || name.Contains("connectionStringName", StringComparison.Ordinal));
            Assert.Contains("Authentication=ManagedIdentity", settings[named], StringComparison.Ordinal);
        }

        [Fact]
        public void AnOptionThatIsNotSet_IsFound() =>
            Assert.Equal(
                ["Sample__Name", "Sample__Count"],
                Read([new SourceFile("a.cs", "public const string Section = \"Sample\";\npublic string? Name { get; set; }\npublic int Count { get; set; } = 2;\n")]));
    }

    public sealed class Roles
    {
        [Fact]
        public void EveryOneThatTheCodeNeeds_IsGranted_AndNoOther() =>
            Assert.Equal(
                Needs.Select(need => (need.Module, need.Role)).Order(),
                Granted().Order());

        [Fact]
        public void NoRole_OutlivesItsNeed() =>
            Findings.AssertNone(
                from need in Needs
                where !Checkout.Below(need.Folder).Any(file => Regex.IsMatch(file.Text, need.Need))
                select $"{need.Role} is granted and nothing needs it");

        [Fact]
        public void EveryOne_IsNamedInOnePlace()
        {
            var names = Checkout.File("infra/shared/roles.bicep").Text;
            Findings.AssertNone(Needs.Where(need => !names.Contains($"  {need.Role}: '", StringComparison.Ordinal)).Select(need => $"{need.Role} has no id"));
            Findings.AssertNone(
                from file in Checkout.Below("infra", ".bicep")
                where file.Name != "roles.bicep" && Regex.IsMatch(file.Text, "'[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}'")
                select $"{file.Path} has an id of its own");
        }
    }
}
