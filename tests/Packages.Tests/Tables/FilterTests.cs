using System.Linq.Expressions;
using System.Text;
using Azure.Data.Tables;

namespace Packages.Tests.Tables;

public static class FilterTests
{
    private static readonly DateTimeOffset Instant = new(2024, 2, 3, 4, 5, 6, TimeSpan.FromHours(2));

    public sealed class FromExpressions
    {
        private readonly int _seven = 7;

        private string SevenAsText => $"{_seven}";

        [Fact]
        public void Comparisons_BecomeTheirWords()
        {
            Is("Count eq 1", row => row.Count == 1);
            Is("Count ne 1", row => row.Count != 1);
            Is("Count gt 1", row => row.Count > 1);
            Is("Count ge 1", row => row.Count >= 1);
            Is("Count lt 1", row => row.Count < 1);
            Is("Count le 1", row => row.Count <= 1);
            Is("1 lt Count", row => 1 < row.Count);
            Is("Label eq RowKey", row => row.Label == row.RowKey);
        }

        [Fact]
        public void TextIsOrderedThroughCompareAndEquals()
        {
            Is("RowKey gt 'a'", row => row.RowKey.CompareTo("a") > 0);
            Is("RowKey le 'a'", row => string.Compare(row.RowKey, "a") <= 0);
            Is("RowKey eq 'a'", row => row.RowKey.Equals("a"));
            Is("RowKey eq 'a'", row => string.Equals(row.RowKey, "a"));
            Is("TakenAt gt datetime'2024-02-03T02:05:06Z'", row => row.TakenAt.CompareTo(Instant) > 0);
        }

        [Fact]
        public void Conditions_AreJoinedWithTheBracketsTheyNeed()
        {
            Is("Valid eq true", row => row.Valid);
            Is("not (Valid eq true)", row => !row.Valid);
            Is("Valid eq true and Count eq 1", row => row.Valid && row.Count == 1);
            Is("Count eq 1 or Count eq 2 and Valid eq true", row => row.Count == 1 || row.Count == 2 && row.Valid);
            Is("(Count eq 1 or Count eq 2) and Valid eq true", row => (row.Count == 1 || row.Count == 2) && row.Valid);
            Is("Count eq 1 and not (Count eq 2 or Valid eq true)", row => row.Count == 1 && !(row.Count == 2 || row.Valid));
            Is("Count eq 1 and Count eq 2", row => row.Count == 1 & row.Count == 2);
            Is("Count eq 1 or Count eq 2", row => row.Count == 1 | row.Count == 2);
        }

        [Fact]
        public void ValuesOfTheProgram_AreComputedFirst()
        {
            var prefix = "it's ";
            int[] numbers = [4, 5];
            Is("Label eq 'it''s 7'", row => row.Label == prefix + SevenAsText);
            Is("Count eq 5", row => row.Count == numbers[1]);
            Is("Count eq -7", row => row.Count == -_seven);
            Is("Total eq 7L", row => row.Total == _seven);
            Is("Valid eq true", row => row.Valid == (numbers.Length == 2));
        }

        [Fact]
        public void ConstantsOfEveryType_BecomeLiterals()
        {
            var bytes = new byte[] { 1, 171 };
            string? nothing = null;
            Is("Label eq null", row => row.Label == nothing);
            Is("Total ge 9223372036854775807L", row => row.Total >= long.MaxValue);
            Is("Value eq 1.5", row => row.Value == 1.5);
            Is("Value gt 3.0", row => row.Value > 3);
            Is("Value gt 1E+30", row => row.Value > 1e30);
            Is("Value eq NaN", row => row.Value == double.NaN);
            Is("Value gt -INF", row => row.Value > double.NegativeInfinity);
            Is("Device eq guid'00000000-0000-0000-0000-000000000000'", row => row.Device == Guid.Empty);
            Is("TakenAt ge datetime'2024-02-03T02:05:06Z'", row => row.TakenAt >= Instant);
            Is("StoredAt eq datetime'2024-02-03T02:05:06Z'", row => row.StoredAt == Instant.UtcDateTime);
            Is("Timestamp ge datetime'2024-02-03T02:05:06Z'", row => row.Timestamp >= Instant);
            Is("Raw eq X'01AB'", row => row.Raw == bytes);
            Is("Attachment eq X'6B'", row => row.Attachment == BinaryData.FromString("k"));
        }

        [Fact]
        public void NullableColumns_CompareWithAndWithoutValue()
        {
            int? four = 4;
            Is("CountOrNone eq 4", row => row.CountOrNone == four);
            Is("CountOrNone gt 3", row => row.CountOrNone!.Value > 3);
            Is("CountOrNone ne null", row => row.CountOrNone != null);
        }

        [Fact]
        public void EnumMember_IsComparedByNumberAsThePackageDoes() => Is("Quality eq 1", row => row.Quality == Quality.Good);

        [Fact]
        public void RenamedColumn_GoesByItsStoredName() => Is("Unit_Code eq 'mV'", row => row.Unit == "mV");

        [Fact]
        public void ConditionThatIsAlwaysTrue_IsNoFilter()
        {
            Is(null, row => true);
            Is("false", row => false);
        }

        [Fact]
        public void DictionaryRows_AreReachedByIndexAndGetter()
        {
            var name = "Stored_As";
            Of("S eq 'a''b'", row => (string?)row["S"] == "a'b");
            Of("I gt 3", row => (int)row["I"]! > 3);
            Of("B eq true", row => (bool)row["B"]!);
            Of("Stored_As eq 'a'", row => row.GetString(name) == "a");
            Of("I ge 1", row => row.GetInt32("I") >= 1);
            Of("L eq 1L", row => row.GetInt64("L") == 1);
            Of("D lt 1.5", row => row.GetDouble("D") < 1.5);
            Of("B eq true", row => row.GetBoolean("B") == true);
            Of("B eq true", row => row.GetBoolean("B")!.Value);
            Of("G eq guid'00000000-0000-0000-0000-000000000000'", row => row.GetGuid("G") == Guid.Empty);
            Of("T lt datetime'1970-01-01T00:00:00Z'", row => row.GetDateTime("T") < DateTime.UnixEpoch);
            Of("X eq X'61'", row => row.GetBinaryData("X") == BinaryData.FromString("a"));
            Of("S gt 'a'", row => row.GetString("S")!.CompareTo("a") > 0);
            Of("PartitionKey eq 'p'", row => row.PartitionKey == "p");
        }

        [Fact]
        public void PartsWithoutACounterpart_AreRefused()
        {
            Refused(row => row.Label!.StartsWith("a"));
            Refused(row => row.Label!.Contains('a'));
            Refused(row => row.Label!.Length == 1);
            Refused(row => row.Label!.ToUpperInvariant() == "A");
            Refused(row => row.Count + 1 == 2);
            Refused(row => -row.Count == 1);
            Refused(row => row.Valid ^ true);
            Refused(row => (row.CountOrNone ?? 1) == 1);
            Refused(row => row.CountOrNone.HasValue);
            Refused(row => row.Valid ? row.Count == 1 : row.Count == 2);
            Refused(row => row.RowKey.CompareTo("a") == 1);
            Refused(row => 0 < row.RowKey.CompareTo("a"));
            Refused(row => string.Equals(row.RowKey, "a", StringComparison.Ordinal));
            Refused(row => string.CompareOrdinal(row.RowKey, "a") > 0);
            Refused(row => row.ETag == Azure.ETag.All);
        }

        [Fact]
        public void DictionaryPartsWithoutACounterpart_AreRefused()
        {
            static void Refuse(Expression<Func<TableEntity, bool>> filter) =>
                Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter(filter));

            Refuse(row => row.ContainsKey("a"));
            Refuse(row => row.GetDateTimeOffset("a") > Instant);
            Refuse(row => ((string)row["S"]!).CompareTo("a") > 0);
        }

        [Theory]
        [InlineData("A eq 1 or B")]
        [InlineData("o'k")]
        [InlineData("")]
        [InlineData("1st")]
        public void ComputedNameThatIsNoName_IsRefused(string name) =>
            Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter<TableEntity>(row => row.GetInt32(name) == 1));

        [Fact]
        public void MissingExpression_IsRefused() =>
            Assert.Throws<ArgumentNullException>(() => TableClient.CreateQueryFilter<Reading>(null!));

        private static void Is(string? expected, Expression<Func<Reading, bool>> filter) =>
            Assert.Equal(expected, TableClient.CreateQueryFilter(filter));

        private static void Of(string expected, Expression<Func<TableEntity, bool>> filter) =>
            Assert.Equal(expected, TableClient.CreateQueryFilter(filter));

        private static void Refused(Expression<Func<Reading, bool>> filter) =>
            Assert.Throws<NotSupportedException>(() => TableClient.CreateQueryFilter(filter));
    }

    public sealed class FromInterpolatedText
    {
        [Fact]
        public void ValuesOfEveryType_BecomeLiterals()
        {
            Is("a eq 'it''s'", $"a eq {"it's"}");
            Is("a eq '''' and b eq 'o''o'", $"a eq {'\''} and b eq {new StringBuilder("o'o")}");
            Is("true false null", $"{true} {false} {null}");
            Is("1 2L 3L 4 5", $"{1} {2L} {3UL} {(byte)4} {5u}");
            Is("1.5 4 1E+30 NaN 1.1", $"{1.5} {4.0} {1e30} {double.NaN} {1.1m}");
            Is("guid'00000000-0000-0000-0000-000000000000'", $"{Guid.Empty}");
            Is("datetime'2024-02-03T02:05:06Z'", $"{Instant}");
            Is("datetime'2024-02-03T02:05:06Z'", $"{Instant.UtcDateTime}");
            Is("X'01AB' X'6869'", $"{new byte[] { 1, 171 }} {BinaryData.FromString("hi")}");
        }

        [Fact]
        public void TextWithoutValues_StaysAsItIs()
        {
            Is("plain {x}", $"plain {{x}}");
            Assert.Null(TableClient.CreateQueryFilter(null!));
        }

        [Fact]
        public void ValueWithoutALiteral_IsRefused()
        {
            Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"a eq {Quality.Good}"));
            Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"a eq {TimeSpan.Zero}"));
            Assert.Throws<ArgumentException>(() => TableClient.CreateQueryFilter($"a eq {new DateOnly(2024, 1, 1)}"));
        }

        private static void Is(string expected, FormattableString filter) => Assert.Equal(expected, TableClient.CreateQueryFilter(filter));
    }
}
