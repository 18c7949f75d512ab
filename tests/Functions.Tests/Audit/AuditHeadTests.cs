using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Collaborations.Audit;
using Collaborations.Audit.Heads;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Audit;

/// <summary>Heads that are kept outside the table: they show what the table alone cannot.</summary>
public sealed class AuditHeadTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private readonly AuditTrail _trail = app.Services.GetRequiredService<AuditTrail>();
    private readonly AuditVerifier _verifier = app.Services.GetRequiredService<AuditVerifier>();
    private readonly AuditHeadVault _vault = app.Services.GetRequiredService<AuditHeadVault>();
    private readonly TableClient _table = app.Services.GetRequiredService<TableServiceClient>().GetTableClient("Audit");
    private readonly BlobContainerClient _heads = app.Services.GetRequiredService<BlobServiceClient>().GetBlobContainerClient("audit-heads");

    [Fact]
    public async Task After_five_minutes_The_head_is_kept_and_an_older_one_put_back_with_its_lines_is_found()
    {
        const string Chain = "put-back";
        await AddAsync(Chain, 3);
        var older = await _table.GetEntityAsync<TableEntity>(Chain, "head");
        await AddAsync(Chain, 2);
        app.Clock.Advance(AuditHeadKeeper.Period);
        await KeptAsync(Chain, 5);
        Assert.Equal(new ChainVerdict(5, null, null), await VerifyAsync(Chain));

        await _table.DeleteEntityAsync(Chain, "line-000000000005", ETag.All);
        await _table.DeleteEntityAsync(Chain, "line-000000000004", ETag.All);
        await _table.UpdateEntityAsync(older.Value, ETag.All, TableUpdateMode.Replace);
        Assert.Equal(new ChainVerdict(3, AuditFault.Shortened, 4, 1), await VerifyAsync(Chain));
    }

    [Fact]
    public async Task A_chain_that_was_cut_and_went_on_past_the_place_Is_found_for_good()
    {
        const string Chain = "went-on";
        await AddAsync(Chain, 3);
        await KeepAsync();
        await CutAsync(Chain, 2, () => AddAsync(Chain, 2, "taken away"));
        Assert.Equal(new ChainVerdict(3, AuditFault.Shortened, 4, 1), await VerifyAsync(Chain));

        // The line of the kept head's number, and its head: both are there again, and others.
        await AddAsync(Chain, 2);
        await KeepAsync();
        Assert.Equal(new ChainVerdict(3, AuditFault.Shortened, 5, 1), await VerifyAsync(Chain));
        await AddAsync(Chain, 6);
        await KeepAsync();
        Assert.Equal(new ChainVerdict(3, AuditFault.Shortened, 5, 1), await VerifyAsync(Chain));

        // A second time: the number grows.
        await CutAsync(Chain, 1, () => AddAsync(Chain, 1, "taken away"));
        await AddAsync(Chain, 3);
        await KeepAsync();
        Assert.Equal(new ChainVerdict(3, AuditFault.Shortened, 5, 2), await VerifyAsync(Chain));
    }

    [Fact]
    public async Task A_chain_that_is_gone_with_its_head_Is_found()
    {
        const string Chain = "gone";
        await AddAsync(Chain, 2);
        await KeepAsync();
        foreach (var row in new[] { "line-000000000001", "line-000000000002", "head" })
        {
            await _table.DeleteEntityAsync(Chain, row, ETag.All);
        }

        Assert.Equal(new ChainVerdict(0, AuditFault.Shortened, 1, 1), await VerifyAsync(Chain));
    }

    [Fact]
    public async Task A_head_that_somebody_without_the_key_put_there_Is_found()
    {
        const string Chain = "forged";
        await AddAsync(Chain, 2);
        await _vault.KeepAsync(new KeptHead(Chain, 9, new string('a', 64), new string('b', 64), app.Clock.GetUtcNow()), CancellationToken.None);
        Assert.Equal(AuditFault.HeadChanged, (await VerifyAsync(Chain)).Fault);
        await _heads.GetBlobClient($"{Chain}/999999999999").UploadAsync(BinaryData.FromString("no head"));
        Assert.Equal(AuditFault.HeadChanged, (await VerifyAsync(Chain)).Fault);
    }

    [Fact]
    public async Task A_head_from_before_names_had_links_Is_read()
    {
        const string Chain = "older-name";
        await AddAsync(Chain, 1);
        await KeepAsync();
        var kept = Assert.Single(await _vault.ListAsync(Chain, CancellationToken.None).ToListAsync());
        var name = Assert.Single(await _heads.GetBlobsAsync(new GetBlobsOptions { Prefix = $"{Chain}/" }).ToListAsync()).Name;
        await _heads.GetBlobClient(name).DeleteAsync();
        await _heads.GetBlobClient($"{Chain}/000000000001").UploadAsync(BinaryData.FromObjectAsJson(new KeptHead(Chain, 1, kept.Link, kept.Seal, app.Clock.GetUtcNow())));
        Assert.Equal(new ChainVerdict(1, null, null), await VerifyAsync(Chain));
        await _table.DeleteEntityAsync(Chain, "line-000000000001", ETag.All);
        await _table.DeleteEntityAsync(Chain, "head", ETag.All);
        Assert.Equal(new ChainVerdict(0, AuditFault.Shortened, 1, 1), await VerifyAsync(Chain));
    }

    [Fact]
    public async Task Kept_twice_Is_kept_once()
    {
        const string Chain = "twice";
        await AddAsync(Chain, 1);
        await KeepAsync();
        var first = Assert.Single(await _vault.ListAsync(Chain, CancellationToken.None).ToListAsync());
        await _vault.KeepAsync(new KeptHead(Chain, 1, first.Link, first.Seal, app.Clock.GetUtcNow()), CancellationToken.None);
        Assert.Equal(first, Assert.Single(await _vault.ListAsync(Chain, CancellationToken.None).ToListAsync()));
    }

    private Task KeepAsync() => app.Services.GetRequiredService<AuditHeadKeeper>().KeepAsync(CancellationToken.None);

    /// <summary>Lines are added and kept, and then deleted, and the head from before is put back.</summary>
    private async Task CutAsync(string chain, int lines, Func<Task> add)
    {
        var older = await _table.GetEntityAsync<TableEntity>(chain, "head");
        var before = await _table.QueryAsync<TableEntity>($"PartitionKey eq '{chain}'").CountAsync() - 1;
        await add();
        await KeepAsync();
        for (var line = before + 1; line <= before + lines; line++)
        {
            await _table.DeleteEntityAsync(chain, $"line-{line:D12}", ETag.All);
        }

        await _table.UpdateEntityAsync(older.Value, ETag.All, TableUpdateMode.Replace);
    }

    private async Task AddAsync(string chain, int lines, string subject = "subject")
    {
        for (var number = 0; number < lines; number++)
        {
            var line = new AuditLine(DateTimeOffset.FromUnixTimeMilliseconds(app.Clock.GetUtcNow().ToUnixTimeMilliseconds()), null, AuditAction.CaseRead, subject, null, AuditLine.Done);
            await _trail.AppendAsync(chain, line, CancellationToken.None);
        }
    }

    // Kept beside the requests, so that a test can only look again.
    private Task KeptAsync(string chain, int sequence) => Eventually.IsAsync(
        async () =>
        {
            app.Clock.Advance(AuditHeadKeeper.Period);
            return await _vault.ListAsync(chain, CancellationToken.None).AnyAsync(head => head.Sequence == sequence);
        },
        "The head was not kept.");

    private Task<ChainVerdict> VerifyAsync(string chain) => _verifier.VerifyAsync(chain, CancellationToken.None);
}
