using Azure;
using Azure.Data.Tables;
using Azure.Storage.Blobs;
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
        Assert.Equal(new ChainVerdict(3, AuditFault.Shortened, 4), await VerifyAsync(Chain));
    }

    [Fact]
    public async Task A_chain_that_is_gone_with_its_head_Is_found()
    {
        const string Chain = "gone";
        await AddAsync(Chain, 2);
        await app.Services.GetRequiredService<AuditHeadKeeper>().KeepAsync(CancellationToken.None);
        foreach (var row in new[] { "line-000000000001", "line-000000000002", "head" })
        {
            await _table.DeleteEntityAsync(Chain, row, ETag.All);
        }

        Assert.Equal(new ChainVerdict(0, AuditFault.Shortened, 1), await VerifyAsync(Chain));
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
    public async Task Kept_twice_Is_the_first()
    {
        const string Chain = "twice";
        await AddAsync(Chain, 1);
        var keeper = app.Services.GetRequiredService<AuditHeadKeeper>();
        await keeper.KeepAsync(CancellationToken.None);
        var first = await _vault.FindNewestAsync(Chain, CancellationToken.None);
        await _vault.KeepAsync(first! with { Link = "another" }, CancellationToken.None);
        Assert.Equal(first, await _vault.FindNewestAsync(Chain, CancellationToken.None));
    }

    private async Task AddAsync(string chain, int lines)
    {
        for (var number = 0; number < lines; number++)
        {
            var line = new AuditLine(DateTimeOffset.FromUnixTimeMilliseconds(app.Clock.GetUtcNow().ToUnixTimeMilliseconds()), null, AuditAction.CaseRead, "subject", null, AuditLine.Done);
            await _trail.AppendAsync(chain, line, CancellationToken.None);
        }
    }

    // Kept beside the requests, so that a test can only look again.
    private async Task KeptAsync(string chain, int sequence)
    {
        var began = TimeProvider.System.GetTimestamp();
        while (!(await _heads.GetBlobClient($"{chain}/{sequence:D12}").ExistsAsync()).Value)
        {
            Assert.True(TimeProvider.System.GetElapsedTime(began) < TimeSpan.FromSeconds(20), "The head was not kept.");
        }
    }

    private Task<ChainVerdict> VerifyAsync(string chain) => _verifier.VerifyAsync(chain, CancellationToken.None);
}
