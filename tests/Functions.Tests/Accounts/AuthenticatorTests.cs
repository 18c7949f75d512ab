using System.Net;
using Collaborations.Tests.Story;
using OtpNet;

namespace Collaborations.Tests.Accounts;

/// <summary>An authenticator app: set up with the password and a first code, then asked for at every sign-in; each code is right once.</summary>
public sealed class AuthenticatorTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Email = "ben.lindqvist@riverside.example";
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(30);

    [Fact]
    public async Task Set_up_Is_asked_for_at_every_sign_in_And_a_code_is_right_once()
    {
        using var owner = app.CreatePerson();
        await owner.SignInAsync(Email, app.Password);
        Assert.Equal("wrong-password", (await owner.PostAsync("account/authenticator", new { password = "not this one" })).Body!["errors"]!["password"]![0]!.GetValue<string>());
        Assert.Equal("no-authenticator", (await owner.PostAsync("account/authenticator/confirm", new { code = "123456" })).Code);
        var enrolment = await owner.PostAsync("account/authenticator", new { password = app.Password });
        Assert.StartsWith("otpauth://totp/", enrolment.Text("uri"), StringComparison.Ordinal);
        Assert.StartsWith("M", enrolment.Text("qrPath"), StringComparison.Ordinal);
        var device = new Totp(Base32Encoding.ToBytes(enrolment.Text("secret").Replace(" ", "", StringComparison.Ordinal)));

        // Not in force before the first code.
        using var early = app.CreatePerson();
        Assert.Equal("done", (await early.SignInAsync(Email, app.Password)).Text("step"));
        Assert.Equal("wrong-code", (await owner.PostAsync("account/authenticator/confirm", new { code = "abcdef" })).Body!["errors"]!["code"]![0]!.GetValue<string>());
        var first = Code(device);
        Assert.True((await owner.PostAsync("account/authenticator/confirm", new { code = first }))["authenticator"].GetValue<bool>());

        using var person = app.CreatePerson();
        var begun = await person.SignInAsync(Email, app.Password);
        Assert.Equal("delivery", begun.Text("step"));
        Assert.True(begun["authenticator"].GetValue<bool>());
        Assert.Equal(HttpStatusCode.Unauthorized, (await person.GetAsync("session")).Status);
        Assert.Equal(HttpStatusCode.BadRequest, (await person.PostAsync("sign-in/authenticator", new { code = first })).Status);
        app.Clock.Advance(Step);
        var next = Code(device);
        using var same = app.CreatePerson();
        await same.SignInAsync(Email, app.Password);
        var answers = await Task.WhenAll(
            person.PostAsync("sign-in/authenticator", new { code = next }), same.PostAsync("sign-in/authenticator", new { code = next }));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);

        // A clock that is a step behind is let in; one that is two behind is not.
        app.Clock.Advance(2 * Step);
        var behind = Code(device);
        app.Clock.Advance(2 * Step);
        using var late = app.CreatePerson();
        await late.SignInAsync(Email, app.Password);
        Assert.Equal(HttpStatusCode.BadRequest, (await late.PostAsync("sign-in/authenticator", new { code = behind })).Status);
        var near = Code(device);
        app.Clock.Advance(Step);
        Assert.Equal("done", (await late.PostAsync("sign-in/authenticator", new { code = near })).Text("step"));

        // A telephone does as well, for who has lost the app.
        using var lost = app.CreatePerson();
        var phone = (await lost.SignInAsync(Email, app.Password))["phones"][0]!["phoneId"]!.GetValue<string>();
        await lost.PostAsync("sign-in/delivery", new { phoneId = phone, channel = "text" });
        var text = await app.CreateOutbox().LatestAsync("+12025550102");
        Assert.Equal("code", (await lost.GetAsync("sign-in")).Text("step"));
        Assert.Equal("done", (await lost.PostAsync("sign-in/code", new { code = OutboxReader.CodeOf(text) })).Text("step"));
        Assert.False((await lost.PostAsync("account/authenticator/remove", new { password = app.Password }))["authenticator"].GetValue<bool>());
        using var after = app.CreatePerson();
        Assert.Equal("done", (await after.SignInAsync(Email, app.Password)).Text("step"));
    }

    [Fact]
    public async Task Guessed_Is_refused_after_ten_tries_in_an_hour_Even_where_the_code_is_right()
    {
        const string Guessed = "chloe.martin@riverside.example";
        using var owner = app.CreatePerson();
        await owner.SignInAsync(Guessed, app.Password);
        var enrolment = await owner.PostAsync("account/authenticator", new { password = app.Password });
        var device = new Totp(Base32Encoding.ToBytes(enrolment.Text("secret").Replace(" ", "", StringComparison.Ordinal)));
        await owner.PostAsync("account/authenticator/confirm", new { code = Code(device) });
        app.Clock.Advance(TimeSpan.FromHours(1));
        using var thief = app.CreatePerson();
        await thief.SignInAsync(Guessed, app.Password);
        for (var tries = 0; tries < 10; tries++)
        {
            Assert.Equal(HttpStatusCode.BadRequest, (await thief.PostAsync("sign-in/authenticator", new { code = "12345" })).Status);
        }

        Assert.Equal("too-many-tries", (await thief.PostAsync("sign-in/authenticator", new { code = Code(device) })).Code);
        Assert.Equal(HttpStatusCode.Unauthorized, (await thief.GetAsync("session")).Status);
    }

    private string Code(Totp device) => device.ComputeTotp(app.Clock.GetUtcNow().UtcDateTime);
}
