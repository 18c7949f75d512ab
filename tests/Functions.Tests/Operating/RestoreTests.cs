using System.Net;
using Azure;
using Azure.Data.Tables;
using Collaborations.Accounts;
using Collaborations.Accounts.Closing;
using Collaborations.Audit;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Operating;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Operating;

/// <summary>A practice that has gone on since it was backed up.</summary>
public sealed class RestoreTests : IAsyncLifetime
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Colleague = "chloe.martin@riverside.example";
    private const string Patient = "rosa.delgado@home.example";
    private const string Words = "eleven grey herons wade";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("backup-");
    private readonly CollaborationsApp _app = new();
    private string _practice = "";
    private string _backup = "";
    private string _thread = "";

    public async Task InitializeAsync()
    {
        await _app.InitializeAsync();
        using var doctor = _app.CreatePerson();
        (_practice, _) = await doctor.SignInAsMemberAsync(Doctor, _app.Password);
        await doctor.PostAsync($"{await doctor.CaseAsync(_practice, "Rosa")}/patient-talk/invitation", new { email = Patient, confirmEmail = Patient, firstMessage = "How is the tooth today?" });
        using var patient = _app.CreatePerson();
        _thread = await patient.RegisterAsync(_app.CreateOutbox(), Patient, "1958-04-23", "+12025550121", Words);
        _backup = Path.Combine(_folder.FullName, "practice.zip");
    }

    public async Task DisposeAsync()
    {
        await _app.EndAsync();
        _folder.Delete(recursive: true);
    }

    [Fact]
    public async Task An_account_that_was_closed_since_Stays_away_and_its_address_is_free()
    {
        await BackUpAsync();
        var id = await FindAsync(Patient);
        await _app.ChangeAccountAsync(Patient, account => account with { ClosesAt = _app.Clock.GetUtcNow() });
        await _app.Services.GetRequiredService<AccountClosing>().EraseAsync(id!.Value, CancellationToken.None);
        Assert.Null(await FindAsync(Patient));

        var (_, said) = await _app.OperateAsync("restore", _backup);
        Assert.Matches("\nAccounts: 0 brought back, [0-9]+ the same, 0 replaced, 0 deleted, [0-9]+ left, 1 of closed accounts", said);
        Assert.Matches("\nAccountEmails: 0 brought back, .*, 1 of closed accounts", said);
        Assert.Contains($"account {id} was closed and stays away", said, StringComparison.Ordinal);
        Assert.Matches("\nInboxes: 0 brought back, ", said);
        Assert.Null(await FindAsync(Patient));
        Assert.Null(await _app.Services.GetRequiredService<AccountStore>().FindAsync(id.Value, CancellationToken.None));
        using var patient = _app.CreatePerson();
        Assert.Equal("wrong-credentials", (await patient.SignInAsync(Patient, Words)).Code);
    }

    [Fact]
    public async Task An_account_that_is_lost_Comes_back_for_whoever_a_row_names_but_for_one_whose_last_day_is_over()
    {
        // What is beside the app goes by the machine's clock.
        await _app.ChangeAccountAsync(Colleague, account => account with { ClosesAt = DateTimeOffset.UnixEpoch });
        await BackUpAsync();
        foreach (var email in new[] { Doctor, Patient, Colleague })
        {
            await _app.Services.GetRequiredService<AccountStore>().RemoveAsync((await FindAsync(email))!.Value, CancellationToken.None);
        }

        var (_, said) = await _app.OperateAsync("restore", _backup);
        Assert.Matches("\nAccounts: 2 brought back, [0-9]+ the same, 0 replaced, 0 deleted, 0 left, 1 of closed accounts", said);
        using var doctor = _app.CreatePerson();
        Assert.Equal("done", (await doctor.SignInAsync(Doctor, _app.Password)).Text("step"));
        using var patient = _app.CreatePerson();
        Assert.Equal(HttpStatusCode.OK, (await patient.SignInAsync(Patient, Words)).Status);
    }

    [Fact]
    public async Task What_came_since_Is_counted_by_a_check_and_deleted_with_over()
    {
        await BackUpAsync();
        using var patient = _app.CreatePerson();
        await patient.SignInAsync(Patient, Words);
        var file = (await patient.UploadAsync($"threads/{_thread}/files", "photo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3])).Text("fileId");
        Assert.Equal(HttpStatusCode.Created, (await patient.PostAsync($"threads/{_thread}/messages", new { text = "Since.", files = new[] { file } }, key: "one")).Status);
        var before = await LinesAsync();

        var (code, said) = await _app.OperateAsync("restore", _backup, "--check", "--over");
        Assert.Equal(OperatorCommands.Good, code);
        Assert.Matches("\nTalks: 0 brought back, [0-9]+ the same, 1 replaced, [1-9][0-9]* deleted, 0 left", said);
        Assert.Matches("\nFiles: 0 brought back, [0-9]+ the same, 0 replaced, 1 deleted, 0 left", said);
        Assert.Contains("Nothing was written", said, StringComparison.Ordinal);
        Assert.Equal(2, (await patient.GetAsync($"threads/{_thread}"))["messages"].AsArray().Count);
        Assert.Equal(before, await LinesAsync());

        (code, said) = await _app.OperateAsync("restore", _backup);
        Assert.Equal(OperatorCommands.Bad, code);
        Assert.Matches("\nTalks: 0 brought back, [0-9]+ the same, 0 replaced, 0 deleted, 1 left", said);
        Assert.Equal(2, (await patient.GetAsync($"threads/{_thread}"))["messages"].AsArray().Count);

        Assert.Equal(OperatorCommands.Good, (await _app.OperateAsync("restore", _backup, "--over")).Code);
        Assert.Single((await patient.GetAsync($"threads/{_thread}"))["messages"].AsArray());
        Assert.False(await _app.Services.GetRequiredService<FileVault>().IsThereAsync(Identifier.Parse<FileId>(file), CancellationToken.None));
        (code, said) = await _app.OperateAsync("restore", _backup, "--over", "--check");
        Assert.Equal(OperatorCommands.Good, code);
        Assert.DoesNotMatch(": [1-9][0-9]* brought back|[1-9][0-9]* deleted", said);
        Assert.Equal([.. before, AuditLine.Begun, AuditLine.Done, AuditLine.Begun, AuditLine.Done], await LinesAsync());
    }

    [Fact]
    public async Task A_restore_that_the_store_ends_Has_left_a_line_that_it_was_begun()
    {
        await BackUpAsync();
        await _app.Services.GetRequiredService<TableServiceClient>().GetTableClient("Talks").DeleteEntityAsync(_thread, "talk", ETag.All);
        await _app.Services.GetRequiredService<TableServiceClient>().GetTableClient("Talks").UpsertEntityAsync(new TableEntity(_thread, "talk") { ["Record"] = "{" });
        await Assert.ThrowsAnyAsync<Exception>(() => _app.OperateAsync("restore", _backup, "--over"));
        Assert.Equal([AuditLine.Begun], (await LinesAsync()).Skip(2));
    }

    private async Task BackUpAsync() => Assert.Equal(OperatorCommands.Good, (await _app.OperateAsync("backup", _practice, _backup)).Code);

    private Task<AccountId?> FindAsync(string email)
    {
        Assert.True(EmailAddress.TryRead(email, out var address));
        return _app.Services.GetRequiredService<AccountEmailStore>().FindAsync(address, CancellationToken.None);
    }

    /// <summary>What came of the operators' tries, in order.</summary>
    private async Task<IReadOnlyList<string>> LinesAsync() =>
        await _app.Services.GetRequiredService<AuditStore>().ListAsync(AuditChain.OfOperators, CancellationToken.None)
            .Where(row => row.Line!.Line.Subject == _practice)
            .Select(row => row.Line!.Line.Outcome)
            .ToListAsync();
}
