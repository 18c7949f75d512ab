using System.Net;
using Collaborations.Contacts;
using Collaborations.Identifiers;
using Collaborations.Tests.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Contacts;

/// <summary>An address book: who is in it, under which code, and for whom.</summary>
public sealed class ContactTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task Of_fifty_who_take_one_code_at_once_One_has_it()
    {
        using var book = await AddressBook.OpenAsync(app);
        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(number => book.AddAsync("Ann", $"Roe{number}", "ROE")));
        Assert.Single(replies, reply => reply.Status == HttpStatusCode.Created);
        Assert.All(replies.Where(reply => reply.Status != HttpStatusCode.Created), reply => Assert.Equal("code-taken", reply.Code));
        Assert.Single((await book.GetAsync("?q=ROE"))["contacts"].AsArray());
    }

    [Fact]
    public async Task Fifty_of_the_same_name_at_once_All_get_codes_of_their_own()
    {
        using var book = await AddressBook.OpenAsync(app);
        var replies = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => book.AddAsync("Peter", "Falk")));
        var codes = replies.Select(reply => reply["contact"]["code"]!.GetValue<string>()).ToHashSet();
        Assert.Equal(50, codes.Count);
        Assert.Contains("FALKP", codes);
        Assert.Contains("FALKP2", codes);
    }

    [Fact]
    public async Task A_code_that_is_given_up_Is_free_and_the_new_one_is_not()
    {
        using var book = await AddressBook.OpenAsync(app);
        var added = await book.AddAsync("Ann", "Roe", "roe-1");
        var id = added["contact"]["contactId"]!.GetValue<string>();
        Assert.Equal("ROE-1", added["contact"]["code"]!.GetValue<string>());
        var changed = await book.PutAsync(id, Form("Ann", "Roe", "ROE-2"), added.Text("version"));
        Assert.Equal(HttpStatusCode.OK, changed.Status);
        Assert.True((await book.GetAsync("/code?code=roe-1"))["free"].GetValue<bool>());
        Assert.False((await book.GetAsync("/code?code=roe-2"))["free"].GetValue<bool>());
        Assert.True((await book.GetAsync($"/code?code=roe-2&contact={id}"))["free"].GetValue<bool>());
        Assert.Equal(HttpStatusCode.Created, (await book.AddAsync("Bea", "Roe", "ROE-1")).Status);
    }

    [Fact]
    public async Task Availability_Suggests_a_code_that_is_free()
    {
        using var book = await AddressBook.OpenAsync(app);
        Assert.Equal("FALKP", (await book.GetAsync("/code?firstName=Peter&lastName=Falk")).Text("suggestion"));
        await book.AddAsync("Petra", "Falkenberg");
        var asked = await book.GetAsync("/code?code=falkp&firstName=Peter&lastName=Falk");
        Assert.False(asked["free"].GetValue<bool>());
        Assert.Equal("FALKP2", asked.Text("suggestion"));
        Assert.Equal("MULLJ", (await book.GetAsync("/code?firstName=J%C3%B6rg&lastName=M%C3%BCller")).Text("suggestion"));
    }

    [Fact]
    public async Task A_form_that_was_filled_from_an_older_version_Changes_nothing()
    {
        using var book = await AddressBook.OpenAsync(app);
        var added = await book.AddAsync("Ann", "Roe");
        var id = added["contact"]["contactId"]!.GetValue<string>();
        Assert.Equal(HttpStatusCode.OK, (await book.PutAsync(id, Form("Anna", "Roe", null), added.Text("version"))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await book.PutAsync(id, Form("Bea", "Roe", null), added.Text("version"))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await book.PutAsync(id, Form("Bea", "Roe", null), version: null)).Status);
        Assert.Equal("Anna", (await book.GetAsync($"/{id}"))["contact"]["firstName"]!.GetValue<string>());
    }

    [Fact]
    public async Task One_that_is_archived_Is_found_among_the_archived_only_keeps_its_code_and_comes_back()
    {
        using var book = await AddressBook.OpenAsync(app);
        var id = await book.IdOfAsync("Ann", "Roe", "ROE");
        await book.PostAsync($"/{id}/archive");
        Assert.Equal(HttpStatusCode.OK, (await book.PostAsync($"/{id}/archive")).Status);
        Assert.Empty(await book.FoundAsync("roe"));
        Assert.Equal(["Ann Roe"], await book.FoundAsync("roe", archived: true));
        Assert.Equal("code-taken", (await book.AddAsync("Bea", "Roe", "ROE")).Code);
        await book.PostAsync($"/{id}/restore");
        Assert.Equal(["Ann Roe"], await book.FoundAsync("roe"));
        Assert.Empty(await book.FoundAsync("roe", archived: true));
    }

    [Fact]
    public async Task Two_with_one_address_Are_pointed_out_to_each_other_and_not_refused()
    {
        using var book = await AddressBook.OpenAsync(app);
        var first = (await book.AddAsync("Ann", "Roe", email: "Desk@Lab.example"))["contact"]["contactId"]!.GetValue<string>();
        var second = await book.AddAsync("Bea", "Doe", email: "desk@lab.example");
        Assert.Equal([first], second["contact"]["sameEmail"]!.AsArray().Select(id => id!.GetValue<string>()));
        var list = (await book.GetAsync())["contacts"].AsArray();
        Assert.All(list, each => Assert.Single(each!["sameEmail"]!.AsArray()));
        var id = second["contact"]["contactId"]!.GetValue<string>();
        await book.PutAsync(id, new { firstName = "Bea", lastName = "Doe", type = "other", email = "bea@lab.example" }, second.Text("version"));
        Assert.Empty((await book.GetAsync($"/{first}"))["contact"]["sameEmail"]!.AsArray());
    }

    [Theory]
    [InlineData("firstName", " ", "required")]
    [InlineData("email", "", "required")]
    [InlineData("email", "no-address", "email-malformed")]
    [InlineData("type", "plumber", "contact-type-unknown")]
    [InlineData("phone", "12", "phone-malformed")]
    [InlineData("phone", "+49 30 901820", "phone-country-not-served")]
    [InlineData("code", "=1+1", "code-malformed")]
    [InlineData("code", "A B", "code-malformed")]
    [InlineData("code", "ABCDEFGHIJKLMNOPQRSTU", "too-long")]
    public async Task What_cannot_be_Is_refused_by_its_field(string field, string value, string code)
    {
        using var book = await AddressBook.OpenAsync(app);
        using var person = app.CreatePerson();
        await person.SignInAsync("ben.lindqvist@riverside.example", app.Password);
        var form = new Dictionary<string, string> { ["firstName"] = "Ann", ["lastName"] = "Roe", ["type"] = "other", ["email"] = "a@b.example", [field] = value };
        var refused = await person.PostAsync(book.Path, form);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(code, refused["errors"][field]!.AsArray().Select(each => each!.GetValue<string>()));
        Assert.Empty((await book.GetAsync())["contacts"].AsArray());
    }

    [Fact]
    public async Task A_type_of_the_practice_Is_offered_and_taken()
    {
        using var book = await AddressBook.OpenAsync(app);
        var added = await book.AddAsync("Ann", "Roe", type: "ORTHO LAB");
        Assert.Equal("Ortho lab", added["contact"]["type"]!.GetValue<string>());
        Assert.Equal("Ortho lab", Assert.Single((await book.GetAsync())["types"].AsArray())!.GetValue<string>());
    }

    [Fact]
    public async Task To_another_practice_There_is_no_such_contact_and_no_such_book()
    {
        using var book = await AddressBook.OpenAsync(app);
        var id = await book.IdOfAsync("Ann", "Roe");
        using var other = app.CreatePerson();
        var (practice, _) = await other.SignInAsMemberAsync("chloe.martin@riverside.example", app.Password);
        foreach (var path in new[] { book.Path, $"{book.Path}/{id}", $"{book.Path}/code", $"{book.Path}/csv", $"practices/{practice}/contacts/{id}" })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync(path)).Status);
        }

        Assert.Equal(HttpStatusCode.NotFound, (await other.PutAsync($"practices/{practice}/contacts/{id}", Form("Eve", "Roe", null), "\"x\"")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"practices/{practice}/contacts/{id}/archive")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync(book.Path, Form("Eve", "Roe", null))).Status);
    }

    [Fact]
    public async Task One_that_is_put_back_while_it_is_being_archived_Is_found()
    {
        using var book = await AddressBook.OpenAsync(app);
        var id = await book.IdOfAsync("Ann", "Roe", "ROE");
        var contact = Identifier.Parse<ContactId>(id);
        var before = (await app.Services.GetRequiredService<ContactStore>().FindAsync(book.Practice, contact, default))!;
        var slower = ActivatorUtilities.CreateInstance<ContactStore>(
            app.Services, Interruption.In(app, "Contacts", Moment.After, () => book.PostAsync($"/{id}/restore")));
        Assert.True(await slower.WriteAsync(book.Practice, new ContactChange(contact, before, before.Record with { Archived = true }), default));
        Assert.Equal(["Ann Roe"], await book.FoundAsync("roe"));
        Assert.Empty(await book.FoundAsync("roe", archived: true));
    }

    private static object Form(string first, string last, string? code) => new { firstName = first, lastName = last, code, email = "a@b.example", type = "other" };
}
