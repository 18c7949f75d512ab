using System.Text;
using Collaborations.Fhir.Reading;

namespace Collaborations.Tests.Fhir;

/// <summary>Reading a bundle in memory that does not grow with it.</summary>
[Trait("Size", "Small")]
public sealed class BundleReaderTests
{
    private const int Megabyte = 1024 * 1024;

    [Fact]
    public async Task Entries_come_one_by_one_and_what_the_bundle_says_after_them_Is_known_at_the_end()
    {
        var reader = new BundleReader(Of("""{"entry":[{"resource":{"resourceType":"A","x":{"y":[{},{"z":1}]}}},{"fullUrl":"u"}],"type":"batch","resourceType":"Bundle","meta":{"profile":["p"]}}"""));
        Assert.Equal(["A", null], await TypesAsync(reader));
        Assert.Equal("Bundle", reader.ResourceType);
        Assert.Equal("batch", reader.Type);
        Assert.Equal(["p"], reader.Profiles);
        Assert.Null(reader.BrokenAt);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(7)]
    [InlineData(64)]
    public async Task Bytes_that_come_a_few_at_a_time_Give_the_same_entries(int pieces)
    {
        var text = Bundles.Of(Bundles.Patient("1").With("text", "é€😀\"\\"), Bundles.Condition("c", "x")).ToJsonString();
        var reader = new BundleReader(new Trickle(Encoding.UTF8.GetBytes("\uFEFF" + text), pieces));
        Assert.Equal(["Patient", "Condition"], await TypesAsync(reader));
        Assert.Null(reader.BrokenAt);
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("nothing", 0)]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{}},{"resource":{"a":nul""", 1)]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{}},{"resource":{"a":1}}""", 2)]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{}},"text"]}""", 1)]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{}}]} and more""", 1)]
    [InlineData("""{"resourceType":"Bundle","entry":[{"resource":{}},{"resource":{"\ud800":1}}]}""", 1)]
    [InlineData("""{"resourceType":"\ud800","entry":[{"resource":{}}]}""", 0)]
    public async Task Where_the_json_breaks_What_came_before_is_there_and_the_place_is_known(string text, int entries)
    {
        var reader = new BundleReader(Of(text));
        Assert.Equal(entries, (await TypesAsync(reader)).Count);
        Assert.InRange(reader.BrokenAt!.Value, 0, text.Length);
    }

    [Fact]
    public async Task A_text_that_is_not_utf8_Breaks_it()
    {
        byte[] bytes = [.. """{"entry":[{"resource":{"a":"""u8, (byte)'"', 0xC3, 0x28, (byte)'"', .. "}}]}"u8];
        var reader = new BundleReader(new MemoryStream(bytes));
        Assert.Empty(await TypesAsync(reader));
        Assert.NotNull(reader.BrokenAt);
    }

    [Fact]
    public async Task A_text_of_fifty_megabytes_Is_cut_out_and_the_entry_is_read()
    {
        var stream = new Repeated("""{"entry":[{"resource":{"resourceType":"Before"}},{"resource":{"resourceType":"Binary","data":" """.TrimEnd(), "QUJD\\\"", 9 * Megabyte, """ ","contentType":"text/plain"}},{"resource":{"resourceType":"After"}}]}""".TrimStart());
        var reader = new BundleReader(stream);
        Assert.Equal("Before", (await reader.NextAsync(default))!.ResourceType);
        var entry = (await reader.NextAsync(default))!;
        Assert.Equal("Binary", entry.ResourceType);
        Assert.Equal(BundleReader.CutText, entry.Resource!.Value.GetProperty("data").GetString());
        Assert.Equal("text/plain", entry.Resource.Value.GetProperty("contentType").GetString());
        Assert.Equal("After", (await reader.NextAsync(default))!.ResourceType);
        Assert.Null(await reader.NextAsync(default));
        Assert.Null(reader.BrokenAt);
    }

    [Fact]
    public async Task An_entry_of_very_many_small_things_Is_left_out_and_the_next_is_read()
    {
        var stream = new Repeated("""{"entry":[{"resource":{"resourceType":"Large","a":[0""", ",{}", 20 * Megabyte, """]}},{"resource":{"resourceType":"After"}}]}""");
        var reader = new BundleReader(stream);
        Assert.Null((await reader.NextAsync(default))!.Json);
        Assert.Equal("After", (await reader.NextAsync(default))!.ResourceType);
        Assert.Null(reader.BrokenAt);
    }

    private static MemoryStream Of(string text) => new(Encoding.UTF8.GetBytes(text));

    private static async Task<List<string?>> TypesAsync(BundleReader reader)
    {
        var types = new List<string?>();
        while (await reader.NextAsync(default) is { } entry)
        {
            types.Add(entry.ResourceType);
        }

        return types;
    }
}
