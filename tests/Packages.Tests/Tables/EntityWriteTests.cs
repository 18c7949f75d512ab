using Azure;
using Azure.Data.Tables;

namespace Packages.Tests.Tables;

public static class EntityWriteTests
{
    [Collection(TableServiceCollection.Name)]
    public sealed class Add(TableService service)
    {
        [Fact]
        public async Task NewRow_IsStoredAndItsVersionReturned()
        {
            var table = await service.NewTableAsync();
            var added = await table.AddEntityAsync(new Reading { Count = 3 });
            var stored = await table.GetEntityAsync<Reading>("sensor", "1");
            Assert.Equal(204, added.Status);
            Assert.Equal(added.Headers.ETag, stored.Value.ETag);
            Assert.Equal(3, stored.Value.Count);
        }

        [Fact]
        public async Task RowInPlace_IsRefusedWithEntityAlreadyExists()
        {
            var table = await service.NewTableAsync();
            table.AddEntity(new Reading());
            var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new Reading()));
            Assert.Equal(409, refusal.Status);
            Assert.Equal("EntityAlreadyExists", refusal.ErrorCode);
        }

        [Fact]
        public async Task NoSuchTable_IsRefusedWithTableNotFound()
        {
            var table = service.Client.GetTableClient("neverMade");
            var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.AddEntityAsync(new Reading()));
            Assert.Equal(404, refusal.Status);
            Assert.Equal("TableNotFound", refusal.ErrorCode);
        }

        [Fact]
        public async Task PropertyOverTheLimit_IsRefused()
        {
            var table = await service.NewTableAsync();
            // 64 KiB is the limit of a string in UTF-16 and of a binary.
            var refusal = await Assert.ThrowsAsync<RequestFailedException>(
                () => table.AddEntityAsync(new Reading { Label = new string('x', (32 * 1024) + 1) }));
            Assert.Equal(400, refusal.Status);
            Assert.Equal("PropertyValueTooLarge", refusal.ErrorCode);
            Assert.Throws<RequestFailedException>(() => table.AddEntity(new Reading { Raw = new byte[(64 * 1024) + 1] }));
            Assert.Empty(table.Query<Reading>());
        }

        [Fact]
        public async Task MissingKey_IsRefusedBeforeAnythingIsSent()
        {
            using var script = new ScriptedHandler();
            var table = new TableClient(new Uri("https://acct.example"), "t", TableService.Key, script.Options);
            await Assert.ThrowsAsync<ArgumentNullException>(() => table.AddEntityAsync(new Reading { RowKey = null! }));
            Assert.Throws<ArgumentNullException>(() => table.AddEntity(new Reading { PartitionKey = null! }));
            Assert.Throws<ArgumentNullException>(() => table.AddEntity<Reading>(null!));
            Assert.Empty(script.Requests);
        }
    }

    [Collection(TableServiceCollection.Name)]
    public sealed class Upsert(TableService service)
    {
        [Fact]
        public async Task NewRow_IsInserted()
        {
            var table = await service.NewTableAsync();
            await table.UpsertEntityAsync(new TableEntity("p", "merge") { ["A"] = 1 });
            table.UpsertEntity(new TableEntity("p", "replace") { ["A"] = 1 }, TableUpdateMode.Replace);
            Assert.Equal(["merge", "replace"], table.Query<TableEntity>().Select(row => row.RowKey));
        }

        [Fact]
        public async Task Merge_KeepsWhatIsNotNamed()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 });
            await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 });
            var row = table.GetEntity<TableEntity>("p", "r").Value;
            Assert.Equal((1, 2), (row.GetInt32("A"), row.GetInt32("B")));
        }

        [Fact]
        public async Task Replace_DropsWhatIsNotNamed()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1, ["B"] = 1 });
            await table.UpsertEntityAsync(new TableEntity("p", "r") { ["B"] = 2 }, TableUpdateMode.Replace);
            var row = table.GetEntity<TableEntity>("p", "r").Value;
            Assert.False(row.ContainsKey("A"));
            Assert.Equal(2, row.GetInt32("B"));
        }

        [Fact]
        public async Task UnknownMode_IsRefused()
        {
            var table = await service.NewTableAsync();
            Assert.Throws<ArgumentOutOfRangeException>(() => table.UpsertEntity(new Reading(), (TableUpdateMode)9));
        }
    }

    [Collection(TableServiceCollection.Name)]
    public sealed class Update(TableService service)
    {
        [Fact]
        public async Task CurrentVersion_IsWrittenAndAnsweredWithTheNextVersion()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading { Count = 1, Label = "a" });
            var row = table.GetEntity<Reading>("sensor", "1").Value;
            row.Count = 2;
            var updated = await table.UpdateEntityAsync(row, row.ETag, TableUpdateMode.Replace);
            var stored = table.GetEntity<Reading>("sensor", "1").Value;
            Assert.Equal((2, "a"), (stored.Count, stored.Label));
            Assert.Equal(updated.Headers.ETag, stored.ETag);
            Assert.NotEqual(row.ETag, stored.ETag);
        }

        [Theory]
        [InlineData(TableUpdateMode.Merge)]
        [InlineData(TableUpdateMode.Replace)]
        public async Task OldVersion_IsRefusedAndNothingIsWritten(TableUpdateMode mode)
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading { Count = 1 });
            var old = table.GetEntity<Reading>("sensor", "1").Value;
            await table.UpsertEntityAsync(new Reading { Count = 2 });
            old.Count = 3;
            var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(old, old.ETag, mode));
            Assert.Equal(412, refusal.Status);
            Assert.Equal("UpdateConditionNotSatisfied", refusal.ErrorCode);
            Assert.Equal(2, table.GetEntity<Reading>("sensor", "1").Value.Count);
        }

        [Fact]
        public async Task AnyVersion_MergesWhateverIsThere()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new TableEntity("p", "r") { ["A"] = 1 });
            table.UpdateEntity(new TableEntity("p", "r") { ["B"] = 2 }, ETag.All);
            var row = table.GetEntity<TableEntity>("p", "r").Value;
            Assert.Equal((1, 2), (row.GetInt32("A"), row.GetInt32("B")));
        }

        [Fact]
        public async Task NoSuchRow_IsRefusedWithResourceNotFound()
        {
            var table = await service.NewTableAsync();
            var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.UpdateEntityAsync(new Reading(), ETag.All));
            Assert.Equal(404, refusal.Status);
            Assert.Equal("ResourceNotFound", refusal.ErrorCode);
        }

        [Fact]
        public async Task ForgottenVersion_IsRefusedBeforeAnythingIsSent()
        {
            var table = await service.NewTableAsync();
            await Assert.ThrowsAsync<ArgumentException>(() => table.UpdateEntityAsync(new Reading(), default));
            Assert.Empty(table.Query<Reading>());
        }
    }

    [Collection(TableServiceCollection.Name)]
    public sealed class Delete(TableService service)
    {
        [Fact]
        public async Task RowInPlace_Goes()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading());
            Assert.Equal(204, (await table.DeleteEntityAsync("sensor", "1")).Status);
            Assert.Empty(table.Query<Reading>());
        }

        [Fact]
        public async Task OldVersion_IsRefusedAndTheRowStays()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading());
            var old = table.GetEntity<Reading>("sensor", "1").Value;
            await table.UpsertEntityAsync(new Reading { Count = 2 });
            var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => table.DeleteEntityAsync(old, old.ETag));
            Assert.Equal(412, refusal.Status);
            Assert.Equal("UpdateConditionNotSatisfied", refusal.ErrorCode);
            Assert.Single(table.Query<Reading>());
        }

        [Fact]
        public async Task EntityWithoutACondition_GoesWhateverItsVersion()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading());
            var old = table.GetEntity<Reading>("sensor", "1").Value;
            await table.UpsertEntityAsync(new Reading { Count = 2 });
            Assert.Equal(204, table.DeleteEntity(old).Status);
        }

        [Fact]
        public async Task NoSuchRow_IsAnAnswerOfStatus404()
        {
            var table = await service.NewTableAsync();
            Assert.Equal(404, table.DeleteEntity("sensor", "1").Status);
            Assert.Equal(404, (await table.DeleteEntityAsync(new Reading())).Status);
        }

        [Fact]
        public async Task MissingKey_IsRefused()
        {
            var table = await service.NewTableAsync();
            Assert.Throws<ArgumentNullException>(() => table.DeleteEntity(null!, "r"));
            await Assert.ThrowsAsync<ArgumentNullException>(() => table.DeleteEntityAsync("p", null!));
            Assert.Throws<ArgumentNullException>(() => table.DeleteEntity(null!));
        }
    }
}
