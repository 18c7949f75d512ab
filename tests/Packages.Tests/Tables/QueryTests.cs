using Azure;
using Azure.Data.Tables;

namespace Packages.Tests.Tables;

public static class QueryTests
{
    private static readonly DateTimeOffset Instant = new(2024, 1, 2, 3, 4, 5, TimeSpan.Zero);
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    [Collection(TableServiceCollection.Name)]
    public sealed class Paging(TableService service)
    {
        [Fact]
        public async Task MoreRowsThanOnePage_AllComeOnceInKeyOrder()
        {
            var table = await FilledAsync(25);
            var rows = new List<string>();
            await foreach (var row in table.QueryAsync<TableEntity>("PartitionKey eq 'p'", maxPerPage: 10))
            {
                rows.Add(row.RowKey);
            }

            Assert.Equal(Keys(0, 25), rows);
            Assert.Equal(rows, table.Query<TableEntity>(maxPerPage: 7).Select(row => row.RowKey));
        }

        [Fact]
        public async Task ContinuationToken_GoesOnWhereThePageEnded()
        {
            var table = await FilledAsync(25);
            var first = table.Query<TableEntity>(maxPerPage: 10).AsPages().First();
            Assert.Equal(Keys(0, 10), first.Values.Select(row => row.RowKey));
            Assert.NotNull(first.ContinuationToken);

            var rest = new List<Page<TableEntity>>();
            await foreach (var page in table.QueryAsync<TableEntity>(maxPerPage: 10).AsPages(first.ContinuationToken))
            {
                rest.Add(page);
            }

            Assert.Equal([10, 5], rest.Select(page => page.Values.Count));
            Assert.Equal(Keys(10, 15), rest.SelectMany(page => page.Values).Select(row => row.RowKey));
            Assert.Null(rest[^1].ContinuationToken);
            Assert.All(rest, page => Assert.Equal(200, page.GetRawResponse().Status));
        }

        [Fact]
        public async Task PageSizeHint_WinsOverMaxPerPage()
        {
            var table = await FilledAsync(5);
            Assert.Equal([3, 2], table.Query<TableEntity>(maxPerPage: 5).AsPages(pageSizeHint: 3).Select(page => page.Values.Count));
        }

        [Fact]
        public async Task FilterBehindTheFirstPage_HoldsOnEveryPage()
        {
            var table = await FilledAsync(25);
            var rows = table.Query<TableEntity>("RowKey ge '010' and RowKey lt '020'", maxPerPage: 4).Select(row => row.RowKey);
            Assert.Equal(Keys(10, 10), rows);
        }

        [Fact]
        public void TokenWithoutARow_IsTakenApartAndPutTogetherAgain()
        {
            using var script = new ScriptedHandler()
                .Answer(200, """{"value":[]}""", headers: ("x-ms-continuation-NextPartitionKey", "1!4!YQ--"))
                .Answer(200, """{"value":[]}""");
            var table = new TableClient(new Uri("https://acct.example"), "t", TableService.Key, script.Options);
            var tokens = table.Query<TableEntity>().AsPages("1!8!cA-- 1!8!cg--").Select(page => page.ContinuationToken).ToList();
            Assert.Equal(["1!4!YQ-- ", null], tokens);
            var queries = script.Requests.Select(request => request.Uri.Query).ToList();
            Assert.EndsWith("&NextPartitionKey=1%218%21cA--&NextRowKey=1%218%21cg--", queries[0], StringComparison.Ordinal);
            Assert.EndsWith("&NextPartitionKey=1%214%21YQ--", queries[1], StringComparison.Ordinal);
        }

        private static IEnumerable<string> Keys(int first, int count) => Enumerable.Range(first, count).Select(number => $"{number:D3}");

        private async Task<TableClient> FilledAsync(int rows)
        {
            var table = await service.NewTableAsync();
            await table.SubmitTransactionAsync(
                Keys(0, rows).Select(key => new TableTransactionAction(TableTransactionActionType.Add, new TableEntity("p", key))));
            return table;
        }
    }

    [Collection(TableServiceCollection.Name)]
    public sealed class Selecting(TableService service)
    {
        [Fact]
        public async Task Selection_ComesWithNothingElse()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading { Label = "a", Count = 5 });
            var row = table.Query<TableEntity>(select: ["Label", "PartitionKey"]).Single();
            Assert.Equal(("a", "sensor"), (row.GetString("Label"), row.PartitionKey));
            Assert.False(row.ContainsKey("Count"));
        }
    }

    [Collection(TableServiceCollection.Name)]
    public sealed class Filtering(TableService service)
    {
        [Fact]
        public async Task InterpolatedValueOfEveryType_FindsItsRow()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(Sample("1"));
            await table.AddEntityAsync(new Reading { RowKey = "2" });
            FormattableString[] filters =
            [
                $"Label eq {"it's ''quoted'' & more"}",
                $"Count eq {5}",
                $"Total eq {long.MaxValue}",
                $"Value eq {1.25}",
                $"Valid eq {true}",
                $"Device eq {Id}",
                $"TakenAt eq {Instant.ToOffset(TimeSpan.FromHours(5))}",
                $"StoredAt eq {Instant.UtcDateTime}",
                $"Raw eq {new byte[] { 1, 171 }}",
                $"Attachment eq {BinaryData.FromString("k")}",
                $"Quality eq {Quality.Good.ToString()}",
                $"PartitionKey eq {"sensor"} and RowKey eq {'1'}",
            ];
            Assert.All(filters, filter => Assert.Equal(
                "1", Assert.Single(table.Query<Reading>(TableClient.CreateQueryFilter(filter))).RowKey));
        }

        [Fact]
        public async Task ValueThatLooksLikeAFilter_StaysAValue()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading());
            var attack = "x' or PartitionKey ne '";
            Assert.Empty(table.Query<Reading>(TableClient.CreateQueryFilter($"Label eq {attack}")));
            Assert.Empty(table.Query<Reading>(row => row.Label == attack));
        }

        [Fact]
        public async Task ExpressionOfEveryType_FindsItsRow()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(Sample("1"));
            await table.AddEntityAsync(new Reading { RowKey = "2" });
            var sample = Sample("1");
            Reading[] found =
            [
                .. table.Query<Reading>(row => row.Label == sample.Label),
                .. table.Query<Reading>(row => row.Count == 5),
                .. table.Query<Reading>(row => row.CountOrNone == 6),
                .. table.Query<Reading>(row => row.Total == long.MaxValue),
                .. table.Query<Reading>(row => row.Value == 1.25),
                .. table.Query<Reading>(row => row.Valid),
                .. table.Query<Reading>(row => row.Device == Id),
                .. table.Query<Reading>(row => row.TakenAt == sample.TakenAt),
                .. table.Query<Reading>(row => row.StoredAt == sample.StoredAt),
                .. table.Query<Reading>(row => row.Raw == sample.Raw),
                .. table.Query<Reading>(row => row.Attachment == sample.Attachment),
                .. table.Query<Reading>(row => row.Unit == "mV"),
            ];
            Assert.Equal(Enumerable.Repeat("1", 12), found.Select(row => row.RowKey));
        }

        [Fact]
        public async Task ExpressionOfEveryOperator_ChoosesTheRightRows()
        {
            var table = await service.NewTableAsync();
            foreach (var number in Enumerable.Range(1, 5))
            {
                await table.AddEntityAsync(new Reading { RowKey = $"{number}", Count = number, Valid = number % 2 == 1 });
            }

            async Task<string> Chosen(System.Linq.Expressions.Expression<Func<Reading, bool>> filter)
            {
                var keys = new List<string>();
                await foreach (var row in table.QueryAsync(filter))
                {
                    keys.Add(row.RowKey);
                }

                return string.Concat(keys);
            }

            Assert.Equal("3", await Chosen(row => row.Count == 3));
            Assert.Equal("1245", await Chosen(row => row.Count != 3));
            Assert.Equal("45", await Chosen(row => row.Count > 3));
            Assert.Equal("345", await Chosen(row => row.Count >= 3));
            Assert.Equal("12", await Chosen(row => row.Count < 3));
            Assert.Equal("123", await Chosen(row => row.Count <= 3));
            Assert.Equal("1", await Chosen(row => row.Valid && row.Count < 3));
            Assert.Equal("1235", await Chosen(row => row.Valid || row.Count < 3));
            Assert.Equal("24", await Chosen(row => !row.Valid));
            Assert.Equal("4", await Chosen(row => !(row.Valid || row.Count < 3)));
            Assert.Equal("15", await Chosen(row => row.Valid && (row.Count < 2 || row.Count > 4)));
            Assert.Equal("45", await Chosen(row => row.RowKey.CompareTo("3") > 0));
            Assert.Equal("12345", await Chosen(row => true));
        }

        [Fact]
        public async Task WrongFilter_IsRefusedByTheService()
        {
            var table = await service.NewTableAsync();
            var refusal = Assert.Throws<RequestFailedException>(() => table.Query<Reading>("Label eq").ToList());
            Assert.Equal(400, refusal.Status);
        }

        [Fact]
        public void NoSuchTable_IsRefusedWhenTheFirstPageIsRead()
        {
            var rows = service.Client.GetTableClient("neverMade").Query<Reading>();
            var refusal = Assert.Throws<RequestFailedException>(() => rows.ToList());
            Assert.Equal("TableNotFound", refusal.ErrorCode);
        }

        private static Reading Sample(string key) => new()
        {
            RowKey = key,
            Label = "it's ''quoted'' & more",
            Count = 5,
            CountOrNone = 6,
            Total = long.MaxValue,
            Value = 1.25,
            Valid = true,
            Device = Id,
            TakenAt = Instant,
            StoredAt = Instant.UtcDateTime,
            Raw = [1, 171],
            Attachment = BinaryData.FromString("k"),
            Quality = Quality.Good,
            Unit = "mV",
        };
    }
}
