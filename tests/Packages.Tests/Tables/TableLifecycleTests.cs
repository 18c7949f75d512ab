using Azure;
using Azure.Data.Tables;
using Tests.Support;

namespace Packages.Tests.Tables;

public static class TableLifecycleTests
{
    [Collection(TableServiceCollection.Name)]
    public sealed class Create(TableService service)
    {
        [Fact]
        public async Task NewName_CreatesTheTable()
        {
            var name = AzuriteServer.UniqueName();
            var made = await service.Client.CreateTableAsync(name);
            Assert.Equal(name, made.Value.Name);
            Assert.Equal(201, made.GetRawResponse().Status);
            Assert.Equal([name], service.Client.Query(table => table.Name == name).Select(table => table.Name));
        }

        [Fact]
        public async Task NameInUse_IsRefusedWithTableAlreadyExists()
        {
            var table = await service.NewTableAsync();
            var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.CreateAsync());
            Assert.Equal(409, refusal.Status);
            Assert.Equal("TableAlreadyExists", refusal.ErrorCode);
            Assert.Throws<RequestFailedException>(() => service.Client.CreateTable(table.Name));
        }

        [Fact]
        public async Task IllegalName_IsRefusedByTheService()
        {
            var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => service.Client.CreateTableAsync("no-hyphens"));
            Assert.Equal(400, refusal.Status);
        }
    }

    [Collection(TableServiceCollection.Name)]
    public sealed class CreateIfNotExists(TableService service)
    {
        [Fact]
        public async Task NewName_CreatesTheTable()
        {
            var table = service.Client.GetTableClient(AzuriteServer.UniqueName());
            var made = await table.CreateIfNotExistsAsync();
            Assert.Equal(table.Name, made.Value.Name);
            Assert.Equal(204, made.GetRawResponse().Status);
        }

        [Fact]
        public async Task TableInPlace_IsKeptAndSaidByTheStatus()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading());
            foreach (var again in new[] { table.CreateIfNotExists(), await service.Client.CreateTableIfNotExistsAsync(table.Name) })
            {
                Assert.Equal(409, again.GetRawResponse().Status);
                Assert.False(again.GetRawResponse().IsError);
                Assert.Equal(table.Name, again.Value.Name);
            }

            Assert.Single(table.Query<Reading>());
        }

        [Fact]
        public void TableBeingDeleted_IsAnError()
        {
            using var script = new ScriptedHandler().Answer(409, ScriptedHandler.Error("TableBeingDeleted", "Wait."));
            var table = new TableClient(new Uri("https://acct.example"), "t", TableService.Key, script.Options);
            var refusal = Assert.Throws<RequestFailedException>(() => table.CreateIfNotExists());
            Assert.Equal("TableBeingDeleted", refusal.ErrorCode);
        }
    }

    [Collection(TableServiceCollection.Name)]
    public sealed class Delete(TableService service)
    {
        [Fact]
        public async Task TableInPlace_GoesWithItsRows()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading());
            Assert.Equal(204, (await table.DeleteAsync()).Status);
            var refusal = Assert.Throws<RequestFailedException>(() => table.GetEntity<Reading>("sensor", "1"));
            Assert.Equal(404, refusal.Status);
            Assert.Equal("TableNotFound", refusal.ErrorCode);
        }

        [Fact]
        public async Task NoSuchTable_IsAnAnswerOfStatus404()
        {
            var name = AzuriteServer.UniqueName();
            Assert.Equal(404, (await service.Client.DeleteTableAsync(name)).Status);
            Assert.Equal(404, service.Client.GetTableClient(name).Delete().Status);
        }
    }

    [Collection(TableServiceCollection.Name)]
    public sealed class Query(TableService service)
    {
        [Fact]
        public async Task MoreTablesThanOnePage_AllComeOnce()
        {
            var prefix = AzuriteServer.UniqueName("q");
            foreach (var number in Enumerable.Range(0, 5))
            {
                await service.Client.CreateTableAsync($"{prefix}{number}");
            }

            FormattableString filter = $"TableName ge {prefix} and TableName lt {prefix + "9"}";
            var names = new List<string>();
            var pages = 0;
            await foreach (var page in service.Client.QueryAsync(filter, maxPerPage: 2).AsPages())
            {
                pages++;
                Assert.True(page.Values.Count <= 2);
                names.AddRange(page.Values.Select(table => table.Name));
            }

            Assert.Equal(Enumerable.Range(0, 5).Select(number => $"{prefix}{number}"), names);
            Assert.True(pages >= 3);
            var text = TableServiceClient.CreateQueryFilter(filter);
            Assert.Equal(names, service.Client.Query(text, maxPerPage: 2).Select(table => table.Name));
        }

        [Fact]
        public void OrderingExpression_BecomesAConditionOnTableName() =>
            Assert.Equal("TableName ge 'a'", TableServiceClient.CreateQueryFilter(table => table.Name.CompareTo("a") >= 0));
    }
}
