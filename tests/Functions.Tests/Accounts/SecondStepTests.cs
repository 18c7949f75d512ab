using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Accounts.Authenticators;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Accounts;

/// <summary>A practice that asks its people for a code at every sign-in.</summary>
public sealed class SecondStepTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";

    [Fact]
    public async Task Asked_for_Signs_nobody_in_without_the_code_and_once_with_it()
    {
        using var manager = app.CreatePerson();
        var signedIn = await manager.SignInAsync("amara.okafor@riverside.example", app.Password);
        var settings = $"practices/{signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>()}/settings";
        var read = await manager.GetAsync(settings);
        var changed = (JsonObject)read.Body!;
        changed["secondStepProfessionals"] = true;
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await manager.PutAsync(settings, changed)).Status);
        Assert.Equal(HttpStatusCode.OK, (await manager.PutAsync(settings, changed, read.Version)).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await manager.PutAsync(settings, changed, read.Version)).Status);

        using var doctor = app.CreatePerson();
        var begun = await doctor.SignInAsync(Doctor, app.Password);
        Assert.Equal("delivery", begun.Text("step"));
        Assert.Equal("•• 02", begun["phones"][0]!["masked"]!.GetValue<string>());
        Assert.Equal(HttpStatusCode.Unauthorized, (await doctor.GetAsync("session")).Status);
        var phone = begun["phones"][0]!["phoneId"]!.GetValue<string>();
        await doctor.PostAsync("sign-in/delivery", new { phoneId = phone, channel = "call" });
        var code = OutboxReader.CodeOf(await app.CreateOutbox().LatestAsync("+12025550102"));

        // The code is this browser's: another that knows the password has another.
        using var thief = app.CreatePerson();
        await thief.SignInAsync(Doctor, app.Password);
        Assert.Equal("step-out-of-order", (await thief.PostAsync("sign-in/code", new { code })).Code);

        // Nobody is let through for want of a telephone.
        const string Colleague = "chloe.martin@riverside.example";
        await app.ChangeAccountAsync(Colleague, account => account with { Phones = [] });
        using var colleague = app.CreatePerson();
        Assert.Equal("no-phone", (await colleague.SignInAsync(Colleague, app.Password)).Code);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => doctor.PostAsync("sign-in/code", new { code })));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        Assert.Equal("done", answers.Single(answer => answer.Status == HttpStatusCode.OK).Text("step"));
        Assert.Equal(HttpStatusCode.OK, (await doctor.GetAsync("session")).Status);
    }

    [Fact]
    public async Task Begun_thirty_times_in_a_day_Is_begun_no_more_until_the_next()
    {
        const string Manager = "amara.okafor@riverside.example";
        await app.ChangeAccountAsync(Manager, account => account with { Authenticator = new AuthenticatorApp("never opened", 0) });
        using var thief = app.CreatePerson();
        for (var times = 0; times < 30; times++)
        {
            Assert.Equal("delivery", (await thief.SignInAsync(Manager, app.Password)).Text("step"));
            app.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        Assert.Equal("too-many-sign-ins", (await thief.SignInAsync(Manager, app.Password)).Code);
        app.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal("delivery", (await thief.SignInAsync(Manager, app.Password)).Text("step"));
    }
}
