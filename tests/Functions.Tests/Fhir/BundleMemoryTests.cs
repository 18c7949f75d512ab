using Collaborations.Fhir.Reading;

namespace Collaborations.Tests.Fhir;

/// <summary>What is measured is the whole process: nothing else runs beside.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class MeasuredAlone
{
    public const string Name = "measured alone";
}

/// <summary>How much of a large bundle is in memory at once.</summary>
[Collection(MeasuredAlone.Name)]
public sealed class BundleMemoryTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task A_hundred_megabytes_Are_read_in_memory_that_does_not_grow_with_them()
    {
        var entry = Bundles.Entry(Bundles.Observation("o", "Patient/1")).ToJsonString();
        var stream = new Repeated("""{"resourceType":"Bundle","type":"batch","entry":[{}""", "," + entry, 100 * Megabyte / entry.Length, "]}");
        var reader = new BundleReader(stream);
        var (entries, most) = (0, 0L);
        var before = GC.GetTotalMemory(forceFullCollection: true);
        while (await reader.NextAsync(default) is not null)
        {
            if (++entries % 10_000 == 0)
            {
                most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
            }
        }

        Assert.Equal((100 * Megabyte / entry.Length) + 1, entries);

        Assert.InRange(most, 0, BundleReader.LargestEntry);
    }
}
