using System.Net;

namespace Collaborations.Tests.Contacts;

/// <summary>Each contact is found by whatever one may type of them, page by page, and by nothing else.</summary>
public sealed class ContactSearchTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Theory]
    [InlineData("")]
    [InlineData("m")]
    [InlineData("mull")]
    [InlineData("müller")]
    [InlineData("jor mul")]
    [InlineData("Müller, Jörg")]
    [InlineData("MUJO")]
    [InlineData("seaside")]
    [InlineData("dental mull")]
    [InlineData("se mu jo")]
    public async Task What_belongs_to_a_contact_Finds_them(string query)
    {
        using var book = await AddressBook.OpenAsync(app);
        await book.IdOfAsync("Jörg", "Müller", "MUJO", "Seaside Dental");
        Assert.Equal(["Jörg Müller"], await book.FoundAsync(query));
    }

    [Theory]
    [InlineData("x")]
    [InlineData("uller")]
    [InlineData("mullerin")]
    [InlineData("muller anna")]
    public async Task What_belongs_to_nobody_Finds_nobody(string query)
    {
        using var book = await AddressBook.OpenAsync(app);
        await book.IdOfAsync("Jörg", "Müller", "MUJO", "Seaside Dental");
        await book.IdOfAsync("Anna", "Roe", null, "Seaside Dental");
        Assert.Empty(await book.FoundAsync(query));
    }

    [Fact]
    public async Task A_name_that_was_changed_Is_found_by_no_part_of_the_old_one()
    {
        using var book = await AddressBook.OpenAsync(app);
        var added = await book.AddAsync("Ann", "Smith");
        var id = added["contact"]["contactId"]!.GetValue<string>();
        await book.PutAsync(id, new { firstName = "Ann", lastName = "Stone", code = "Z", email = "a@b.example", type = "other" }, added.Text("version"));
        Assert.Empty(await book.FoundAsync("sm"));
        Assert.Equal(["Ann Stone"], await book.FoundAsync("st"));
    }

    [Fact]
    public async Task Of_many_Each_is_on_one_page_the_latest_first_alone_and_in_a_search()
    {
        using var book = await AddressBook.OpenAsync(app);
        for (var number = 0; number < 45; number++)
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            await book.IdOfAsync("Ann", $"Roe{number:D2}", null, number % 5 == 0 ? "Seaside Dental" : "Dental");
        }

        foreach (var (query, count) in new[] { ("", 45), ("den roe", 45), ("dental sea", 9) })
        {
            var (names, cursor) = (new List<string>(), string.Empty);
            do
            {
                var page = await book.GetAsync($"?q={query}{(cursor.Length > 0 ? $"&cursor={cursor}" : string.Empty)}");
                names.AddRange(AddressBook.Names(page));
                cursor = page.Body!["cursor"]?.GetValue<string>() ?? string.Empty;
            }
            while (cursor.Length > 0);
            Assert.Equal(count, names.Count);
            Assert.Equal(names.OrderDescending(StringComparer.Ordinal), names);
        }
    }

    [Fact]
    public async Task A_list_that_has_not_changed_Is_not_sent_again()
    {
        using var book = await AddressBook.OpenAsync(app);
        await book.IdOfAsync("Ann", "Roe");
        var list = await book.GetAsync();
        Assert.Equal(HttpStatusCode.NotModified, (await book.GetNewerAsync(list.Version)).Status);
        await book.IdOfAsync("Bea", "Roe");
        Assert.Equal(HttpStatusCode.OK, (await book.GetNewerAsync(list.Version)).Status);
    }

    [Fact]
    public async Task A_contact_of_very_many_words_Is_kept_changed_and_found_by_name()
    {
        using var book = await AddressBook.OpenAsync(app);
        var words = string.Join(' ', Enumerable.Range(0, 24).Select(number => $"{(char)('a' + number)}{number}x"));
        var added = await book.AddAsync("Ann", "Roe", organisation: words[..100].Trim());
        Assert.Equal(HttpStatusCode.Created, added.Status);
        var id = added["contact"]["contactId"]!.GetValue<string>();
        var reversed = string.Join(' ', words[..100].Trim().Split(' ').Select(word => new string([.. word.Reverse()])));
        var form = new { firstName = "Zoe", lastName = "Qui", code = "NEW", email = "new@b.example", type = "other", organisation = reversed };
        Assert.Equal(HttpStatusCode.OK, (await book.PutAsync(id, form, added.Text("version"))).Status);
        Assert.Equal(["Zoe Qui"], await book.FoundAsync("qui zoe new"));
        Assert.Empty(await book.FoundAsync("roe"));
    }
}
