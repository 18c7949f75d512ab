using System.Net;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Accounts;

/// <summary>A forgotten password: a link, a code, and a new one.</summary>
public sealed class PasswordResetTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string NewPassword = "seven copper owls glide";

    [Fact]
    public async Task With_the_link_and_the_code_The_password_is_new_every_session_over_and_the_lock_too()
    {
        const string Email = "ben.lindqvist@riverside.example";
        using var before = app.CreatePerson();
        await before.SignInAsync(Email, app.Password);
        await app.ChangeAccountAsync(Email, account => account with { Guesses = account.Guesses with { LockedUntil = app.Clock.GetUtcNow().AddHours(1) } });
        using var person = await AskAsync(Email, mails: 1);
        var opened = await person.GetAsync("password-reset");
        Assert.Equal("delivery", opened.Text("step"));
        var phone = opened["phones"][0]!["phoneId"]!.GetValue<string>();
        var sent = await person.PostAsync("password-reset/delivery", new { phoneId = phone, channel = "text" });
        Assert.Equal("code", sent.Text("step"));
        var code = OutboxReader.CodeOf(await app.CreateOutbox().LatestAsync("+12025550102"));
        Assert.Equal("step-out-of-order", (await SetAsync(person)).Code);
        Assert.Equal("wrong-code", (await person.PostAsync("password-reset/code", new { code = code == "000000" ? "000001" : "000000" })).Body!["errors"]!["code"]![0]!.GetValue<string>());
        var proved = await person.PostAsync("password-reset/code", new { code });
        Assert.Equal("proved", proved.Text("step"));
        var @short = await person.PostAsync("password-reset/password", new { password = "short", confirmPassword = "short" });
        Assert.Equal(HttpStatusCode.BadRequest, @short.Status);

        // Whoever else has the email has the link, and not what was proved with it.
        using var other = app.CreatePerson();
        other.Token = person.Token;
        Assert.Equal("delivery", (await other.GetAsync("password-reset")).Text("step"));
        Assert.Equal("other-browser", (await SetAsync(other)).Code);

        // Of two at the same time one sets it, and the link is used up.
        var set = await Task.WhenAll(SetAsync(person), SetAsync(person));
        Assert.Equal(Email, Assert.Single(set, reply => reply.Status == HttpStatusCode.OK).Text("email"));
        Assert.Equal("link-not-open", Assert.Single(set, reply => reply.Status != HttpStatusCode.OK).Code);
        Assert.Equal("link-not-open", (await SetAsync(person)).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await before.GetAsync("session")).Status);
        Assert.Equal("wrong-credentials", (await before.SignInAsync(Email, app.Password)).Code);
        Assert.Equal("done", (await before.SignInAsync(Email, NewPassword)).Text("step"));
        var mail = await app.CreateOutbox().LatestAsync(Email, count: 2);
        Assert.Equal("Your password was changed", mail["subject"]!.GetValue<string>());
    }

    [Fact]
    public async Task Unknown_known_and_known_too_often_Are_answered_alike_and_three_an_hour_are_mailed()
    {
        const string Email = "chloe.martin@riverside.example";
        using var person = app.CreatePerson();
        var unknown = await person.PostAsync("password-resets", new { email = "nobody@nowhere.example" });
        var known = new List<Reply>();
        for (var number = 1; number <= 3; number++)
        {
            known.Add(await person.PostAsync("password-resets", new { email = Email }));
            await app.CreateOutbox().LatestAsync(Email, number);
        }

        known.Add(await person.PostAsync("password-resets", new { email = Email }));
        Assert.All(known, reply => Assert.Equal(unknown, reply));
        Assert.Equal(HttpStatusCode.Accepted, unknown.Status);

        // What was asked for later is done by now, so the fourth mail will not come.
        using var later = await AskAsync("amara.okafor@riverside.example", mails: 1);
        Assert.Equal(3, (await app.CreateOutbox().AllAsync(Email)).Count);
        Assert.Empty(await app.CreateOutbox().AllAsync("nobody@nowhere.example"));
    }

    [Fact]
    public async Task A_link_that_is_an_hour_old_or_cut_Is_not_open()
    {
        using var person = await AskAsync("amara.okafor@riverside.example", mails: 1);
        var token = person.Token!;
        person.Token = token[..^1];
        Assert.Equal("link-not-open", (await person.GetAsync("password-reset")).Code);
        person.Token = token;
        app.Clock.Advance(TimeSpan.FromMinutes(59));
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("password-reset")).Status);
        app.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("link-not-open", (await person.GetAsync("password-reset")).Code);
    }

    [Fact]
    public async Task The_code_asked_for_twice_at_once_Is_sent_once_and_this_browser_goes_on()
    {
        using var person = await AskAsync("chloe.martin@riverside.example", mails: 1);
        var phoneId = (await person.GetAsync("password-reset"))["phones"][0]!["phoneId"]!.GetValue<string>();
        var delivery = new { phoneId, channel = "text" };
        var asked = await Task.WhenAll(person.PostAsync("password-reset/delivery", delivery), person.PostAsync("password-reset/delivery", delivery));
        Assert.Contains(asked, reply => (int)reply.Status < 300);
        var outbox = app.CreateOutbox();
        var code = OutboxReader.CodeOf(await outbox.LatestAsync("+12025550103"));
        Assert.Equal("proved", (await person.PostAsync("password-reset/code", new { code })).Text("step"));
        Assert.Single(await outbox.AllAsync("+12025550103"));
    }

    private static Task<Reply> SetAsync(Person person) =>
        person.PostAsync("password-reset/password", new { password = NewPassword, confirmPassword = NewPassword });

    private async Task<Person> AskAsync(string email, int mails)
    {
        var person = app.CreatePerson();
        await person.PostAsync("password-resets", new { email });
        person.Token = OutboxReader.TokenOf(await app.CreateOutbox().LatestAsync(email, mails));
        return person;
    }
}
