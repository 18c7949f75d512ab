using System.Net;
using System.Text.RegularExpressions;
using Azure;
using Azure.Data.Tables;
using Collaborations.Backups;
using Collaborations.Operating;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Collaborations.Tests.Operating;

/// <summary>A practice that is backed up, lost, and brought back.</summary>
public sealed partial class BackupTests
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Patient = "rosa.delgado@home.example";
    private const string Words = "eleven grey herons wade";
    private const string Message = "Better. Here is a photo.";
    private static readonly byte[] Photo = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task After_the_store_is_lost_Members_and_patients_sign_in_and_read_what_was_there()
    {
        var folder = Directory.CreateTempSubdirectory("backup-");
        var app = new CollaborationsApp();
        await app.InitializeAsync();
        _ = app.Services;
        var password = app.Password;
        var (practice, thread, file) = await FillAsync(app);
        var backup = Path.Combine(folder.FullName, "practice.zip");
        var (code, said) = await app.OperateAsync("backup", practice, backup);
        Assert.Equal(OperatorCommands.Good, code);
        Assert.DoesNotContain('@', said);
        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(backup) == (UnixFileMode.UserRead | UnixFileMode.UserWrite));
        Assert.Equal(OperatorCommands.Bad, (await app.OperateAsync("backup", practice, backup)).Code);

        var after = await app.RestartAsync(new Dictionary<string, string> { ["Samples:Kind"] = "None" }, emptied: true);
        using (var nobody = after.CreatePerson())
        {
            Assert.Equal("wrong-credentials", (await nobody.SignInAsync(Doctor, password)).Code);
        }

        (code, said) = await after.OperateAsync("restore", backup);
        Assert.Equal(OperatorCommands.Good, code);
        Assert.Contains($"practice {practice} is back", said, StringComparison.Ordinal);
        await ReadAsync(after, practice, password, thread, file);
        (code, said) = await after.OperateAsync("audit", "verify", practice);
        Assert.Equal(OperatorCommands.Good, code);
        Assert.Contains("whole", said, StringComparison.Ordinal);

        await AgainAsync(after, backup, thread);
        await after.EndAsync();
        await app.EndAsync();
        folder.Delete(recursive: true);
    }

    /// <summary>What is there stays; with --over what differs is as it was; a lost row comes back; a chain that went on is left.</summary>
    private static async Task AgainAsync(CollaborationsApp app, string backup, string thread)
    {
        var talks = app.Services.GetRequiredService<TableServiceClient>().GetTableClient("Talks");
        await talks.DeleteEntityAsync(thread, "message-0000000001", ETag.All);
        var changed = (await talks.GetEntityAsync<TableEntity>(thread, "message-0000000002")).Value;
        changed["Record"] = changed.GetString("Record")!.Replace("Better", "Worse", StringComparison.Ordinal);
        await talks.UpdateEntityAsync(changed, ETag.All, TableUpdateMode.Replace);

        var (code, said) = await app.OperateAsync("restore", backup);
        Assert.Equal(OperatorCommands.Bad, code);
        Assert.Matches("Talks: 1 brought back, [0-9]+ the same, 0 replaced, 0 deleted, [1-9]", said);
        Assert.Contains("Worse", (await talks.GetEntityAsync<TableEntity>(thread, "message-0000000002")).Value.GetString("Record"), StringComparison.Ordinal);
        (code, said) = await app.OperateAsync("restore", backup, "--over");
        Assert.Equal(OperatorCommands.Good, code);
        Assert.Matches("Talks: 0 brought back, [0-9]+ the same, [1-9][0-9]* replaced, 0 deleted, 0 left", said);
        Assert.Contains("Better", (await talks.GetEntityAsync<TableEntity>(thread, "message-0000000002")).Value.GetString("Record"), StringComparison.Ordinal);
    }

    private static async Task<(string Practice, string Thread, string File)> FillAsync(CollaborationsApp app)
    {
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var @case = await doctor.CaseAsync(practice, "Rosa");
        await doctor.PostAsync($"{@case}/patient-talk/invitation", new { email = Patient, confirmEmail = Patient, firstMessage = "How is the tooth today?" });
        using var patient = app.CreatePerson();
        var thread = await patient.RegisterAsync(app.CreateOutbox(), Patient, "1958-04-23", "+12025550121", Words);
        var file = (await patient.UploadAsync($"threads/{thread}/files", "photo.png", Photo)).Text("fileId");
        Assert.Equal(HttpStatusCode.Created, (await patient.PostAsync($"threads/{thread}/messages", new { text = Message, files = new[] { file } }, key: "one")).Status);
        Assert.Equal(HttpStatusCode.OK, (await doctor.PutAsync($"{@case}/attachments/{file}")).Status);
        return (practice, thread, file);
    }

    private static async Task ReadAsync(CollaborationsApp app, string practice, string password, string thread, string file)
    {
        using var doctor = app.CreatePerson();
        Assert.Equal("done", (await doctor.SignInAsync(Doctor, password)).Text("step"));
        var @case = await doctor.CaseAsync(practice, "Rosa");
        Assert.Single((await doctor.GetAsync($"{@case}/attachments"))["attachments"].AsArray());
        Assert.NotEmpty((await doctor.GetAsync($"practices/{practice}/patients?q=Delgado"))["patients"].AsArray());
        Assert.NotEmpty((await doctor.GetAsync($"practices/{practice}/contacts"))["contacts"].AsArray());

        using var patient = app.CreatePerson();
        Assert.Equal(HttpStatusCode.OK, (await patient.SignInAsync(Patient, Words)).Status);
        Assert.Equal(thread, (await patient.GetAsync("inbox"))["items"][0]!["threadId"]!.GetValue<string>());
        Assert.Equal(Message, (await patient.GetAsync($"threads/{thread}"))["messages"][1]!["text"]!.GetValue<string>());
        var address = (await patient.GetAsync($"files/{file}/address")).Text("url");
        using var store = new HttpClient();
        Assert.Equal(Photo, await store.GetByteArrayAsync(new Uri(address)));
    }

    public sealed partial class Plan
    {
        [Fact]
        public async Task Every_table_of_a_store_class_Has_its_place_and_no_other_has()
        {
            var tables = new SortedSet<string>(StringComparer.Ordinal);
            foreach (var file in Directory.EnumerateFiles(RepositoryRoot.Combine("functions"), "*.cs", SearchOption.AllDirectories))
            {
                tables.UnionWith(Table().Matches(await File.ReadAllTextAsync(file)).Select(found => found.Groups[1].Value));
            }

            Assert.True(tables.Count > 30, "There are more than thirty of them; a test that finds none checks nothing.");
            Assert.Equal(tables, BackupPlan.Tables.Select(table => table.Name).Order(StringComparer.Ordinal));
        }

        [Fact]
        public void What_is_found_by_ids_Comes_after_what_names_them()
        {
            var before = new HashSet<string>(StringComparer.Ordinal);
            foreach (var table in BackupPlan.Tables)
            {
                Assert.All(table.From, source => Assert.Contains(source.Table, before));
                before.Add(table.Name);
            }
        }

        [Fact]
        public void What_is_left_out_Says_why() =>
            Assert.All(BackupPlan.Tables, table => Assert.Equal(table.Rows == RowsOf.LeftOut, table.Because is not null));

        [GeneratedRegex("""\(service, "([A-Z][A-Za-z]+)"\)""")]
        private static partial Regex Table();
    }
}
