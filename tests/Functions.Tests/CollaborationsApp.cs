using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text.Json.Nodes;
using Azure.Communication.CallAutomation;
using Azure.Communication.Email;
using Azure.Communication.Sms;
using Azure.Core;
using Azure.Core.Pipeline;
using Collaborations.Accounts;
using Collaborations.Health;
using Collaborations.Tests.Contract;
using Collaborations.Tests.Story;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Tests.Support;
using EmailAddress = Collaborations.Accounts.EmailAddress;

namespace Collaborations.Tests;

/// <summary>
/// The whole product in memory, started by its own Program.cs with its sample practice, on an Azurite of the test's and a clock that stands
/// still. Every answer that its clients get is held against the contract, and what it sends comes to its own outbox.
/// </summary>
public sealed class CollaborationsApp : WebApplicationFactory<HealthFunctions>, IAsyncLifetime
{
    /// <summary>Of reports of emails, for tests that send one of their own.</summary>
    public const string HookKey = "a-key-for-reports-that-only-this-test-knows";

    private const string Address = "https://localhost/";
    private const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly DirectoryInfo _data = Directory.CreateTempSubdirectory("collaborations-");
    private AzuriteServer? _azurite;

    /// <summary>Begins at the machine's own time: the emulator judges signed addresses by that.</summary>
    public ManualTimeProvider Clock { get; } = new(TimeProvider.System.GetUtcNow());

    /// <summary>What it has logged.</summary>
    public LogLines Logs { get; } = new();

    /// <summary>Of every sample member.</summary>
    public string Password => File.ReadLines(SignIns).Last().Split(' ')[^1];

    private string SignIns => Path.Combine(_data.FullName, "sign-ins.txt");

    private AzuriteServer Azurite => _azurite ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public async Task InitializeAsync() => _azurite = await AzuriteServer.StartAsync();

    /// <summary>A browser that does not follow redirects by itself, and keeps no cookies.</summary>
    public HttpClient CreateBrowser() => CreateDefaultClient(new Uri(Address), new ContractHandler());

    /// <summary>Somebody with a browser of their own that keeps its cookies.</summary>
    public Person CreatePerson() => new(CreateDefaultClient(new Uri(Address), new CookieHandler(), new ContractHandler()));

    public OutboxReader CreateOutbox() => new(CreateDefaultClient(new Uri(Address)));

    /// <summary>Changes the sample practice's settings, as its manager does.</summary>
    public async Task ChangeSettingsAsync(Action<JsonObject> change)
    {
        using var manager = CreatePerson();
        var signedIn = await manager.SignInAsync("amara.okafor@riverside.example", Password);
        var settings = $"practices/{signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>()}/settings";
        var read = await manager.GetAsync(settings);
        change((JsonObject)read.Body!);
        Assert.Equal(HttpStatusCode.OK, (await manager.PutAsync(settings, read.Body, read.Version)).Status);
    }

    /// <summary>Changes what is on record of an account, where no page does.</summary>
    public async Task ChangeAccountAsync(string email, Func<Account, Account> change)
    {
        Assert.True(EmailAddress.TryRead(email, out var address));
        var id = await Services.GetRequiredService<AccountEmailStore>().FindAsync(address, CancellationToken.None);
        await Services.GetRequiredService<AccountStore>().ChangeAsync<Done>(id!.Value, account => (change(account), Done.Instance), CancellationToken.None);
    }

    /// <summary>Takes the store away for good, as an outage would.</summary>
    public async Task StopStorageAsync()
    {
        if (_azurite is { } running)
        {
            _azurite = null;
            await running.DisposeAsync();
        }
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        await DisposeAsync();
        await StopStorageAsync();
        _data.Delete(recursive: true);
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // As arguments, so that they are there when the host is composed.
        foreach (var (name, value) in Settings())
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<ILoggerProvider>(Logs);
            services.AddSingleton(provider => new EmailClient(ConnectionString, Own(provider, new EmailClientOptions())));
            services.AddSingleton(provider => new SmsClient(ConnectionString, Own(provider, new SmsClientOptions())));
            services.AddSingleton(provider => new CallAutomationClient(ConnectionString, Own(provider, new CallAutomationClientOptions())));
            services.AddHttpClient("outbox").ConfigurePrimaryHttpMessageHandler(provider => ServerOf(provider).CreateHandler());
        });
    }

    private Dictionary<string, string> Settings() => new()
    {
        ["AzureWebJobsStorage"] = Azurite.ConnectionString,
        ["Storage:ConnectionString"] = Azurite.ConnectionString,
        ["Security:Key"] = Key,
        ["Communication:ConnectionString"] = ConnectionString,
        ["Communication:PublicAddress"] = Address,
        ["Communication:HookKey"] = HookKey,
        ["Outbox:AccessKey"] = Key,
        ["Outbox:ReportsTo"] = $"{Address}api/delivery-reports?key={HookKey}",
        ["Samples:Kind"] = "Practice",
        ["Samples:SignInsFile"] = SignIns,
        ["data"] = _data.FullName,
    };

    private static string ConnectionString => $"endpoint={Address};accesskey={Key}";

    private static TestServer ServerOf(IServiceProvider provider) => (TestServer)provider.GetRequiredService<IServer>();

    // Made at the first send, when the server is there.
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The transport has it for as long as the client lives, which is as long as the app.")]
    private static T Own<T>(IServiceProvider provider, T options)
        where T : ClientOptions
    {
        options.Transport = new HttpClientTransport(new LateHandler(() => ServerOf(provider).CreateHandler()));
        return options;
    }

    private sealed class LateHandler(Func<HttpMessageHandler> make) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            InnerHandler ??= make();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
