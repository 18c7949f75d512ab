using System.Globalization;
using Azure;
using Azure.Data.Tables;
using static Azure.Data.Tables.TableTransactionActionType;

namespace Packages.Tests.Tables;

public static class TransactionTests
{
    private static TableEntity Row(string key, int value) => new("p", key) { ["A"] = value };

    [Collection(TableServiceCollection.Name)]
    public sealed class OnTheService(TableService service)
    {
        [Fact]
        public async Task ActionsOfEveryType_HappenTogether()
        {
            var table = await service.NewTableAsync();
            foreach (var key in new[] { "merge", "replace", "upsert-merge", "upsert-replace", "delete" })
            {
                await table.AddEntityAsync(new TableEntity("p", key) { ["A"] = 1, ["Old"] = true });
            }

            var version = table.GetEntity<TableEntity>("p", "merge").Value.ETag;
            var outcome = await table.SubmitTransactionAsync(
            [
                new(Add, Row("add", 2)),
                new(UpdateMerge, Row("merge", 2), version),
                new(UpdateReplace, Row("replace", 2), ETag.All),
                new(UpsertMerge, Row("upsert-merge", 2)),
                new(UpsertReplace, Row("upsert-replace", 2)),
                new(Delete, Row("delete", 2)),
            ]);

            Assert.Equal(202, outcome.GetRawResponse().Status);
            Assert.Equal([204, 204, 204, 204, 204, 204], outcome.Value.Select(response => response.Status));
            var rows = table.Query<TableEntity>().ToDictionary(row => row.RowKey);
            Assert.Equal(["add", "merge", "replace", "upsert-merge", "upsert-replace"], rows.Keys.Order());
            Assert.All(rows.Values, row => Assert.Equal(2, row.GetInt32("A")));
            Assert.Equal(["merge", "upsert-merge"], rows.Values.Where(row => row.ContainsKey("Old")).Select(row => row.RowKey).Order());
            Assert.Equal(rows["add"].ETag, outcome.Value[0].Headers.ETag);
        }

        [Fact]
        public async Task OneRefusal_UndoesAllAndIsNamedByItsIndex()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(Row("2", 1));
            TableTransactionAction[] actions = [new(Add, Row("0", 1)), new(Add, Row("1", 1)), new(Add, Row("2", 9)), new(Add, Row("3", 1))];
            var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(() => table.SubmitTransactionAsync(actions));
            Assert.Equal(409, refusal.Status);
            Assert.Equal("EntityAlreadyExists", refusal.ErrorCode);
            Assert.Equal(2, refusal.FailedTransactionActionIndex);
            Assert.Equal("2", Assert.Single(table.Query<TableEntity>()).RowKey);
        }

        [Fact]
        public async Task OldVersion_IsRefusedWithUpdateConditionNotSatisfied()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(Row("0", 1));
            var old = table.GetEntity<TableEntity>("p", "0").Value.ETag;
            await table.UpsertEntityAsync(Row("0", 2));
            var refusal = Assert.Throws<TableTransactionFailedException>(
                () => table.SubmitTransaction([new(Add, Row("1", 1)), new(UpdateReplace, Row("0", 3), old)]));
            Assert.Equal(412, refusal.Status);
            Assert.Equal("UpdateConditionNotSatisfied", refusal.ErrorCode);
            Assert.Equal(1, refusal.FailedTransactionActionIndex);
            Assert.Equal(2, Assert.Single(table.Query<TableEntity>()).GetInt32("A"));
        }

        [Fact]
        public async Task HundredActions_AreTaken()
        {
            var table = await service.NewTableAsync();
            var outcome = table.SubmitTransaction(Enumerable.Range(0, 100).Select(number => Numbered(number)));
            Assert.Equal(100, outcome.Value.Count);
            Assert.Equal(100, table.Query<TableEntity>().Count());
        }

        [Fact]
        public async Task MoreThanAHundredActions_AreRefusedByTheService()
        {
            var table = await service.NewTableAsync();
            var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(
                () => table.SubmitTransactionAsync(Enumerable.Range(0, 101).Select(number => Numbered(number))));
            Assert.Equal((400, "InvalidInput"), (refusal.Status, refusal.ErrorCode));
            Assert.Empty(table.Query<TableEntity>());
        }

        [Fact]
        public async Task TwoPartitions_AreRefused()
        {
            var table = await service.NewTableAsync();
            var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(
                () => table.SubmitTransactionAsync([new(Add, new TableEntity("p", "1")), new(Add, new TableEntity("q", "1"))]));
            Assert.Equal((400, "CommandsInBatchActOnDifferentPartitions"), (refusal.Status, refusal.ErrorCode));
            Assert.Equal(1, refusal.FailedTransactionActionIndex);
            Assert.Empty(table.Query<TableEntity>());
        }

        [Fact]
        public async Task SameRowTwice_IsRefusedByTheService()
        {
            var table = await service.NewTableAsync();
            var refusal = await Assert.ThrowsAsync<TableTransactionFailedException>(
                () => table.SubmitTransactionAsync([new(Add, Row("1", 1)), new(UpsertMerge, Row("1", 2))]));
            Assert.Equal((400, "InvalidDuplicateRow"), (refusal.Status, refusal.ErrorCode));
            Assert.Equal(1, refusal.FailedTransactionActionIndex);
            Assert.Empty(table.Query<TableEntity>());
        }

        [Fact]
        public async Task ClassesOfDifferentKinds_ShareATransaction()
        {
            var table = await service.NewTableAsync();
            await table.SubmitTransactionAsync(
            [
                new(Add, new Reading { Label = "line\r\n--boundary", Total = 5 }),
                new(Add, new TableEntity("sensor", "2") { ["Label"] = "b" }),
            ]);
            Assert.Equal("line\r\n--boundary", table.GetEntity<Reading>("sensor", "1").Value.Label);
            Assert.Equal("b", table.GetEntity<TableEntity>("sensor", "2").Value.GetString("Label"));
        }

        private static TableTransactionAction Numbered(int number) =>
            new(Add, Row(number.ToString("D3", CultureInfo.InvariantCulture), number));
    }

    public sealed class OnTheWire : IDisposable
    {
        private readonly ScriptedHandler _script = new();

        private TableClient Table => new(new Uri("https://acct.example"), "t", TableService.Key, _script.Options);

        [Fact]
        public void NothingToDo_IsRefusedBeforeAnythingIsSent()
        {
            Assert.Throws<InvalidOperationException>(() => Table.SubmitTransaction([]));
            Assert.Throws<ArgumentNullException>(() => Table.SubmitTransaction(null!));
            Assert.Throws<InvalidOperationException>(() => Table.SubmitTransaction([new((TableTransactionActionType)77, Row("1", 1))]));
            Assert.Empty(_script.Requests);
        }

        [Fact]
        public void MissingKeys_AreRefusedBeforeAnythingIsSent()
        {
            Assert.Throws<ArgumentNullException>(() => Table.SubmitTransaction([new(Add, new TableEntity(null!, "1"))]));
            Assert.Throws<ArgumentNullException>(() => Table.SubmitTransaction([new(Delete, new TableEntity("p", null!))]));
            Assert.Throws<ArgumentNullException>(() => Table.SubmitTransaction([new(Add, null!)]));
            Assert.Throws<ArgumentNullException>(() => Table.SubmitTransaction([null!]));
            Assert.Empty(_script.Requests);
        }

        [Fact]
        public void Envelope_HasOneChangeSetWithEveryActionAsARequest()
        {
            _script.Answer(202, Envelope(Part("204 No Content", "ETag: W/\"1\"\r\n", ""), Part("204 No Content", "", "")), Mixed);
            Table.SubmitTransaction([new(Add, Row("1", 1)), new(Delete, Row("2", 1), new ETag("W/\"9\""))]);

            var request = Assert.Single(_script.Requests);
            Assert.Equal(("POST", "https://acct.example/$batch"), (request.Method, request.Uri.AbsoluteUri));
            var batch = request.Headers["Content-Type"].Split("boundary=")[1];
            Assert.StartsWith("batch_", batch, StringComparison.Ordinal);
            var changeSet = request.Body.Split("boundary=")[1].Split("\r\n")[0];
            Assert.Equal(
                $"""
                --{batch}
                Content-Type: multipart/mixed; boundary={changeSet}

                --{changeSet}
                Content-Type: application/http
                Content-Transfer-Encoding: binary

                POST https://acct.example/t?$format=application%2Fjson%3Bodata%3Dminimalmetadata HTTP/1.1
                Host: acct.example
                x-ms-version: 2020-12-06
                DataServiceVersion: 3.0
                Accept: application/json;odata=minimalmetadata
                Prefer: return-no-content
                Content-Type: application/json;odata=nometadata

                {"{"}"PartitionKey":"p","RowKey":"1","A":1{"}"}
                --{changeSet}
                Content-Type: application/http
                Content-Transfer-Encoding: binary

                DELETE https://acct.example/t(PartitionKey='p',RowKey='2')?$format=application%2Fjson%3Bodata%3Dminimalmetadata HTTP/1.1
                Host: acct.example
                x-ms-version: 2020-12-06
                DataServiceVersion: 3.0
                Accept: application/json;odata=minimalmetadata
                If-Match: W/"9"


                --{changeSet}--

                --{batch}--

                """.ReplaceLineEndings("\r\n"),
                request.Body);
        }

        [Fact]
        public void Responses_CarryStatusHeadersAndBody()
        {
            _script.Answer(202, Envelope(Part("201 Created", "ETag: W/\"1\"\r\nX-Two: a\r\nX-Two: b\r\n", "{\"A\":1}")), Mixed);
            using var response = Assert.Single(Table.SubmitTransaction([new(Add, Row("1", 1))]).Value);
            Assert.Equal((201, "Created", false), (response.Status, response.ReasonPhrase, response.IsError));
            Assert.Equal(new ETag("W/\"1\""), response.Headers.ETag);
            Assert.True(response.Headers.TryGetValues("x-two", out var both));
            Assert.Equal(["a", "b"], both);
            Assert.False(response.Headers.Contains("X-Three"));
            Assert.Equal("{\"A\":1}", response.Content.ToString());
        }

        [Fact]
        public void RefusalWithoutAnIndex_HasNone()
        {
            var body = ScriptedHandler.Error("EntityAlreadyExists", "There.");
            _script.Answer(202, Envelope(Part("409 Conflict", $"Content-Type: {ScriptedHandler.Json}\r\n", body)), Mixed);
            var refusal = Assert.Throws<TableTransactionFailedException>(() => Table.SubmitTransaction([new(Add, Row("1", 1))]));
            Assert.Null(refusal.FailedTransactionActionIndex);
            Assert.Equal("EntityAlreadyExists", refusal.ErrorCode);
        }

        [Fact]
        public void RefusalOfTheWholeEnvelope_IsAPlainFailure()
        {
            _script.Answer(400, ScriptedHandler.Error("InvalidInput", "99:One too many."));
            var refusal = Assert.Throws<RequestFailedException>(() => Table.SubmitTransaction([new(Add, Row("1", 1))]));
            Assert.Equal("InvalidInput", refusal.ErrorCode);
            Assert.Equal("99", refusal.Data["FailedEntity"]);
        }

        [Theory]
        [InlineData("application/json")]
        [InlineData("multipart/mixed; boundary=other")]
        public void AnswerThatIsNoBatch_IsRefused(string type)
        {
            _script.Answer(202, Envelope(Part("204 No Content", "", "")), type);
            Assert.Throws<FormatException>(() => Table.SubmitTransaction([new(Add, Row("1", 1))]));
        }

        public void Dispose() => _script.Dispose();

        private const string Mixed = "multipart/mixed; boundary=batchresponse_1";

        private static string Part(string status, string headers, string body) =>
            "--changesetresponse_2\r\nContent-Type: application/http\r\nContent-Transfer-Encoding: binary\r\n\r\n"
            + $"HTTP/1.1 {status}\r\n{headers}\r\n{body}\r\n";

        private static string Envelope(params string[] parts) =>
            "--batchresponse_1\r\nContent-Type: multipart/mixed; boundary=changesetresponse_2\r\n\r\n"
            + string.Concat(parts) + "--changesetresponse_2--\r\n--batchresponse_1--\r\n";
    }
}
