using System.Net;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Accounts;

/// <summary>The telephones of an account: added with the password and a code, told by email, and never the last one removed.</summary>
public sealed class PhoneTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Email = "ben.lindqvist@riverside.example";
    private const string New = "+12025550177";

    [Fact]
    public async Task Added_Proves_itself_by_a_code_And_its_owner_is_told()
    {
        using var owner = app.CreatePerson();
        await owner.SignInAsync(Email, app.Password);
        Assert.Equal("step-out-of-order", (await owner.PostAsync("account/phones/code", new { code = "123456" })).Code);
        Assert.Equal("step-out-of-order", (await owner.PostAsync("account/phones/code/resend")).Code);
        Assert.Equal("wrong-password", Error(await AddAsync(owner, New, "not this one"), "password"));
        Assert.Equal("phone-malformed", Error(await AddAsync(owner, "12"), "number"));
        Assert.Equal("phone-country-not-served", Error(await AddAsync(owner, "+4915112345678"), "number"));
        Assert.Equal("phone-not-allowed", Error(await AddAsync(owner, "+18005550199"), "number"));
        Assert.Equal("phone-known", Error(await AddAsync(owner, "+12025550102"), "number"));
        Assert.Single((await owner.GetAsync("account"))["phones"].AsArray());

        var begun = await AddAsync(owner, "(202) 555-0177");
        Assert.Equal("•• 77", begun["newPhone"]["masked"]!.GetValue<string>());
        Assert.Equal("wrong-code", Error(await owner.PostAsync("account/phones/code", new { code = "000000" }), "code"));
        var outdated = OutboxReader.CodeOf(await app.CreateOutbox().LatestAsync(New));
        app.Clock.Advance(TimeSpan.FromSeconds(31));
        await owner.PostAsync("account/phones/code/resend");
        var code = OutboxReader.CodeOf(await app.CreateOutbox().LatestAsync(New, 2));
        Assert.Equal(HttpStatusCode.BadRequest, (await owner.PostAsync("account/phones/code", new { code = outdated })).Status);

        // A reload finds the code still asked for; nobody else is asked.
        Assert.NotNull((await owner.GetAsync("account")).Body!["newPhone"]);
        using var other = app.CreatePerson();
        await other.SignInAsync("chloe.martin@riverside.example", app.Password);
        Assert.Equal("step-out-of-order", (await other.PostAsync("account/phones/code", new { code })).Code);
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => owner.PostAsync("account/phones/code", new { code })));
        var added = Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal(2, added["phones"].AsArray().Count);
        Assert.Null(added.Body!["newPhone"]);
        Assert.Contains("How you sign in was changed", (await app.CreateOutbox().LatestAsync(Email))["subject"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Added_from_four_windows_at_once_Sends_one_code()
    {
        const string Number = "+12025550179";
        using var owner = app.CreatePerson();
        await owner.SignInAsync("chloe.martin@riverside.example", app.Password);
        // Five codes an hour is the number's limit: these are within it.
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => AddAsync(owner, Number)));

        Assert.Contains(answers, answer => answer.Status is HttpStatusCode.OK or HttpStatusCode.Accepted);
        var code = OutboxReader.CodeOf(await app.CreateOutbox().LatestAsync(Number));
        Assert.Single(await app.CreateOutbox().AllAsync(Number));
        Assert.Equal(HttpStatusCode.OK, (await owner.PostAsync("account/phones/code", new { code })).Status);
    }

    [Fact]
    public async Task A_code_that_went_to_another_number_than_is_noted_Adds_neither()
    {
        const string Email = "chloe.martin@riverside.example";
        const string Number = "+12025550181";
        using var owner = app.CreatePerson();
        await owner.SignInAsync(Email, app.Password);
        var phones = (await owner.GetAsync("account"))["phones"].ToJsonString();
        Assert.NotNull((await AddAsync(owner, Number)).Body!["newPhone"]);
        var code = OutboxReader.CodeOf(await app.CreateOutbox().LatestAsync(Number));

        // As two windows leave it that add a number each at the same instant.
        await app.ChangeAccountAsync(
            Email, account => account with { NewPhone = account.NewPhone! with { Phone = account.NewPhone.Phone with { Number = "+12025550182" } } });
        Assert.Equal("step-out-of-order", (await owner.PostAsync("account/phones/code", new { code })).Code);
        Assert.Equal(phones, (await owner.GetAsync("account"))["phones"].ToJsonString());

        // As it was, for the others.
        await app.ChangeAccountAsync(Email, account => account with { NewPhone = null });
    }

    [Fact]
    public async Task Removed_Needs_the_password_And_the_last_one_stays()
    {
        using var owner = app.CreatePerson();
        await owner.SignInAsync("amara.okafor@riverside.example", app.Password);
        await owner.SendAsync(HttpMethod.Patch, "account", new { notifications = new[] { new { @event = "newMessage", way = "text" } } });
        var old = (await owner.GetAsync("account"))["phones"][0]!["phoneId"]!.GetValue<string>();
        Assert.Equal("last-phone", (await RemoveAsync(owner, old)).Code);

        const string Landline = "+12025550178";
        Assert.Equal("not-a-text-number", Error(await owner.PostAsync("account/phones", new { password = app.Password, number = Landline, kind = "landline", channel = "text" }), "channel"));
        await owner.PostAsync("account/phones", new { password = app.Password, number = Landline, kind = "landline", channel = "call" });
        await owner.PostAsync("account/phones/code", new { code = OutboxReader.CodeOf(await app.CreateOutbox().LatestAsync(Landline)) });
        Assert.Equal("wrong-password", Error(await owner.PostAsync($"account/phones/{old}/remove", new { password = "not this one" }), "password"));

        // No cell phone is left for the texts that were chosen: emails come instead.
        var left = await RemoveAsync(owner, old);
        Assert.Equal("•• 78", Assert.Single(left["phones"].AsArray())!["masked"]!.GetValue<string>());
        Assert.Equal("email", left["notifications"][0]!["way"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.NotFound, (await RemoveAsync(owner, old)).Status);
    }

    private static string Error(Reply reply, string field) => reply.Body!["errors"]![field]![0]!.GetValue<string>();

    private Task<Reply> AddAsync(Person owner, string number, string? password = null) =>
        owner.PostAsync("account/phones", new { password = password ?? app.Password, number, kind = "cell", channel = "text" });

    private Task<Reply> RemoveAsync(Person owner, string phone) => owner.PostAsync($"account/phones/{phone}/remove", new { password = app.Password });
}
