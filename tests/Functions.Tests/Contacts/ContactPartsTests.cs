using System.Net;
using System.Text;
using Collaborations.Contacts.Csv;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Contacts;

/// <summary>Files of contacts that need more than one request, and rows in one part that depend on rows in another.</summary>
public sealed class ContactPartsTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Header = "First name,Last name,Code,Type,Email\r\n";

    /// <summary>A part full of rows with a code, none of which is taken: the first has no such type, the others have its code again.</summary>
    private static readonly string Filler = string.Concat(Enumerable.Repeat("Fay,Loe,FILL,plumber,f@b.example\r\n", ContactImporter.MostAtOnce));

    [Fact]
    public async Task A_long_file_Is_taken_part_after_part_and_each_row_once()
    {
        using var book = await AddressBook.OpenAsync(app);
        var file = Header + "Ann,Roe,ROE,other,a@b.example\r\n" + Filler + Filler + "Bea,Doe,,other,b@b.example\r\n";
        var parts = await book.ImportAllAsync(file);
        Assert.Equal([250, 500, null], parts.Select(part => part.Body!["next"]?.GetValue<int>()));
        Assert.All(parts, part => Assert.Equal(502, part["rows"].GetValue<int>()));
        Assert.Equal(Enumerable.Range(2, 502), parts.SelectMany(part => part["lines"].AsArray()).Select(line => line!["line"]!.GetValue<int>()).Order());
        Assert.Equal((2, 0, 0, 500), Sum(parts));
        Assert.Equal(["code-twice"], Reasons(parts[1]).Distinct());
        Assert.Equal((0, 0, 2, 500), Sum(await book.ImportAllAsync(file)));
        Assert.Equal(["Ann Roe", "Bea Doe"], (await book.FoundAsync(string.Empty)).Order());
    }

    [Fact]
    public async Task A_part_that_comes_again_Changes_nothing()
    {
        using var book = await AddressBook.OpenAsync(app);
        var file = Encoding.UTF8.GetBytes(Header + Filler + "Ann,Roe,,other,a@b.example\r\n");
        Assert.Equal((1, 0, 0, 0), Sum([await book.ImportAsync(file, query: "?from=250")]));
        Assert.Equal((0, 0, 1, 0), Sum([await book.ImportAsync(file, query: "?from=250")]));
    }

    [Fact]
    public async Task Who_has_a_code_farther_below_Is_the_one_without_above()
    {
        using var book = await AddressBook.OpenAsync(app);
        var parts = await book.ImportAllAsync(Header + "Ann,Roe,,other,a@b.example\r\n" + Filler + "Ann,Roe,ANN,other,a@b.example\r\n" + Filler);
        Assert.Equal((1, 0, 1, 500), Sum(parts));
        var line = parts[2]["lines"].AsArray()[0]!;
        Assert.Equal("2 unchanged ANN", $"{line["line"]} {line["outcome"]} {line["code"]}");
    }

    [Fact]
    public async Task A_code_of_a_row_that_is_refused_Is_given_to_nobody_else()
    {
        using var book = await AddressBook.OpenAsync(app);
        var parts = await book.ImportAllAsync(
            Header
            + "Al,Roe,ROEA,other,nowhere\r\n" // 2: that code would be suggested for the others
            + "Abe,Roe,,other,abe@b.example\r\n"
            + "Amy,Roe,,plumber,amy@b.example\r\n"
            + "Amy,Roe,,other,amy@b.example\r\n" // 5: the same person as the row before, so it goes by itself
            + Filler);
        Assert.Equal((2, 0, 0, 252), Sum(parts));
        var added = parts.SelectMany(part => part["lines"].AsArray()).Where(line => line!["outcome"]!.GetValue<string>() == "added");
        Assert.Equal(["3 ROEA2", "5 ROEA3"], added.Select(line => $"{line!["line"]} {line["code"]}"));
    }

    [Fact]
    public async Task What_is_wrong_with_the_file_Is_said_with_each_part()
    {
        using var book = await AddressBook.OpenAsync(app);
        var file = Encoding.UTF8.GetBytes(Header + string.Concat(Enumerable.Repeat(Filler, 9)));
        Assert.Equal("csv-too-many-rows", (await book.ImportAsync(file, query: "?from=250")).Code);
    }

    [Fact]
    public async Task After_the_end_There_is_nothing()
    {
        using var book = await AddressBook.OpenAsync(app);
        var part = await book.ImportAsync(Encoding.UTF8.GetBytes(Header + "Ann,Roe,,other,a@b.example\r\n"), query: "?from=2147483647");
        Assert.Equal(HttpStatusCode.OK, part.Status);
        Assert.Equal((0, 0, 0, 0), Sum([part]));
        Assert.Null(part.Body!["next"]);
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("first")]
    [InlineData("2147483648")]
    public async Task What_is_no_place_in_a_file_Is_refused(string from)
    {
        using var book = await AddressBook.OpenAsync(app);
        var part = await book.ImportAsync(Encoding.UTF8.GetBytes(Header), query: $"?from={from}");
        Assert.Equal((HttpStatusCode.BadRequest, "malformed"), (part.Status, part.Code));
    }

    private static IEnumerable<string> Reasons(Reply part) =>
        part["lines"].AsArray().SelectMany(line => line!["reasons"]!.AsArray()).Select(reason => reason!["code"]!.GetValue<string>());

    private static (int Added, int Changed, int Unchanged, int Refused) Sum(IReadOnlyList<Reply> parts)
    {
        return (Of("added"), Of("changed"), Of("unchanged"), Of("refused"));

        int Of(string name) => parts.Sum(part => part[name].GetValue<int>());
    }
}
