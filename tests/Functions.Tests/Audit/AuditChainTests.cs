using Azure;
using Azure.Data.Tables;
using Collaborations.Audit;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Audit;

/// <summary>A chain of ten lines, and somebody who has the tables and not the key.</summary>
public sealed class AuditChainTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const int Lines = 10;
    private const string Column = "Record";

    private readonly AuditTrail _trail = app.Services.GetRequiredService<AuditTrail>();
    private readonly AuditVerifier _verifier = app.Services.GetRequiredService<AuditVerifier>();
    private readonly TableClient _table = app.Services.GetRequiredService<TableServiceClient>().GetTableClient("Audit");

    [Fact]
    public async Task Untouched_Holds_from_the_first_line_to_the_head()
    {
        var chain = await ChainAsync();
        Assert.Equal(new ChainVerdict(Lines, null, null), await VerifyAsync(chain));
    }

    [Fact]
    public async Task An_edited_line_Is_found()
    {
        var chain = await ChainAsync();
        var line = await RowAsync(chain, 4);
        line[Column] = line.GetString(Column)!.Replace("subject-4", "subject-9", StringComparison.Ordinal);
        await _table.UpdateEntityAsync(line, ETag.All, TableUpdateMode.Replace);
        Assert.Equal(new ChainVerdict(3, AuditFault.Changed, 4), await VerifyAsync(chain));
    }

    [Fact]
    public async Task A_row_that_is_no_line_Is_found()
    {
        var chain = await ChainAsync();
        var line = await RowAsync(chain, 4);
        line[Column] = "{";
        await _table.UpdateEntityAsync(line, ETag.All, TableUpdateMode.Replace);
        Assert.Equal(new ChainVerdict(3, AuditFault.Changed, 4), await VerifyAsync(chain));
        await _table.UpsertEntityAsync(new TableEntity(chain, "line-") { [Column] = "{}" });
        Assert.Equal(new ChainVerdict(0, AuditFault.Changed, 1), await VerifyAsync(chain));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(5)]
    public async Task A_deleted_line_Is_found(int place)
    {
        var chain = await ChainAsync();
        await _table.DeleteEntityAsync(chain, Key(place));
        Assert.Equal(new ChainVerdict(place - 1, AuditFault.Missing, place), await VerifyAsync(chain));
    }

    [Fact]
    public async Task An_inserted_line_Is_found()
    {
        var chain = await ChainAsync();
        for (var place = Lines; place >= 5; place--)
        {
            await CopyAsync(chain, place, place + 1);
        }

        // Line 5 stands at 5 and, put in once more, at 6.
        Assert.Equal(new ChainVerdict(5, AuditFault.Changed, 6), await VerifyAsync(chain));
    }

    [Fact]
    public async Task Two_swapped_lines_Are_found()
    {
        var chain = await ChainAsync();
        var (third, fourth) = (await RowAsync(chain, 3), await RowAsync(chain, 4));
        (third.RowKey, fourth.RowKey) = (fourth.RowKey, third.RowKey);
        await _table.UpdateEntityAsync(third, ETag.All, TableUpdateMode.Replace);
        await _table.UpdateEntityAsync(fourth, ETag.All, TableUpdateMode.Replace);
        Assert.Equal(new ChainVerdict(2, AuditFault.Changed, 3), await VerifyAsync(chain));
    }

    [Fact]
    public async Task A_cut_end_Is_found()
    {
        var chain = await ChainAsync();
        await _table.DeleteEntityAsync(chain, Key(Lines));
        Assert.Equal(new ChainVerdict(Lines - 1, AuditFault.Cut, Lines), await VerifyAsync(chain));
    }

    [Fact]
    public async Task A_cut_end_with_a_head_made_to_fit_Is_found()
    {
        var chain = await ChainAsync();
        await _table.DeleteEntityAsync(chain, Key(Lines));
        TableEntity head = await _table.GetEntityAsync<TableEntity>(chain, "head");
        head[Column] = head.GetString(Column)!.Replace("\"sequence\":10", "\"sequence\":9", StringComparison.Ordinal);
        await _table.UpdateEntityAsync(head, ETag.All, TableUpdateMode.Replace);
        Assert.NotNull((await VerifyAsync(chain)).Fault);
    }

    [Fact]
    public async Task A_whole_chain_that_is_gone_but_for_its_head_Is_found()
    {
        var chain = await ChainAsync();
        for (var place = 1; place <= Lines; place++)
        {
            await _table.DeleteEntityAsync(chain, Key(place));
        }

        Assert.Equal(new ChainVerdict(0, AuditFault.Cut, 1), await VerifyAsync(chain));
    }

    [Fact]
    public async Task Fifty_lines_side_by_side_Are_one_chain()
    {
        var chain = Guid.CreateVersion7(app.Clock.GetUtcNow()).ToString("N");
        await Task.WhenAll(Enumerable.Range(1, 50).Select(number => _trail.AppendAsync(chain, Line(number), CancellationToken.None)));
        Assert.Equal(new ChainVerdict(50, null, null), await VerifyAsync(chain));
    }

    private static string Key(int place) => $"line-{place:D12}";

    private AuditLine Line(int number) =>
        new(DateTimeOffset.FromUnixTimeMilliseconds(app.Clock.GetUtcNow().ToUnixTimeMilliseconds()), "actor", AuditAction.PatientRead, $"subject-{number}", null, AuditLine.Done);

    private async Task<string> ChainAsync()
    {
        var chain = Guid.CreateVersion7(app.Clock.GetUtcNow()).ToString("N");
        for (var number = 1; number <= Lines; number++)
        {
            await _trail.AppendAsync(chain, Line(number), CancellationToken.None);
        }

        return chain;
    }

    private async Task<TableEntity> RowAsync(string chain, int place) => await _table.GetEntityAsync<TableEntity>(chain, Key(place));

    private async Task CopyAsync(string chain, int from, int to)
    {
        var row = await RowAsync(chain, from);
        row.RowKey = Key(to);
        await _table.UpsertEntityAsync(row, TableUpdateMode.Replace);
    }

    private Task<ChainVerdict> VerifyAsync(string chain) => _verifier.VerifyAsync(chain, CancellationToken.None);
}
