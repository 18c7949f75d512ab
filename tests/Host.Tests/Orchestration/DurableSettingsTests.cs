using Host.Tests.Samples;
using Local.Durable;
using Local.Host.Orchestration;
using Local.Host.Startup;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Host.Tests.Orchestration;

/// <summary>How host.json and the settings above it reach the engine.</summary>
public sealed class DurableSettingsTests : IDisposable
{
    private readonly string _hostJson = Path.GetTempFileName();

    public void Dispose() => File.Delete(_hostJson);

    [Fact]
    public async Task EveryDocumentedName_ReachesTheEngine()
    {
        var clock = new ManualTimeProvider();
        await using var application = await StartAsync(
            """
            {
              // Comments are allowed here, as on the Functions host.
              "version": "2.0",
              "extensions": {
                "durableTask": {
                  "hubName": "%HubName%Live",
                  "maxConcurrentActivityFunctions": 3,
                  "maxConcurrentOrchestratorFunctions": 5,
                  "defaultVersion": "2.1",
                  "versionMatchStrategy": "strict",
                  "versionFailureStrategy": "Fail",
                  "storageProvider": { "connectionName": "OwnStore" }
                }
              }
            }
            """,
            clock,
            "--HubName=Clinic");
        var settings = application.Services.GetRequiredService<DurableSettings>();
        var options = settings.Options();

        Assert.Equal("ClinicLive", options.TaskHub);
        Assert.Equal(3, options.MaxConcurrentActivities);
        Assert.Equal(5, options.MaxConcurrentOrchestrations);
        Assert.Equal("2.1", options.DefaultVersion);
        Assert.Equal(VersionMatchStrategy.Strict, options.VersionMatchStrategy);
        Assert.Equal(VersionFailureStrategy.Fail, options.VersionFailureStrategy);
        Assert.Equal("OwnStore", settings.ConnectionName);
        Assert.Same(clock, options.Time);
    }

    [Fact]
    public async Task NoHostJson_LeavesTheDefaults()
    {
        await using var application = await StartAsync("{}", TimeProvider.System);
        var settings = application.Services.GetRequiredService<DurableSettings>();

        Assert.Equal("TestHubName", settings.Options().TaskHub);
        Assert.Equal("AzureWebJobsStorage", settings.ConnectionName);
        Assert.Equal(new DurableOptions().MaxConcurrentActivities, settings.Options().MaxConcurrentActivities);
    }

    [Fact]
    public async Task SettingAboveHostJson_Wins()
    {
        await using var application = await StartAsync(
            """{ "extensions": { "durableTask": { "hubName": "FromFile" } } }""",
            TimeProvider.System,
            "--AzureFunctionsJobHost:extensions:durableTask:hubName=FromSetting");

        Assert.Equal("FromSetting", application.Services.GetRequiredService<DurableSettings>().Options().TaskHub);
    }

    [Fact]
    public async Task ConnectionOfAnotherProvider_IsNotTheStoreHere()
    {
        await using var application = await StartAsync(
            """{ "extensions": { "durableTask": { "storageProvider": { "type": "azureManaged", "connectionStringName": "SCHEDULER" } } } }""",
            TimeProvider.System);

        Assert.Equal("AzureWebJobsStorage", application.Services.GetRequiredService<DurableSettings>().ConnectionName);
    }

    [Theory]
    [InlineData("\"maxConcurrentActivityFunctions\": 0", "must be a positive whole number, not '0'")]
    [InlineData("\"maxConcurrentOrchestratorFunctions\": \"many\"", "must be a positive whole number, not 'many'")]
    [InlineData("\"versionMatchStrategy\": \"Newest\"", "must be one of None, Strict, CurrentOrOlder, not 'Newest'")]
    [InlineData("\"hubName\": \"%Missing%\"", "refers to the setting 'Missing'")]
    public async Task ValueOfTheWrongKind_IsNamed(string line, string expected)
    {
        await using var application = await StartAsync($$"""{ "extensions": { "durableTask": { {{line}} } } }""", TimeProvider.System);
        var settings = application.Services.GetRequiredService<DurableSettings>();

        Assert.Contains(expected, Assert.Throws<StartupException>(settings.Options).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task MalformedHostJson_IsNamedWithItsFault()
    {
        var refused = await Assert.ThrowsAsync<StartupException>(() => StartAsync("{ \"version\": ", TimeProvider.System));

        Assert.Contains($"{_hostJson} is malformed", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ValuesOfOrchestrations_AreWrittenByTheWorkersSerializer()
    {
        await using var application = await TestApplication.StartAsync([typeof(BindingFunctions)], builder => builder.Services.Configure<WorkerOptions>(
            options => options.Serializer = new Azure.Core.Serialization.JsonObjectSerializer(new(System.Text.Json.JsonSerializerDefaults.Web))));
        var converter = application.Services.GetRequiredService<DurableSettings>().Options().DataConverter;

        var text = converter.Serialize(new Parcel("Bonn", 2));

        Assert.Equal("{\"to\":\"Bonn\",\"weight\":2}", text);
        Assert.Equal(new Parcel("Bonn", 2), converter.Deserialize<Parcel>(text));
        Assert.Null(converter.Serialize(null));
        Assert.Null(converter.Deserialize<Parcel>(null));
    }

    private async Task<TestApplication> StartAsync(string hostJson, TimeProvider clock, params string[] arguments)
    {
        await File.WriteAllTextAsync(_hostJson, hostJson);
        return await TestApplication.StartAsync(
            [typeof(BindingFunctions)], builder => builder.Services.AddSingleton(clock), [$"--host-json={_hostJson}", .. arguments]);
    }
}
