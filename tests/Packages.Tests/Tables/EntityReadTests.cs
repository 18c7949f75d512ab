using Azure;
using Azure.Data.Tables;

namespace Packages.Tests.Tables;

public static class EntityReadTests
{
    [Collection(TableServiceCollection.Name)]
    public sealed class Get(TableService service)
    {
        [Fact]
        public async Task RowInPlace_ComesWithVersionAndTimestamp()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading { Label = "a" });
            var first = table.GetEntity<Reading>("sensor", "1").Value;
            await table.UpsertEntityAsync(new Reading { Label = "b" });
            var second = (await table.GetEntityAsync<TableEntity>("sensor", "1")).Value;
            Assert.NotNull(first.Timestamp);
            Assert.NotEqual(default, first.ETag);
            Assert.NotEqual(first.ETag, second.ETag);
            Assert.True(second.Timestamp >= first.Timestamp);
            Assert.Equal(TimeSpan.Zero, second.Timestamp!.Value.Offset);
        }

        [Fact]
        public async Task NoSuchRow_IsRefusedWithResourceNotFound()
        {
            var table = await service.NewTableAsync();
            var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.GetEntityAsync<Reading>("sensor", "1"));
            Assert.Equal(404, refusal.Status);
            Assert.Equal("ResourceNotFound", refusal.ErrorCode);
        }

        [Fact]
        public async Task Selection_ComesWithNothingElse()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading { Label = "a", Count = 5, Total = 7 });
            var row = table.GetEntity<TableEntity>("sensor", "1", ["Count", "RowKey"]).Value;
            Assert.Equal(5, row.GetInt32("Count"));
            Assert.Equal("1", row.RowKey);
            Assert.False(row.ContainsKey("Label"));
            Assert.False(row.ContainsKey("Total"));
        }

        [Fact]
        public async Task MissingKey_IsRefused()
        {
            var table = await service.NewTableAsync();
            Assert.Throws<ArgumentNullException>(() => table.GetEntity<Reading>(null!, "r"));
            await Assert.ThrowsAsync<ArgumentNullException>(() => table.GetEntityIfExistsAsync<Reading>("p", null!));
        }
    }

    [Collection(TableServiceCollection.Name)]
    public sealed class GetIfExists(TableService service)
    {
        [Fact]
        public async Task RowInPlace_HasAValue()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading { Label = "a" });
            Assert.Equal("a", table.GetEntityIfExists<Reading>("sensor", "1").Value!.Label);
            Assert.True((await table.GetEntityIfExistsAsync<Reading>("sensor", "1")).HasValue);
        }

        [Fact]
        public async Task NoSuchRow_HasNoValueAndIsNoError()
        {
            var table = await service.NewTableAsync();
            var none = await table.GetEntityIfExistsAsync<Reading>("sensor", "1");
            Assert.False(none.HasValue);
            Assert.Equal(404, none.GetRawResponse().Status);
            Assert.False(none.GetRawResponse().IsError);
            Assert.Throws<InvalidOperationException>(() => none.Value);
            Assert.Contains("404", none.ToString(), StringComparison.Ordinal);
        }
    }

    [Collection(TableServiceCollection.Name)]
    public sealed class Keys(TableService service)
    {
        [Theory]
        [InlineData("")]
        [InlineData("it's")]
        [InlineData("''")]
        [InlineData("two  spaces and a plus +")]
        [InlineData("50% & more = all; (really)")]
        [InlineData("ümläut 漢字 🙂")]
        [InlineData("a,b:c@d!$*~^|<>\"`[]{}")]
        [InlineData("..")]
        [InlineData("%2F")]
        public async Task OddButLegalKey_ReachesOneRow(string key)
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new TableEntity(key, key) { ["A"] = 1 });
            await table.AddEntityAsync(new TableEntity("other", key) { ["A"] = 9 });

            var row = table.GetEntity<TableEntity>(key, key).Value;
            Assert.Equal((key, key, 1), (row.PartitionKey, row.RowKey, row.GetInt32("A")));
            await table.UpdateEntityAsync(new TableEntity(key, key) { ["A"] = 2 }, row.ETag, TableUpdateMode.Replace);
            await table.SubmitTransactionAsync([new(TableTransactionActionType.UpsertMerge, new TableEntity(key, key) { ["B"] = 3 })]);
            row = table.Query<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {key} and RowKey eq {key}")).Single();
            Assert.Equal((2, 3), (row.GetInt32("A"), row.GetInt32("B")));

            Assert.Equal(204, (await table.DeleteEntityAsync(key, key)).Status);
            Assert.Equal("other", Assert.Single(table.Query<TableEntity>()).PartitionKey);
        }

        [Theory]
        [InlineData("a/b")]
        [InlineData("a\\b")]
        [InlineData("a#b")]
        [InlineData("a?b")]
        [InlineData("a\tb")]
        public async Task IllegalKey_IsRefusedByTheService(string key)
        {
            var table = await service.NewTableAsync();
            var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new TableEntity("p", key)));
            Assert.Equal(400, refusal.Status);
        }
    }
}
