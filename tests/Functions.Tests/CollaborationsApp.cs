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
using Collaborations.Security;
using Collaborations.Operating;
using Collaborations.Tests.Contract;
using Collaborations.Tests.Story;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using Local.Host.Orchestration;
using Tests.Support;
using EmailAddress = Collaborations.Accounts.EmailAddress;

namespace Collaborations.Tests;

/// <summary>
/// The whole product in memory, started by its own Program.cs with its sample practice, on an account of the emulator's and a clock that stands
/// still. Every answer that its clients get is held against the contract, and what it sends comes to its own outbox.
/// </summary>
public sealed class CollaborationsApp : WebApplicationFactory<HealthFunctions>, IAsyncLifetime
{
    /// <summary>Of reports of emails, for tests that send one of their own.</summary>
    public const string HookKey = "a-key-for-reports-that-only-this-test-knows";

    /// <summary>Opens the operators' routes.</summary>
    public const string OperatorKey = "a-key-of-operators-that-only-this-test-knows";

    public const string Address = "https://localhost/";

    /// <summary>How an address begins that is none.</summary>
    public const string NoAddress = "no.such.";

    private const string Key = "AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=";

    private readonly DirectoryInfo _data;
    private readonly IReadOnlyDictionary<string, string> _changed;
    private AzuriteAccount? _azurite;
    private bool _isFollowed;

    public CollaborationsApp()
        : this(Directory.CreateTempSubdirectory("collaborations-"), new ManualTimeProvider(AzuriteAccount.Now), new Dictionary<string, string>())
    {
    }

    private CollaborationsApp(DirectoryInfo data, ManualTimeProvider clock, IReadOnlyDictionary<string, string> changed) =>
        (_data, Clock, _changed) = (data, clock, changed);

    /// <summary>Begins in a morning. The emulator judges signed addresses by its own, which is behind.</summary>
    public ManualTimeProvider Clock { get; }

    /// <summary>How the service that sends emails is.</summary>
    public SenderState Sender { get; set; }

    /// <summary>Settings of a test of its own, to be there before the app starts.</summary>
    public Dictionary<string, string> MoreSettings { get; } = [];

    /// <summary>Services of a test of its own, over the app's.</summary>
    public Action<IServiceCollection> MoreServices { get; set; } = static _ => { };

    /// <summary>What it has logged.</summary>
    public LogLines Logs { get; } = new();

    /// <summary>Of every sample member.</summary>
    public string Password => File.ReadLines(SignIns).Last().Split(' ')[^1];

    private string SignIns => Path.Combine(_data.FullName, "sign-ins.txt");

    private AzuriteAccount Azurite => _azurite ?? throw new InvalidOperationException("The fixture has not been initialised.");

    public async Task InitializeAsync() => _azurite = await AzuriteAccount.TakeAsync();

    /// <summary>A browser that does not follow redirects by itself, and keeps no cookies.</summary>
    public HttpClient CreateBrowser() => CreateDefaultClient(new Uri(Address), new ContractHandler());

    /// <summary>Stops this app, and starts it anew with other settings: on the same store, or on an empty one.</summary>
    /// <param name="changed">Settings by name.</param>
    /// <param name="emptied">Whether the store is lost.</param>
    public async Task<CollaborationsApp> RestartAsync(IReadOnlyDictionary<string, string> changed, bool emptied = false)
    {
        await base.DisposeAsync();
        if (emptied)
        {
            await StopStorageAsync();
        }

        var next = new CollaborationsApp(_data, Clock, changed) { _azurite = _azurite ?? await AzuriteAccount.TakeAsync() };
        (_azurite, _isFollowed) = (null, true);
        return next;
    }

    /// <summary>Somebody with a browser of their own that keeps its cookies.</summary>
    /// <param name="cookies">Those that a browser has already.</param>
    public Person CreatePerson(CookieContainer? cookies = null) =>
        new(CreateDefaultClient(new Uri(Address), new CookieHandler(cookies), new ContractHandler()));

    /// <summary>Somebody with the operators' key.</summary>
    public Person CreateOperator(string key = OperatorKey)
    {
        var client = CreateDefaultClient(new Uri(Address), new ContractHandler());
        client.DefaultRequestHeaders.Add(OperatorGate.Header, key);
        return new Person(client);
    }

    /// <summary>Runs an operator's command, as its shell would.</summary>
    public Task<(int Code, string Said)> OperateAsync(params string[] command) => OperateAsync("", command);

    /// <param name="typed">What it finds on its input.</param>
    /// <param name="command">The words after <c>ops</c>.</param>
    public async Task<(int Code, string Said)> OperateAsync(string typed, string[] command)
    {
        await using var output = new StringWriter();
        using var input = new StringReader(typed);
        var console = new OperatorConsole(Services.GetRequiredService<IConfiguration>(), input, output) { Network = Server.CreateHandler };
        var code = await OperatorCommands.RunAsync(command, console, CancellationToken.None);
        return (code, output.ToString());
    }

    public OutboxReader CreateOutbox() => new(CreateDefaultClient(new Uri(Address)));

    /// <summary>
    /// Moves the clock once nothing of the orchestrations is under way: each waits for its timer by then, and none finds the time that it asks for gone.
    /// </summary>
    public async Task AdvanceAsync(TimeSpan by)
    {
        await AtRestAsync(Services);
        Clock.Advance(by);
    }

    /// <param name="services">Of this app, or of one that was made of it.</param>
    public static Task AtRestAsync(IServiceProvider services) =>
        services.GetServices<IHostedService>().OfType<DurableEngineService>().Single().WhenIdleAsync().WaitAsync(TimeSpan.FromSeconds(90));

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
            await running.EndAsync();
        }
    }

    Task IAsyncLifetime.DisposeAsync() => EndAsync();

    /// <summary>Of an app that no test class has for itself.</summary>
    public async Task EndAsync()
    {
        await DisposeAsync();
        if (_azurite is { } account)
        {
            await account.DisposeAsync();
        }

        if (!_isFollowed)
        {
            _data.Delete(recursive: true);
        }
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        // As arguments, so that they are there when the host is composed.
        foreach (var (name, value) in Settings().Concat(_changed).Concat(MoreSettings))
        {
            builder.UseSetting(name, value);
        }

        builder.ConfigureTestServices(services =>
        {
            services.AddSingleton<TimeProvider>(Clock);
            services.AddSingleton<ILoggerProvider>(Logs);
            services.AddSingleton(provider => new EmailClient(ConnectionString, Own(provider, new EmailClientOptions(), () => Sender)));
            services.AddSingleton(provider => new SmsClient(ConnectionString, Own(provider, new SmsClientOptions())));
            services.AddSingleton(provider => new CallAutomationClient(ConnectionString, Own(provider, new CallAutomationClientOptions())));
            services.AddSingleton(new EvenTime(TimeProvider.System, TimeSpan.Zero));

            // Whoever signs in in a test is not attacked; the tests of passwords set the usual cost.
            services.AddSingleton(new HashCost(1_000));
            MoreServices(services);
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
        ["Operations:Key"] = OperatorKey,
        ["OPERATOR_KEY"] = OperatorKey,
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
    private static T Own<T>(IServiceProvider provider, T options, Func<SenderState>? state = null)
        where T : ClientOptions
    {
        options.Transport = new HttpClientTransport(new LateHandler(() => ServerOf(provider).CreateHandler(), state));
        return options;
    }

    private sealed class LateHandler(Func<HttpMessageHandler> make, Func<SenderState>? state) : DelegatingHandler
    {
        private readonly Lock _gate = new();

        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            lock (_gate)
            {
                InnerHandler ??= make();
            }

            var now = state?.Invoke() ?? SenderState.Works;
            if (now == SenderState.KnowsNoIds && request.Headers.Remove("Operation-Id"))
            {
                request.Headers.Add("Operation-Id", Guid.NewGuid().ToString());
            }

            if (now == SenderState.KnowsAddresses
                && request.Content is { } body
                && (await body.ReadAsStringAsync(cancellationToken)).Contains($"\"{NoAddress}", StringComparison.Ordinal))
            {
                return new HttpResponseMessage(HttpStatusCode.BadRequest) { RequestMessage = request };
            }

            if (now is SenderState.Works or SenderState.KnowsNoIds or SenderState.KnowsAddresses)
            {
                return await base.SendAsync(request, cancellationToken);
            }

            if (now == SenderState.TakesAndDenies)
            {
                (await base.SendAsync(request, cancellationToken)).Dispose();
            }

            return new HttpResponseMessage(HttpStatusCode.Forbidden) { RequestMessage = request };
        }
    }
}

/// <summary>How a service that sends is.</summary>
public enum SenderState
{
    Works,

    /// <summary>It sends nothing, and says so.</summary>
    Refuses,

    /// <summary>It sends, and says that it does not.</summary>
    TakesAndDenies,

    /// <summary>It sends whatever it is asked, and knows no send again by its id.</summary>
    KnowsNoIds,

    /// <summary>It says of every address that begins with <see cref="CollaborationsApp.NoAddress"/> that it is none.</summary>
    KnowsAddresses,
}
