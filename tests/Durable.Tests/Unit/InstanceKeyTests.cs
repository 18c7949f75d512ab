using Local.Durable.Storage;

namespace Durable.Tests.Unit;

public static class InstanceKeyTests
{
    [Trait("Size", "Small")]
    public sealed class Encode
    {
        [Theory]
        [InlineData("case-0001_a", "case-0001_a")]
        [InlineData("a.b c", "a~002eb~0020c")]
        [InlineData("~", "~007e")]
        [InlineData("ö'", "~00f6~0027")]
        public void LettersAndDigits_StayAndTheRestIsEscaped(string id, string encoded)
        {
            Assert.Equal(encoded, InstanceKey.Encode(id));
            Assert.True(InstanceKey.IsEncoded(encoded));
        }

        [Fact]
        public void PrefixOfAnId_IsAPrefixOfItsKey()
        {
            const string id = "order:1/ö~x";
            foreach (var length in Enumerable.Range(1, id.Length))
            {
                var prefix = InstanceKey.Encode(id[..length]);

                Assert.StartsWith(prefix, InstanceKey.Encode(id), StringComparison.Ordinal);
                Assert.True(string.CompareOrdinal(InstanceKey.Encode(id), InstanceKey.After(prefix)) < 0);
            }
        }
    }

    [Trait("Size", "Small")]
    public sealed class PartitionOf
    {
        /// <summary>Stored instances are found by it: these values never change.</summary>
        [Theory]
        [InlineData("order:1", "02")]
        [InlineData("counter", "03")]
        [InlineData("delivery of order:1", "07")]
        public void Id_KeepsItsPartition(string id, string partition) => Assert.Equal(partition, InstanceKey.PartitionOf(id));

        [Fact]
        public void ManyIds_FallOnAllPartitionsAlike()
        {
            var counts = Enumerable.Range(0, 16_000).GroupBy(number => InstanceKey.PartitionOf($"case-{number:00000}")).Select(group => group.Count()).ToList();

            Assert.Equal(InstanceKey.Shards, counts.Count);
            Assert.All(counts, count => Assert.InRange(count, 700, 1_300));
        }
    }

    [Trait("Size", "Small")]
    public sealed class IsLegal
    {
        [Theory]
        [InlineData("", false)]
        [InlineData("@entity", false)]
        [InlineData("a/b", false)]
        [InlineData("a\\b", false)]
        [InlineData("a#b", false)]
        [InlineData("a?b", false)]
        [InlineData("a\nb", false)]
        [InlineData("a@b: c", true)]
        public void Id_IsAsDocumented(string id, bool isLegal) => Assert.Equal(isLegal, InstanceKey.IsLegal(id));

        [Fact]
        public void LongestId_IsAHundredCharacters()
        {
            Assert.True(InstanceKey.IsLegal(new string('i', 100)));
            Assert.False(InstanceKey.IsLegal(new string('i', 101)));
        }
    }
}
