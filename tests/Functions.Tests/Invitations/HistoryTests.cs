using System.Text;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Invitations;

/// <summary>What the orchestrations of a whole registration leave in their store.</summary>
public sealed class HistoryTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Email = "walter.huang@home.example";
    private const string Password = "nine amber kites drift";
    private const string Message = "A word for you alone";

    [Fact]
    public async Task Of_a_finished_registration_Names_nobody_and_holds_no_secret()
    {
        using var member = app.CreatePerson();
        var signedIn = await member.SignInAsync("amara.okafor@riverside.example", app.Password);
        var practice = signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();
        var found = await member.GetAsync($"practices/{practice}/cases?q=Huang");
        var talk = $"practices/{practice}/cases/{found["cases"][0]!["caseId"]!.GetValue<string>()}/patient-talk";
        await member.PostAsync($"{talk}/invitation", new { email = Email, confirmEmail = Email, firstMessage = Message });
        using var patient = app.CreatePerson();
        var outbox = app.CreateOutbox();
        var token = OutboxReader.TokenOf(await outbox.LatestAsync(Email));
        var code = await RegisterAsync(patient, token);
        await member.SeesAsync(talk, "signedIn");

        var store = await DumpAsync();
        Assert.Contains("RegistrationOrchestration", store, StringComparison.Ordinal);
        Assert.Contains("CodeDeliveryOrchestration", store, StringComparison.Ordinal);
        foreach (var secret in new[] { Email, "walter", "huang", "1949-11-02", "2025550123", $"\"{code}\"", token, Password, Message })
        {
            Assert.DoesNotContain(secret, store, StringComparison.OrdinalIgnoreCase);
        }
    }

    private async Task<string> RegisterAsync(Person patient, string token)
    {
        patient.Token = token;
        await patient.PostAsync("registration/birth-date", new { birthDate = "1949-11-02" });
        var phones = await patient.PostAsync("registration/phones", new { phones = Array.Empty<object>() });
        await patient.PostAsync("registration/delivery", new { phoneId = phones["phones"][0]!["phoneId"]!.GetValue<string>(), channel = "text" });
        var code = OutboxReader.CodeOf(await app.CreateOutbox().LatestAsync("+12025550123"));
        await patient.PostAsync("registration/code", new { code });
        await patient.PostAsync("registration/terms", new { version = "2026-11" });
        await patient.PostAsync("registration/password", new { password = Password, confirmPassword = Password });
        patient.Token = null;
        await patient.SignInAsync(Email, Password);
        return code;
    }

    // Rows and blobs of the engine.
    private async Task<string> DumpAsync()
    {
        await using var text = new StringWriter();
        var tables = app.Services.GetRequiredService<TableServiceClient>();
        await foreach (var table in tables.QueryAsync())
        {
            if (table.Name.EndsWith("Instances", StringComparison.Ordinal))
            {
                await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
                {
                    await text.WriteLineAsync(string.Join(' ', row.Select(column => $"{column.Key}={(column.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : column.Value)}")));
                }
            }
        }

        var blobs = app.Services.GetRequiredService<BlobServiceClient>();
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            var client = blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync())
            {
                await text.WriteLineAsync($"{blob.Name} {(await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content}");
            }
        }

        return text.ToString();
    }
}
