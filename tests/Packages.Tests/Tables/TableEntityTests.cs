using Azure;
using Azure.Data.Tables;

namespace Packages.Tests.Tables;

public static class TableEntityTests
{
    private static readonly DateTimeOffset Instant = new(2024, 1, 2, 3, 4, 5, TimeSpan.FromHours(1));

    public sealed class Getters
    {
        [Fact]
        public void PropertyThatIsNotThere_IsNull()
        {
            var entity = new TableEntity();
            Assert.Null(entity["A"]);
            Assert.Null(entity.GetString("A"));
            Assert.Null(entity.GetInt32("A"));
            Assert.Null(entity.GetBinary("A"));
            Assert.Null(entity.PartitionKey);
            Assert.Null(entity.Timestamp);
            Assert.Equal(default, entity.ETag);
        }

        [Fact]
        public void PropertyOfAnotherType_IsRefusedByName()
        {
            var entity = new TableEntity { ["A"] = 1 };
            var refusal = Assert.Throws<InvalidOperationException>(() => entity.GetString("A"));
            Assert.Contains("'A'", refusal.Message, StringComparison.Ordinal);
            Assert.Throws<InvalidOperationException>(() => entity.GetInt64("A"));
            Assert.Throws<InvalidOperationException>(() => entity.GetDouble("A"));
        }

        [Fact]
        public void InstantsAndBinary_AreGivenInBothForms()
        {
            var entity = new TableEntity { ["Offset"] = Instant, ["Date"] = Instant.UtcDateTime, ["Bytes"] = new byte[] { 1 } };
            Assert.Equal(Instant.UtcDateTime, entity.GetDateTime("Offset"));
            Assert.Equal(Instant, entity.GetDateTimeOffset("Date"));
            Assert.Equal([1], entity.GetBinaryData("Bytes")!.ToArray());
        }
    }

    public sealed class Setters
    {
        [Fact]
        public void KeysVersionAndTimestamp_AreEntriesOfTheDictionary()
        {
            var entity = new TableEntity("p", "r") { ETag = new ETag("v"), Timestamp = Instant };
            Assert.Equal(["PartitionKey", "RowKey", "odata.etag", "Timestamp"], entity.Keys);
            Assert.Equal("r", new TableEntity { ["RowKey"] = "r" }.RowKey);
            Assert.Equal(new ETag("v"), new TableEntity { ["odata.etag"] = "v" }.ETag);
        }

        [Fact]
        public void IntOverALongOrDouble_TakesTheTypeThatWasThere()
        {
            var entity = new TableEntity { ["Long"] = 1L, ["Double"] = 1.5 };
            entity["Long"] = 2;
            entity.Add("Double", 3);
            Assert.Equal(2L, entity.GetInt64("Long"));
            Assert.Equal(3.0, entity.GetDouble("Double"));
        }

        [Fact]
        public void OtherTypes_ReplaceTheTypeThatWasThere()
        {
            var entity = new TableEntity { ["A"] = 1 };
            entity["A"] = "text";
            Assert.Equal("text", entity.GetString("A"));
        }

        [Fact]
        public void Dictionary_IsCopied()
        {
            var values = new Dictionary<string, object> { ["A"] = 1 };
            var entity = new TableEntity(values);
            values["A"] = 2;
            Assert.Equal(1, entity.GetInt32("A"));
            Assert.Empty(new TableEntity(null!));
        }

        [Fact]
        public void DictionaryOperations_WorkOnTheProperties()
        {
            IDictionary<string, object?> entity = new TableEntity("p", "r");
            entity.Add(new("A", 1));
            Assert.True(entity.Contains(new("A", 1)));
            Assert.True(entity.TryGetValue("A", out var value));
            Assert.Equal(1, value);
            var copy = new KeyValuePair<string, object?>[3];
            entity.CopyTo(copy, 0);
            Assert.Equal(["PartitionKey", "RowKey", "A"], copy.Select(entry => entry.Key));
            Assert.Equal(["p", "r", 1], entity.Values);
            Assert.True(entity.Remove(new KeyValuePair<string, object?>("A", 1)));
            Assert.True(entity.Remove("RowKey"));
            Assert.False(entity.IsReadOnly);
            entity.Clear();
            Assert.Empty(entity);
        }
    }
}
