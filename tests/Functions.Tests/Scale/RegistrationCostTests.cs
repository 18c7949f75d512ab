using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Azure.Core;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Collaborations.Health;
using Collaborations.Processes;
using Collaborations.Tests.Contract;
using Collaborations.Tests.Story;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Collaborations.Tests.Scale;

/// <summary>
/// What one registration costs, from "Invite Patient" to the first sign-in: counted here, written down in docs/scale.md, and held together. A
/// first one makes the tables and fills the caches; the second is counted.
/// </summary>
public sealed partial class RegistrationCostTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Document = "docs/scale.md";
    private const string Member = "ben.lindqvist@riverside.example";
    private const string Password = "eleven grey herons wade";
    private static readonly Uri Address = new("https://localhost/");

    private readonly TransactionCounter _counter = new();
    private readonly WaitCounter _waits = new();
    private int _requests;

    [Fact]
    public async Task Of_one_registration_Is_what_the_document_says()
    {
        await using var counted = app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services =>
        {
            services.AddKeyedSingleton<TimeProvider>(ProcessGate.Waiting, _waits);
            services.AddSingleton(provider => new TableServiceClient(Connection(provider), Count(new TableClientOptions())));
            services.AddSingleton(provider => new BlobServiceClient(Connection(provider), Count(new BlobClientOptions())));
        }));
        using var member = PersonAt(counted);
        await RegisterAsync(counted, member, "Rosa", "rosa.delgado@home.example", "1958-04-23", "+12025550121");

        // A client of the test's own, which is not counted.
        var store = new TableServiceClient(Connection(counted.Services));
        var before = await AtRestAsync(store);
        var sent = await RegisterAsync(counted, member, "Élodie", "elodie.marchand@home.example", "1987-06-30", "+12025550124");
        var actions = (await AtRestAsync(store)).Since(before);

        // A request that waits for the engine reads one row every few milliseconds: how often depends on the machine, and is left out.
        var waits = _waits.Count;
        var measured = new Dictionary<string, int>(StringComparer.Ordinal)
        {
            ["HTTP requests"] = _requests,
            ["emails"] = sent.Emails,
            ["texts"] = sent.Texts,
            ["table: rows read"] = _counter["rows read"] - waits,
            ["table: rows written"] = _counter["rows written"],
            ["table: batches"] = _counter["batches"],
            ["table: lists read"] = _counter["lists read"],
            ["blob: requests"] = _counter["blobs read"] + _counter["blobs written"],
            ["storage transactions"] = _counter.Total - waits,
            ["orchestrations started"] = actions.Orchestrations,
            ["activities run"] = actions.Activities,
            ["events raised"] = actions.Events,
            ["scheduler actions"] = actions.Total,
        };
        Assert.Equal(0, _counter["tables made"]);
        var (counts, document) = (Lines(measured), Lines(await DocumentedAsync(measured.Keys)));
        Assert.True(counts == document, $"Counted:\n{counts}\n{Document} says:\n{document}");
    }

    private static string Connection(IServiceProvider services) => services.GetRequiredService<IConfiguration>()["Storage:ConnectionString"]!;

    private static string Lines(IReadOnlyDictionary<string, int> counts) =>
        string.Join('\n', counts.Select(pair => $"| {pair.Key} | {pair.Value.ToString(CultureInfo.InvariantCulture)} |"));

    /// <summary>Rows of the document's tables that have one of the names in front and a number behind.</summary>
    private static async Task<IReadOnlyDictionary<string, int>> DocumentedAsync(IEnumerable<string> names)
    {
        var rows = Row().Matches(await File.ReadAllTextAsync(RepositoryRoot.Combine(Document)))
            .ToLookup(row => row.Groups[1].Value, row => int.Parse(row.Groups[2].Value, CultureInfo.InvariantCulture), StringComparer.Ordinal);
        return names.Where(rows.Contains).ToDictionary(name => name, name => rows[name].First());
    }

    /// <summary>Waits until nothing of the engine runs.</summary>
    private static async Task<SchedulerActions> AtRestAsync(TableServiceClient store) => (await Eventually.ReadAsync(
        () => EngineHistories.CountAsync(store), static actions => actions is not null, static _ => "The orchestrations do not come to rest."))!;

    private T Count<T>(T options)
        where T : ClientOptions
    {
        options.AddPolicy(_counter, HttpPipelinePosition.PerRetry);
        return options;
    }

    private Person PersonAt(WebApplicationFactory<HealthFunctions> factory) =>
        new(factory.CreateDefaultClient(Address, new RequestCounter(() => Interlocked.Increment(ref _requests)), new CookieHandler(), new ContractHandler()));

    // The requests that the pages send for one who makes no mistakes; waiting is done at the outbox and the engine, which are not counted.
    private async Task<(int Emails, int Texts)> RegisterAsync(
        WebApplicationFactory<HealthFunctions> factory, Person member, string name, string email, string birthDate, string phone)
    {
        var signedIn = await member.SignInAsync(Member, app.Password);
        var practice = signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();
        var found = await member.GetAsync($"practices/{practice}/cases?q={Uri.EscapeDataString(name)}");
        var talk = $"practices/{practice}/cases/{found["cases"][0]!["caseId"]!.GetValue<string>()}/patient-talk";
        var store = new TableServiceClient(Connection(factory.Services));
        _counter.Clear();
        _waits.Count = 0;
        _requests = 0;

        var invited = await member.PostAsync($"{talk}/invitation", new { email, confirmEmail = email, firstMessage = "Hello" });
        Assert.Equal(HttpStatusCode.Created, invited.Status);
        using var outboxClient = factory.CreateDefaultClient(Address);
        var outbox = new OutboxReader(outboxClient);
        using var patient = PersonAt(factory);
        patient.Token = OutboxReader.TokenOf(await outbox.LatestAsync(email));
        await ReportedAsync(store, "registration-");
        await patient.GetAsync("registration");
        await patient.PostAsync("registration/birth-date", new { birthDate });
        var phones = await patient.PostAsync("registration/phones", new { phones = Array.Empty<object>() });
        var phoneId = phones["phones"][0]!["phoneId"]!.GetValue<string>();
        await patient.PostAsync("registration/delivery", new { phoneId, channel = "text" });
        var code = OutboxReader.CodeOf(await outbox.LatestAsync(phone));
        await ReportedAsync(store, "code-");
        await patient.PostAsync("registration/code", new { code });
        var version = (await patient.GetAsync("terms?language=en")).Text("version");
        await patient.PostAsync("registration/terms", new { version });
        await patient.PostAsync("registration/password", new { password = Password, confirmPassword = Password });
        await AtRestAsync(store);
        patient.Token = null;
        Assert.Equal(HttpStatusCode.OK, (await patient.SignInAsync(email, Password)).Status);
        await AtRestAsync(store);
        return ((await outbox.AllAsync(email)).Count, (await outbox.AllAsync(phone)).Count);
    }

    /// <summary>Waits until the newest orchestration of a kind has heard what became of what it sent, so that its notes and the next step do not race.</summary>
    private static async Task ReportedAsync(TableServiceClient store, string prefix)
    {
        await Eventually.IsAsync(() => EngineHistories.HaveReportsAsync(store, prefix), $"No report came for {prefix}.");
        await AtRestAsync(store);
    }

    [GeneratedRegex(@"^\| ([^|]+?) \| (\d+) \|", RegexOptions.Multiline)]
    private static partial Regex Row();

    private sealed class WaitCounter : TimeProvider
    {
        private int _count;

        public int Count
        {
            get => _count;
            set => _count = value;
        }

        // A request waits for what it is to count, however slow the machine is.
        public override long GetTimestamp() => base.GetTimestamp() / 30;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
        {
            Interlocked.Increment(ref _count);
            return base.CreateTimer(callback, state, dueTime, period);
        }
    }

    private sealed class RequestCounter(Action count) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            count();
            return base.SendAsync(request, cancellationToken);
        }
    }
}
