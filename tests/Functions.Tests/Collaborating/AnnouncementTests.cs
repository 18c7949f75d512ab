using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Collaborating;

/// <summary>The email only announces, and is what the preview showed.</summary>
public sealed class AnnouncementTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task What_was_previewed_Is_what_is_sent()
    {
        using var office = await Office.OpenAsync(app);
        var contact = await office.ContactAsync("Pre", "View", "preview@harbour.example");
        var draft = Office.Draft(await office.PatientAsync("Huang"), contact);
        draft["patientInfo"] = new JsonArray("allergies");
        var preview = await office.Member.PostAsync($"{office.Path}/collaboration-previews", draft);
        Assert.Equal(HttpStatusCode.OK, preview.Status);
        Assert.Equal("allergies", Assert.Single(preview["attachments"].AsArray())!["patientInfo"]!.GetValue<string>());
        var shown = Assert.Single(preview["emails"].AsArray())!;
        await office.StartAsync(draft);
        var sent = await app.CreateOutbox().LatestAsync("preview@harbour.example");
        Assert.Equal(shown["subject"]!.GetValue<string>(), sent["subject"]!.GetValue<string>());
        Assert.Equal(WithoutLinks(shown["text"]!.GetValue<string>()), WithoutLinks(sent["text"]!.GetValue<string>()));
    }

    [Theory]
    [InlineData("subject", "About {patient}", "field-unknown")]
    [InlineData("text", "It is about Walter Huang.", "email-not-private")]
    [InlineData("subject", "HUANG, Walter", "email-not-private")]
    [InlineData("text", "Number r-1002", "email-not-private")]
    [InlineData("text", "Please look at the zirconia-canary crown.", "email-not-private")]
    [InlineData("subject", "", "required")]
    public async Task An_email_that_says_more_Is_refused(string field, string text, string code)
    {
        using var office = await Office.OpenAsync(app);
        var draft = Office.Draft(await office.PatientAsync("Huang"), "00000000000070008000000000000001");
        draft["email"]![field] = text;
        var errors = (await office.StartAsync(draft)).Body!["errors"]!;
        Assert.Equal(code, errors[$"email.{field}"]![0]!.GetValue<string>());
        Assert.Equal("contact-unknown", errors["contacts"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task The_practice_s_own_email_and_what_is_on_Begin_a_new_one()
    {
        using var office = await Office.OpenAsync(app);
        var first = await office.Member.GetAsync($"{office.Path}/collaboration-defaults");
        Assert.Equal(["demographics", "allergies", "problems", "medications"], first["patientInfo"].AsArray().Select(each => each!.GetValue<string>()));
        Assert.Equal("en", first.Text("language"));
        Assert.Equal(["en", "es", "fr"], first["emails"].AsArray().Select(each => each!["language"]!.GetValue<string>()));
        Assert.All(first["emails"].AsArray(), each => Assert.Contains("{number}", each!["subject"]!.GetValue<string>(), StringComparison.Ordinal));
        await app.ChangeSettingsAsync(settings =>
        {
            settings["collaborationEmails"] = new JsonArray(
                new JsonObject { ["language"] = "es", ["subject"] = "De nosotros [{number}]", ["text"] = "Hola, {collaborator}:" });
            settings["collaborationInfo"] = new JsonArray("insurance");
        });
        var changed = await office.Member.GetAsync($"{office.Path}/collaboration-defaults");
        Assert.Equal(
            [first["emails"][0]!["subject"]!.GetValue<string>(), "De nosotros [{number}]", first["emails"][2]!["subject"]!.GetValue<string>()],
            changed["emails"].AsArray().Select(each => each!["subject"]!.GetValue<string>()));
        Assert.Equal(first["emails"].ToJsonString(), changed["standardEmails"].ToJsonString());
        Assert.Equal("insurance", Assert.Single(changed["patientInfo"].AsArray())!.GetValue<string>());
    }

    [Fact]
    public async Task The_words_of_a_message_Are_in_no_email_history_key_line_or_log()
    {
        const string Email = "canary@harbour.example";
        using var office = await Office.OpenAsync(app);
        var contact = await office.ContactAsync("Can", "Ary", Email);
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact))).Text("collaborationId");
        using var colleague = app.CreatePerson();
        await Office.RegisterAsync(app, colleague, Email, "+12025550191");
        var thread = (await colleague.PostAsync($"collaborations/{id}/open"))["content"]["threadId"]!.GetValue<string>();
        await colleague.PostAsync($"threads/{thread}/messages", new { text = $"An answer with {Office.Secret}", files = Array.Empty<string>() }, "k");
        await app.CreateOutbox().LatestAsync(Office.Doctor);
        await office.SeesAsync(id, reply => reply.Text("state") == "answered");

        foreach (var mail in (await app.CreateOutbox().AllAsync(Email)).Concat(await app.CreateOutbox().AllAsync(Office.Doctor)))
        {
            Assert.DoesNotContain(Office.Secret, mail.ToJsonString(), StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("huang", mail.ToJsonString(), StringComparison.OrdinalIgnoreCase);
        }

        var (keys, others) = await DumpAsync();
        Assert.Contains("CollaborationOrchestration", others, StringComparison.Ordinal);
        var logs = string.Join('\n', app.Logs.Lines);
        Assert.Contains("StartCollaboration", logs, StringComparison.Ordinal);
        foreach (var secret in new[] { Office.Secret, "huang", Email })
        {
            Assert.DoesNotContain(secret, keys, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain(secret, logs, StringComparison.OrdinalIgnoreCase);
        }

        foreach (var secret in new[] { Office.Secret, "huang" })
        {
            Assert.DoesNotContain(secret, others, StringComparison.OrdinalIgnoreCase);
        }
    }

    private static string WithoutLinks(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.StartsWith("https://", StringComparison.Ordinal)));

    // Names of all blobs; and what the engine keeps in them. What people upload, and what is written down for them to read, is theirs.
    private async Task DumpBlobsAsync(StringBuilder keys, StringBuilder others)
    {
        var blobs = app.Services.GetRequiredService<BlobServiceClient>();
        await foreach (var container in blobs.GetBlobContainersAsync())
        {
            var client = blobs.GetBlobContainerClient(container.Name);
            await foreach (var blob in client.GetBlobsAsync())
            {
                keys.AppendLine(blob.Name);
                if (container.Name is not ("files" or "uploads"))
                {
                    others.Append(blob.Name).Append(' ').Append((await client.GetBlobClient(blob.Name).DownloadContentAsync()).Value.Content).AppendLine();
                }
            }
        }
    }

    // All keys of all tables; and all that the engine and the audit keep.
    private async Task<(string Keys, string Others)> DumpAsync()
    {
        var (keys, others) = (new StringBuilder(), new StringBuilder());
        var tables = app.Services.GetRequiredService<TableServiceClient>();
        await foreach (var table in tables.QueryAsync())
        {
            var isKept = table.Name is "Audit" || table.Name.EndsWith("Instances", StringComparison.Ordinal);
            await foreach (var row in tables.GetTableClient(table.Name).QueryAsync<TableEntity>())
            {
                keys.Append(row.PartitionKey).Append(' ').AppendLine(row.RowKey);
                if (isKept)
                {
                    others.AppendJoin(' ', row.Select(column => $"{column.Key}={(column.Value is byte[] bytes ? Encoding.UTF8.GetString(bytes) : column.Value)}")).AppendLine();
                }
            }
        }

        await DumpBlobsAsync(keys, others);
        return (keys.ToString(), others.ToString());
    }
}
