using Host.Tests.Samples;
using Local.Durable;
using Local.Host.Orchestration;
using Local.Host.Startup;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Tests.Support;

namespace Host.Tests.Orchestration;

public sealed class AzuriteFixture : IAsyncLifetime
{
    public AzuriteServer Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await AzuriteServer.StartAsync();

    public async Task DisposeAsync() => await Server.DisposeAsync();
}

[CollectionDefinition(nameof(AzuriteCollection))]
public sealed class AzuriteCollection : ICollectionFixture<AzuriteFixture>;

/// <summary>Orchestrations through the whole host, from HTTP to HTTP.</summary>
[Collection(nameof(AzuriteCollection))]
public sealed class DurableTests(AzuriteFixture azurite)
{
    private readonly string _hub = "Hub" + Guid.NewGuid().ToString("N");

    private string[] Store => [$"--AzureWebJobsStorage={azurite.Server.ConnectionString}", $"--AzureFunctionsJobHost:extensions:durableTask:hubName={_hub}"];

    [Fact]
    public async Task OrchestrationStartedByHttp_CallsAnActivityAndWaitsForAnEventRaisedByHttp()
    {
        await using var application = await StartAsync();

        var id = await PostAsync(application, "/api/parcels/Berlin");
        await PostAsync(application, $"/api/parcels/{id}/signature/Kim");

        Assert.Equal(
            "Completed: 3 kg to Berlin, signed by Kim, stamped DeliverAsync",
            await application.Client.GetStringAsync($"/api/parcels/{id}"));
        var lines = application.Services.GetRequiredService<Notebook>().Lines;
        Assert.Single(lines, $"label for {id}, scope open: True, trigger: activityTrigger");
        Assert.Contains("before LabelAsync", lines);
        Assert.Contains("after LabelAsync", lines);
        Assert.Contains("before DeliverAsync", lines);
    }

    [Fact]
    public async Task HostStoppedWhileAnOrchestrationWaits_GoesOnAtTheNextStart()
    {
        string id;
        await using (var first = await StartAsync())
        {
            id = await PostAsync(first, "/api/parcels/Bonn");
            await first.Services.GetRequiredService<Notebook>().HasAsync("after LabelAsync");
        }

        await using var second = await StartAsync();
        await PostAsync(second, $"/api/parcels/{id}/signature/Lee");

        Assert.StartsWith("Completed: 3 kg to Bonn, signed by Lee", await second.Client.GetStringAsync($"/api/parcels/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task HostStoppedTwiceAtOnce_StopsOnceAndGivesTheStoreBack()
    {
        await using (var first = await StartAsync())
        {
            // Who stops it and who waits for it to run to its end both ask: a second stop of its own would find the first one's things disposed.
            var engine = first.Services.GetServices<IHostedService>().OfType<DurableEngineService>().Single();
            var stop = engine.StopAsync(CancellationToken.None);
            Assert.Same(stop, engine.StopAsync(CancellationToken.None));
            await stop;
        }

        await using var second = await StartAsync();
        Assert.NotEmpty(await PostAsync(second, "/api/parcels/Bremen"));
    }

    [Fact]
    public async Task ActivityThatFails_FailsItsOrchestration()
    {
        await using var application = await StartAsync();

        var id = await PostAsync(application, "/api/parcels/nowhere");

        Assert.StartsWith("Failed: ", await application.Client.GetStringAsync($"/api/parcels/{id}"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task SecondHostOnTheHub_RefusesWithASentence()
    {
        await using var first = await StartAsync();

        var refused = await Assert.ThrowsAsync<StartupException>(StartAsync);

        Assert.IsType<DurableEngineException>(refused.InnerException);
        Assert.Contains(_hub, refused.Message, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task StoreThatDoesNotAnswer_IsNamedByItsSetting()
    {
        var port = AzuriteServer.FreePort();
        var refused = await Assert.ThrowsAsync<StartupException>(() => StartAsync(
            $"--AzureWebJobsStorage=AccountName=a;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:{port}/a;BlobEndpoint=http://127.0.0.1:{port}/a"));

        Assert.Contains("AzureWebJobsStorage", refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Environment.NewLine, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--AzureWebJobsStorage=", "The setting AzureWebJobsStorage is missing")]
    [InlineData("--AzureWebJobsStorage=nonsense", "The setting AzureWebJobsStorage is no connection string")]
    [InlineData("--AzureFunctionsJobHost:extensions:durableTask:hubName=1", "is no name for a task hub")]
    public async Task SettingThatCannotBe_IsNamed(string argument, string expected)
    {
        var refused = await Assert.ThrowsAsync<StartupException>(() => StartAsync(argument));

        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task ApplicationWithoutOrchestrations_NeedsNoStore()
    {
        await using var application = await TestApplication.StartAsync(typeof(BindingFunctions));

        Assert.False(application.Services.GetRequiredService<DurableFunctions>().Any);
    }

    private static async Task<string> PostAsync(TestApplication application, string address)
    {
        using var response = await application.Client.PostAsync(address, null);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsStringAsync();
    }

    private Task<TestApplication> StartAsync() => StartAsync([]);

    private Task<TestApplication> StartAsync(params string[] arguments) => TestApplication.StartAsync(
        [typeof(DurableSamples)], builder => builder.UseMiddleware<StampMiddleware>(), [.. Store, .. arguments]);
}
