using System.Net;
using System.Text;
using Collaborations.Contacts.Csv;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Contacts;

/// <summary>Files of contacts, out and in again, and those that somebody spoiled.</summary>
public sealed class ContactCsvTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Header = "First name,Last name,Code,Type,Email,Phone,Organisation,Specialty,Archived\r\n";

    [Fact]
    public async Task What_was_written_Is_taken_by_another_practice_whole_and_by_the_same_one_changes_nothing()
    {
        using var book = await AddressBook.OpenAsync(app);
        using var other = await AddressBook.OpenAsync(app);
        await book.AddAsync("Ann, \"Annie\"", "O’Roe;", "ROE", organisation: "Two\nlines");
        await book.AddAsync("=HYPERLINK(\"x\")", "'=1+1", "EVIL", organisation: "@sum", type: "Ortho lab");
        var archived = await book.IdOfAsync("Zoë", "Ünal", "ZU");
        await book.PostAsync($"/{archived}/archive");
        var file = await book.ExportAsync();
        AssertCounts(await other.ImportAsync(file), added: 3);
        Assert.Equal(Rows(file), Rows(await other.ExportAsync()));
        AssertCounts(await book.ImportAsync(file), unchanged: 3);
        AssertCounts(await book.ImportAsync('\uFEFF' + file), unchanged: 3);
        Assert.Equal(["Zoë Ünal"], await other.FoundAsync("unal", archived: true));
    }

    [Fact]
    public async Task No_field_that_is_written_Begins_as_a_formula()
    {
        using var book = await AddressBook.OpenAsync(app);
        foreach (var (number, beginning) in "=+-@＝＋－＠".Index())
        {
            await book.AddAsync($"{beginning}1", $"{beginning}2", $"C{number}", organisation: $"{beginning}cmd|' /C calc'!A0");
        }

        var rows = CsvRows.Read((await book.ExportAsync()).TrimStart('\uFEFF')).ToArray();
        Assert.Equal(9, rows.Length);
        Assert.All(rows.SelectMany(row => row.Fields), field => Assert.False(field.Length > 0 && "=+-@\t\r\n＝＋－＠".Contains(field[0], StringComparison.Ordinal), field));
    }

    [Theory]
    [InlineData("plain")]
    [InlineData("=1")]
    [InlineData("'=1")]
    [InlineData("''@1")]
    [InlineData("'quoted'")]
    [InlineData("\tx")]
    [InlineData("'")]
    [InlineData("")]
    public void A_text_that_is_guarded_Is_read_as_it_was(string text) => Assert.Equal(text, CsvText.Unguarded(CsvText.Guarded(text)));

    [Fact]
    public async Task Rows_that_are_wrong_Are_reported_by_their_line_and_the_others_taken()
    {
        using var book = await AddressBook.OpenAsync(app);
        await book.AddAsync("Ann", "Roe", "ROE");
        var reply = await book.ImportAsync(
            "last name;FIRST NAME;code;email address;type;Shoe size;archived\n"
            + "Roe;Anna;roe;anna@b.example;Referring dentist;9;\n" // 2: changes
            + "Doe;Bea;;bea@b.example;specialist;;\n" // 3: adds
            + "\n"
            + "Poe;Cleo;roe;c@b.example;other;;\n" // 5: the code again
            + "Moe;Dan;D D;nowhere;plumber;;\n" // 6: three things wrong
            + "Noe;\"Eve;E;e@b.example;other;;\n" // 7: a quotation mark too many
            + "Loe;Fay;F;f@b.example;other;;\n" // 8: not swallowed by it
            + "Koe;Gus;G;g@b.example;other;;;;\n" // 9: too many fields
            + "Joe;Hal;H;h@b.example;other;;perhaps\n" // 10
            + "Boe;\"Ida\" x;I;i@b.example;other\n" // 11: text after a quotation
            + "Foe;\"Jo\nAnn\";J;j@b.example;other\n"); // 12: two lines
        AssertCounts(reply, added: 3, changed: 1, refused: 6);
        Assert.Equal("Shoe size", Assert.Single(reply["ignoredColumns"].AsArray())!.GetValue<string>());
        Assert.Equal(
            ["2 changed ROE", "3 added DOEB", "5 refused roe code:code-twice", "6 refused D D code:code-malformed,email:email-malformed,type:contact-type-unknown",
                "7 refused  csv-malformed", "8 added F", "9 refused G csv-too-many-fields", "10 refused H archived:archived-unknown", "11 refused  csv-malformed",
                "12 added J"],
            reply["lines"].AsArray().Select(line => string.Join(
                ' ',
                [$"{line!["line"]} {line["outcome"]} {line["code"]}",
                    .. line["reasons"]!.AsArray().Count == 0 ? Array.Empty<string>() : [string.Join(',', line["reasons"]!.AsArray().Select(Reason).Order())]])));
        Assert.Equal(["Anna Roe"], await book.FoundAsync("roe"));

        static string Reason(System.Text.Json.Nodes.JsonNode? reason) =>
            reason!["field"] is { } field ? $"{field}:{reason["code"]}" : reason["code"]!.GetValue<string>();
    }

    [Fact]
    public async Task Rows_without_a_code_Are_the_same_people_the_next_time()
    {
        using var book = await AddressBook.OpenAsync(app);
        var file = Header + "Ann,Roe,,other,a@b.example,,,,\r\nAnn,Roe,,other,a2@b.example,,,,\r\nAnn,Roe,,other,a@b.example,,,,\r\n";
        AssertCounts(await book.ImportAsync(file), added: 2, unchanged: 1);
        AssertCounts(await book.ImportAsync(file), unchanged: 3);
    }

    [Fact]
    public async Task Of_more_than_two_thousand_rows_None_is_taken()
    {
        using var book = await AddressBook.OpenAsync(app);
        var rows = Enumerable.Range(0, ContactFile.MostRows + 1).Select(number => $"Ann,Roe,R{number},specialist,r{number}@b.example,,Seaside Dental,,no\r\n");
        Assert.Equal("csv-too-many-rows", (await book.ImportAsync(Header + string.Concat(rows))).Code);
        Assert.Empty((await book.GetAsync())["contacts"].AsArray());
    }

    [Fact]
    public async Task A_hundred_rows_Are_taken_side_by_side()
    {
        using var book = await AddressBook.OpenAsync(app);
        var rows = string.Concat(Enumerable.Range(0, 100).Select(number => $"Ann,Roe,R{number},specialist,r{number}@b.example,+12025550{number:D3},Seaside Dental,,no\r\n"));
        AssertCounts(await book.ImportAsync(Header + rows), added: 100);
        AssertCounts(await book.ImportAsync(Header + rows), unchanged: 100);
        Assert.Equal(101, Rows(await book.ExportAsync()).Length);
    }

    [Theory]
    [InlineData("", "csv-columns-missing")]
    [InlineData("\uFEFF", "csv-columns-missing")]
    [InlineData("First name,Last name\r\nAnn,Roe\r\n", "csv-columns-missing")]
    [InlineData("\"First name,Last name,Type,Email", "csv-columns-missing")]
    public async Task A_file_without_the_columns_Is_refused_whole(string file, string code)
    {
        using var book = await AddressBook.OpenAsync(app);
        Assert.Equal(code, (await book.ImportAsync(file)).Code);
    }

    [Fact]
    public async Task What_is_no_such_file_Is_refused_before_it_is_read()
    {
        using var book = await AddressBook.OpenAsync(app);
        Assert.Equal("csv-not-utf8", (await book.ImportAsync([.. Encoding.UTF8.GetBytes(Header), 0xFF, 0xFE])).Code);
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await book.ImportAsync(new byte[(1024 * 1024) + 1])).Status);
        Assert.Equal("malformed", (await book.ImportAsync(Encoding.UTF8.GetBytes(Header), "text/plain")).Code);
    }

    [Fact]
    public async Task A_file_of_quotation_marks_and_one_of_one_endless_field_End_soon()
    {
        using var book = await AddressBook.OpenAsync(app);
        Assert.Equal("csv-too-many-rows", (await book.ImportAsync(Header + string.Concat(Enumerable.Repeat("\"x\"\"y\" z\n", 50_000)))).Code);
        AssertCounts(await book.ImportAsync(Header + '"' + new string('x', 1_000_000)), refused: 1);
    }

    private static string[] Rows(string file) => [.. CsvRows.Read(file.TrimStart('\uFEFF')).Select(row => string.Join('|', row.Fields)).Order(StringComparer.Ordinal)];

    private static void AssertCounts(Reply reply, int added = 0, int changed = 0, int unchanged = 0, int refused = 0)
    {
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        Assert.True((added, changed, unchanged, refused) == (Of("added"), Of("changed"), Of("unchanged"), Of("refused")), reply.Body!.ToJsonString());

        int Of(string name) => reply[name].GetValue<int>();
    }
}
