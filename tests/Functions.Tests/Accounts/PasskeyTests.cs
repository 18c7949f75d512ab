using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Accounts.Authenticators;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Accounts;

/// <summary>Passkeys: added with the password, right once, of this site and of somebody who was there, and gone when they are removed.</summary>
public sealed class PasskeyTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Origin = "https://localhost";
    private const string RpId = "localhost";

    [Fact]
    public async Task Added_Signs_in_without_a_password_or_a_second_step_Once_for_each_challenge_And_not_when_removed()
    {
        const string Email = "ben.lindqvist@riverside.example";
        using var device = new SoftwareAuthenticator(Origin, RpId);
        using var owner = app.CreatePerson();
        await owner.SignInAsync(Email, app.Password);
        Assert.Equal("wrong-password", (await owner.PostAsync("account/passkeys/options", new { password = "not this one" })).Body!["errors"]!["password"]![0]!.GetValue<string>());
        var added = await AddAsync(owner, device);
        Assert.Equal(HttpStatusCode.OK, added.Status);
        var id = added["passkeys"][0]!["passkeyId"]!.GetValue<string>();
        var notice = await app.CreateOutbox().LatestAsync(Email);
        Assert.Contains("How you sign in was changed", notice["subject"]!.GetValue<string>(), StringComparison.Ordinal);

        // An authenticator app, whose code would be asked for after a password.
        await app.ChangeAccountAsync(Email, account => account with { Authenticator = new AuthenticatorApp("never opened", 0) });
        using var elsewhere = app.CreatePerson();
        var answer = device.Get((await elsewhere.PostAsync("sign-in/passkey/options"))["options"]);
        var signedIn = await elsewhere.PostAsync("sign-in/passkey", new { credential = answer });
        Assert.Equal("done", signedIn.Text("step"));
        Assert.Equal(HttpStatusCode.OK, (await elsewhere.GetAsync("session")).Status);
        Assert.NotNull((await elsewhere.GetAsync("account"))["passkeys"][0]!["lastUsedAt"]);

        // The same signature again, and one for a challenge of another browser.
        Assert.Equal("passkey-unknown", (await elsewhere.PostAsync("sign-in/passkey", new { credential = answer })).Code);
        using var thief = app.CreatePerson();
        var theirs = device.Get((await elsewhere.PostAsync("sign-in/passkey/options"))["options"]);
        await thief.PostAsync("sign-in/passkey/options");
        Assert.Equal("passkey-unknown", (await thief.PostAsync("sign-in/passkey", new { credential = theirs })).Code);

        var removed = await owner.PostAsync($"account/passkeys/{id}/remove", new { password = app.Password });
        Assert.Empty(removed["passkeys"].AsArray());
        var late = device.Get((await thief.PostAsync("sign-in/passkey/options"))["options"]);
        Assert.Equal("passkey-unknown", (await thief.PostAsync("sign-in/passkey", new { credential = late })).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("session")).Status);
    }

    [Fact]
    public async Task Of_a_false_site_Of_nobody_who_was_there_Too_late_Or_broken_Is_refused()
    {
        using var owner = app.CreatePerson();
        await owner.SignInAsync("chloe.martin@riverside.example", app.Password);
        using var device = new SoftwareAuthenticator(Origin, RpId);
        Assert.Equal(HttpStatusCode.OK, (await AddAsync(owner, device)).Status);

        using var phished = new SoftwareAuthenticator("https://riverside.evil.example", RpId);
        Assert.Equal("passkey-not-taken", (await AddAsync(owner, phished)).Code);
        using var foreign = new SoftwareAuthenticator(Origin, "evil.example");
        Assert.Equal("passkey-not-taken", (await AddAsync(owner, foreign)).Code);
        Assert.Equal("passkey-not-taken", (await owner.PostAsync("account/passkeys", new { credential = new { id = 1 } })).Code);
        Assert.Equal("passkey-not-taken", (await AddAsync(owner, device)).Code);

        using var person = app.CreatePerson();
        device.Flags = 0x01;
        Assert.Equal("passkey-unknown", (await SignInAsync(person, device)).Code);
        device.Flags = 0x05;
        var options = (await person.PostAsync("sign-in/passkey/options"))["options"];
        app.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.Equal("passkey-unknown", (await person.PostAsync("sign-in/passkey", new { credential = device.Get(options) })).Code);
        Assert.Equal("passkey-unknown", (await person.PostAsync("sign-in/passkey", new { credential = new { id = "AAAA", response = 7 } })).Code);
        Assert.Equal("done", (await SignInAsync(person, device)).Text("step"));
    }

    [Fact]
    public async Task Ten_Are_taken_and_the_eleventh_is_not()
    {
        using var owner = app.CreatePerson();
        await owner.SignInAsync("amara.okafor@riverside.example", app.Password);
        for (var number = 1; number <= 10; number++)
        {
            Assert.Equal(number, (await AddNewAsync(owner))["passkeys"].AsArray().Count);

            // Each asks for the password, which can be asked for ten times an hour.
            app.Clock.Advance(TimeSpan.FromMinutes(20));
        }

        Assert.Equal("too-many-passkeys", (await owner.PostAsync("account/passkeys/options", new { password = app.Password })).Code);
    }

    private static async Task<Reply> SignInAsync(Person person, SoftwareAuthenticator device) =>
        await person.PostAsync("sign-in/passkey", new { credential = device.Get((await person.PostAsync("sign-in/passkey/options"))["options"]) });

    private async Task<Reply> AddNewAsync(Person owner)
    {
        using var device = new SoftwareAuthenticator(Origin, RpId);
        return await AddAsync(owner, device);
    }

    private async Task<Reply> AddAsync(Person owner, SoftwareAuthenticator device)
    {
        var options = await owner.PostAsync("account/passkeys/options", new { password = app.Password });
        return await owner.PostAsync("account/passkeys", new { credential = device.Create((JsonNode)options["options"]) });
    }
}
