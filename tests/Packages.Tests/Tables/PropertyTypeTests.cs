using System.Globalization;
using System.Text.Json;
using Azure.Data.Tables;

namespace Packages.Tests.Tables;

public static class PropertyTypeTests
{
    private static readonly DateTimeOffset Instant = new DateTimeOffset(2024, 2, 29, 23, 59, 58, TimeSpan.FromHours(2)).AddTicks(1234567);
    private static readonly Guid Id = new("0f8fad5b-d9cb-469f-a165-70867728950e");

    private static Reading Full() => new()
    {
        Label = "quote \" backslash \\ line\nend 🙂",
        Count = int.MinValue,
        CountOrNone = int.MaxValue,
        Total = long.MinValue,
        TotalOrNone = long.MaxValue,
        Value = Math.PI,
        ValueOrNone = -0.1,
        Valid = true,
        ValidOrNone = false,
        Device = Id,
        DeviceOrNone = Guid.Empty,
        TakenAt = Instant,
        TakenAtOrNone = DateTimeOffset.UnixEpoch,
        StoredAt = Instant.UtcDateTime,
        StoredAtOrNone = DateTime.UnixEpoch,
        Raw = [0, 1, 254, 255],
        Attachment = BinaryData.FromBytes(new byte[] { 7, 8, 9 }),
        Quality = Quality.Doubtful,
        QualityOrNone = Quality.Good,
        Unit = "mV",
        Scratch = "never stored",
    };

    [Collection(TableServiceCollection.Name)]
    public sealed class OfAClass(TableService service)
    {
        [Fact]
        public async Task EveryType_ComesBackAsItWas()
        {
            var table = await service.NewTableAsync();
            var written = Full();
            await table.AddEntityAsync(written);
            var read = (await table.GetEntityAsync<Reading>("sensor", "1")).Value;

            Assert.Equal(written.Label, read.Label);
            Assert.Equal((written.Count, written.CountOrNone), (read.Count, read.CountOrNone));
            Assert.Equal((written.Total, written.TotalOrNone), (read.Total, read.TotalOrNone));
            Assert.Equal((written.Value, written.ValueOrNone), (read.Value, read.ValueOrNone));
            Assert.Equal((written.Valid, written.ValidOrNone), (read.Valid, read.ValidOrNone));
            Assert.Equal((written.Device, written.DeviceOrNone), (read.Device, read.DeviceOrNone));
            Assert.Equal((written.TakenAt, written.TakenAtOrNone), (read.TakenAt, read.TakenAtOrNone));
            Assert.Equal((written.StoredAt, written.StoredAtOrNone), (read.StoredAt, read.StoredAtOrNone));
            Assert.Equal(DateTimeKind.Utc, read.StoredAt.Kind);
            Assert.Equal(TimeSpan.Zero, read.TakenAt.Offset);
            Assert.Equal(written.Raw, read.Raw);
            Assert.Equal(written.Attachment!.ToArray(), read.Attachment!.ToArray());
            Assert.Equal((written.Quality, written.QualityOrNone), (read.Quality, read.QualityOrNone));
            Assert.Equal(written.Unit, read.Unit);
            Assert.Null(read.Scratch);
        }

        [Fact]
        public async Task NothingSet_ComesBackAsNothing()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading());
            var read = table.GetEntity<Reading>("sensor", "1").Value;
            Assert.Null(read.Label);
            Assert.Equal((null, null, null, null), (read.CountOrNone, read.TotalOrNone, read.ValueOrNone, read.ValidOrNone));
            Assert.Equal((null, null, null, null), (read.DeviceOrNone, read.TakenAtOrNone, read.StoredAtOrNone, read.QualityOrNone));
            Assert.Null(read.Raw);
            Assert.Null(read.Attachment);
        }

        [Fact]
        public async Task Null_DoesNotRemoveWhatAMergeFinds()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading { Label = "kept" });
            await table.UpsertEntityAsync(new Reading { Label = null, Count = 2 });
            var read = table.GetEntity<Reading>("sensor", "1").Value;
            Assert.Equal(("kept", 2), (read.Label, read.Count));
        }

        [Fact]
        public async Task ColumnNames_FollowTheAttributes()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(Full());
            var row = table.GetEntity<TableEntity>("sensor", "1").Value;
            Assert.Equal("mV", row.GetString("Unit_Code"));
            Assert.Equal("Doubtful", row.GetString("Quality"));
            Assert.False(row.ContainsKey("Unit"));
            Assert.False(row.ContainsKey("Scratch"));
        }

        [Fact]
        public async Task EnumNameOfNewerCode_BecomesTheDefault()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new TableEntity("sensor", "1") { ["Quality"] = "Excellent", ["QualityOrNone"] = "Excellent" });
            var read = table.GetEntity<Reading>("sensor", "1").Value;
            Assert.Equal((Quality.Unknown, null), (read.Quality, read.QualityOrNone));
        }

        [Fact]
        public async Task ValueOfAnotherType_IsRefusedByName()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new TableEntity("sensor", "text") { ["Count"] = "many" });
            await table.AddEntityAsync(new TableEntity("sensor", "int") { ["Total"] = 5 });
            var text = Assert.Throws<InvalidCastException>(() => table.GetEntity<Reading>("sensor", "text"));
            var number = Assert.Throws<InvalidCastException>(() => table.GetEntity<Reading>("sensor", "int"));
            Assert.Contains("'Count'", text.Message, StringComparison.Ordinal);
            Assert.Contains("'Total'", number.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task IntInADoubleColumn_IsWidened()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new TableEntity("sensor", "1") { ["Value"] = 6 });
            Assert.Equal(6.0, table.GetEntity<Reading>("sensor", "1").Value.Value);
        }
    }

    [Collection(TableServiceCollection.Name)]
    public sealed class OfADictionary(TableService service)
    {
        [Fact]
        public async Task EveryType_ComesBackThroughItsGetter()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new TableEntity("p", "r")
            {
                ["Text"] = "a",
                ["Int"] = 1,
                ["Long"] = 2L,
                ["Whole"] = 3.0,
                ["Broken"] = 3.5,
                ["Huge"] = 1e300,
                ["NotANumber"] = double.NaN,
                ["Flag"] = true,
                ["Id"] = Id,
                ["Offset"] = Instant,
                ["Date"] = Instant.UtcDateTime,
                ["Bytes"] = new byte[] { 1, 2 },
                ["Data"] = BinaryData.FromString("hi"),
                ["Nothing"] = null,
            });
            var row = (await table.GetEntityAsync<TableEntity>("p", "r")).Value;
            Assert.Equal("a", row.GetString("Text"));
            Assert.Equal(1, row.GetInt32("Int"));
            Assert.Equal(2L, row.GetInt64("Long"));
            Assert.Equal((3.0, 3.5, 1e300), (row.GetDouble("Whole"), row.GetDouble("Broken"), row.GetDouble("Huge")));
            Assert.Equal(double.NaN, row.GetDouble("NotANumber"));
            Assert.True(row.GetBoolean("Flag"));
            Assert.Equal(Id, row.GetGuid("Id"));
            Assert.Equal(Instant, row.GetDateTimeOffset("Offset"));
            Assert.Equal(Instant.UtcDateTime, row.GetDateTime("Date"));
            Assert.Equal([1, 2], row.GetBinary("Bytes"));
            Assert.Equal("hi", row.GetBinaryData("Data")!.ToString());
            Assert.False(row.ContainsKey("Nothing"));
        }

        [Fact]
        public async Task VersionAndTimestamp_AreNotStoredAsColumns()
        {
            using var script = new ScriptedHandler().Answer(204);
            var table = new TableClient(new Uri("https://acct.example"), "t", TableService.Key, script.Options);
            await table.AddEntityAsync(new TableEntity("p", "r") { ETag = new("v"), Timestamp = Instant, ["A"] = 1 });
            Assert.Equal("""{"PartitionKey":"p","RowKey":"r","A":1}""", script.Requests[0].Body);
        }

        [Fact]
        public void EnumMember_IsRefused()
        {
            using var script = new ScriptedHandler();
            var table = new TableClient(new Uri("https://acct.example"), "t", TableService.Key, script.Options);
            Assert.Throws<NotSupportedException>(() => table.AddEntity(new TableEntity("p", "r") { ["A"] = Quality.Good }));
        }
    }

    public sealed class OnTheWire : IDisposable
    {
        private readonly ScriptedHandler _script = new();

        private TableClient Table => new(new Uri("https://acct.example"), "t", TableService.Key, _script.Options);

        [Fact]
        public void TypesThatJsonCannotTellApart_AreAnnotated()
        {
            _script.Answer(204);
            Table.AddEntity(new TableEntity("p", "r")
            {
                ["Long"] = 2L,
                ["Double"] = 1.5,
                ["Id"] = Id,
                ["At"] = Instant,
                ["Bytes"] = new byte[] { 1 },
                ["Int"] = 1,
            });
            using var body = JsonDocument.Parse(_script.Requests[0].Body);
            string Text(string name) => body.RootElement.GetProperty(name).ToString();
            Assert.Equal(("2", "Edm.Int64"), (Text("Long"), Text("Long@odata.type")));
            Assert.Equal(("1.5", "Edm.Double"), (Text("Double"), Text("Double@odata.type")));
            Assert.Equal((Id.ToString(), "Edm.Guid"), (Text("Id"), Text("Id@odata.type")));
            Assert.Equal(("2024-02-29T21:59:58.1234567Z", "Edm.DateTime"), (Text("At"), Text("At@odata.type")));
            Assert.Equal(("AQ==", "Edm.Binary"), (Text("Bytes"), Text("Bytes@odata.type")));
            Assert.False(body.RootElement.TryGetProperty("Int@odata.type", out _));
        }

        [Fact]
        public void NotANumber_IsWrittenAsText()
        {
            _script.Answer(204);
            Table.AddEntity(new TableEntity("p", "r") { ["A"] = double.NaN });
            Assert.Contains("""
                "A":"NaN","A@odata.type":"Edm.Double"
                """, _script.Requests[0].Body, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData(double.PositiveInfinity)]
        [InlineData(double.NegativeInfinity)]
        public void Infinity_CannotBeWritten(double value) =>
            Assert.Throws<ArgumentException>(() => Table.AddEntity(new TableEntity("p", "r") { ["A"] = value }));

        [Theory]
        [InlineData("\"NaN\"", double.NaN)]
        [InlineData("\"Infinity\"", double.PositiveInfinity)]
        [InlineData("\"-Infinity\"", double.NegativeInfinity)]
        [InlineData("\"1.5\"", 1.5)]
        [InlineData("1.5", 1.5)]
        [InlineData("3", 3)]
        public void AnnotatedDouble_IsReadInEveryForm(string json, double expected)
        {
            _script.Answer(200, $$"""{"PartitionKey":"p","RowKey":"r","Value@odata.type":"Edm.Double","Value":{{json}}}""");
            _script.Answer(200, $$"""{"PartitionKey":"p","RowKey":"r","Value@odata.type":"Edm.Double","Value":{{json}}}""");
            Assert.Equal(expected, Table.GetEntity<TableEntity>("p", "r").Value.GetDouble("Value"));
            Assert.Equal(expected, Table.GetEntity<Reading>("p", "r").Value.Value);
        }

        [Fact]
        public void TypeOfALaterService_IsRefusedByName()
        {
            _script.Answer(200, """{"PartitionKey":"p","RowKey":"r","A@odata.type":"Edm.Color","A":"red"}""");
            var refusal = Assert.Throws<NotSupportedException>(() => Table.GetEntity<TableEntity>("p", "r"));
            Assert.Contains("Edm.Color", refusal.Message, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData(DateTimeKind.Local)]
        [InlineData(DateTimeKind.Unspecified)]
        public void DateTimeThatIsNotUtc_IsRefused(DateTimeKind kind) =>
            Assert.Throws<NotSupportedException>(() => Table.AddEntity(new Reading { StoredAt = new DateTime(2024, 1, 1, 0, 0, 0, kind) }));

        [Fact]
        public void TypesTheServiceDoesNotHold_AreRefused()
        {
            object[] values = [1.5m, 1.5f, 5ul, 'c', TimeSpan.FromHours(1), new DateOnly(2024, 1, 1), new List<int> { 1 }, new()];
            foreach (var value in values)
            {
                var refusal = Assert.Throws<NotSupportedException>(() => Table.AddEntity(new TableEntity("p", "r") { ["A"] = value }));
                Assert.Contains("'A'", refusal.Message, StringComparison.Ordinal);
            }

            _script.Answer(200, """{"PartitionKey":"p","RowKey":"r","Price":1.5}""");
            Assert.Throws<NotSupportedException>(() => Table.GetEntity<Priced>("p", "r"));
        }

        [Fact]
        public void NumbersAndDates_DoNotFollowTheCulture()
        {
            var before = CultureInfo.CurrentCulture;
            CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("ar-SA");
            try
            {
                _script.Answer(204);
                Table.AddEntity(new TableEntity("p", "r") { ["A"] = 1.5, ["B"] = -5L, ["C"] = Instant });
                Assert.Contains("\"A\":1.5", _script.Requests[0].Body, StringComparison.Ordinal);
                Assert.Contains("\"B\":\"-5\"", _script.Requests[0].Body, StringComparison.Ordinal);
                Assert.Contains("\"C\":\"2024-02-29T21:59:58.1234567Z\"", _script.Requests[0].Body, StringComparison.Ordinal);
            }
            finally
            {
                CultureInfo.CurrentCulture = before;
            }
        }

        public void Dispose() => _script.Dispose();
    }

    public sealed class Priced : ITableEntity
    {
        public string PartitionKey { get; set; } = string.Empty;

        public string RowKey { get; set; } = string.Empty;

        public DateTimeOffset? Timestamp { get; set; }

        public Azure.ETag ETag { get; set; }

        public decimal Price { get; set; }
    }
}
