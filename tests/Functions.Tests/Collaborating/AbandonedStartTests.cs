using System.Net;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using Collaborations.Tests.Contract;
using Collaborations.Tests.Story;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Collaborating;

/// <summary>A start that is cut off after its process was started and before its record was written.</summary>
public sealed class AbandonedStartTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Email = "abandoned@harbour.example";
    private static readonly Uri Address = new("https://localhost/");

    [Fact]
    public async Task Its_process_Ends_having_sent_nothing_and_pressed_again_it_starts()
    {
        var outage = new Outage();
        await using var failing = app.WithWebHostBuilder(builder => builder.ConfigureTestServices(services => services.AddSingleton(provider =>
        {
            var options = new TableClientOptions();
            options.AddPolicy(outage, HttpPipelinePosition.PerCall);
            return new TableServiceClient(provider.GetRequiredService<IConfiguration>()["Storage:ConnectionString"]!, options);
        })));
        using var member = new Person(failing.CreateDefaultClient(Address, new CookieHandler(), new ContractHandler()));
        var outbox = new OutboxReader(failing.CreateDefaultClient(Address));
        var (practice, _) = await member.SignInAsMemberAsync(Office.Doctor, app.Password);
        var path = $"practices/{practice}";
        var patient = (await member.GetAsync($"{path}/patients?q=Huang"))["patients"][0]!["patientId"]!.GetValue<string>();
        var contact = await member.PostAsync($"{path}/contacts", new { firstName = "Ab", lastName = "Andoned", type = "specialist", email = Email });
        var draft = Office.Draft(patient, contact["contact"]["contactId"]!.GetValue<string>());

        outage.IsOn = true;
        Assert.Equal(HttpStatusCode.InternalServerError, (await member.PostAsync($"{path}/collaborations", draft, "once")).Status);
        outage.IsOn = false;
        var tables = failing.Services.GetRequiredService<TableServiceClient>();
        await CollaborationsApp.AtRestAsync(failing.Services);
        Assert.DoesNotContain("Completed", await ProcessAsync(tables), StringComparison.Ordinal);
        app.Clock.Advance(TimeSpan.FromMinutes(10));
        await Eventually.ReadAsync(
            () => ProcessAsync(tables), process => process.Contains("Completed", StringComparison.Ordinal), process => $"It waits on: {process}");

        Assert.Empty(await outbox.AllAsync(Email));
        Assert.Empty((await member.GetAsync($"{path}/collaborations"))["collaborations"].AsArray());
        var started = await member.PostAsync($"{path}/collaborations", draft, "once");
        Assert.Equal((HttpStatusCode.Created, 1), (started.Status, started["number"].GetValue<int>()));
        Assert.Contains("[1]", (await outbox.LatestAsync(Email))["subject"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    // What the engine has on record of the one collaboration's process.
    private static async Task<string> ProcessAsync(TableServiceClient tables)
    {
        await foreach (var table in tables.QueryAsync())
        {
            if (table.Name.EndsWith("Instances", StringComparison.Ordinal))
            {
                await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
                {
                    if (row.GetString("InstanceId")?.StartsWith("collaboration-", StringComparison.Ordinal) == true)
                    {
                        return string.Join(' ', row.Select(column => $"{column.Key}={column.Value}"));
                    }
                }
            }
        }

        return string.Empty;
    }

    /// <summary>Nothing is written to the collaborations, and everything else is.</summary>
    private sealed class Outage : HttpPipelineSynchronousPolicy
    {
        public bool IsOn { get; set; }

        public override void OnSendingRequest(HttpMessage message)
        {
            if (IsOn && message.Request.Content is { } content && message.Request.Uri.ToString().EndsWith("$batch", StringComparison.Ordinal))
            {
                using var body = new MemoryStream();
                content.WriteTo(body, CancellationToken.None);
                if (System.Text.Encoding.UTF8.GetString(body.ToArray()).Contains("/Collaborations", StringComparison.Ordinal))
                {
                    throw new IOException("The test has cut this write off.");
                }
            }
        }
    }
}
