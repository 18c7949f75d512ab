using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Accounts;
using Collaborations.Accounts.Authenticators;
using Collaborations.Accounts.Proofs;
using Collaborations.Identifiers;
using Collaborations.Security;
using Collaborations.Terms;
using Collaborations.Tests.Fhir;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

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
    public async Task Cut_off_after_the_right_code_and_before_the_session_Goes_on_when_it_is_answered_again()
    {
        const string Email = "noor.haddad@second-step.example";
        Assert.True(EmailAddress.TryRead(Email, out var address));
        var account = (await app.Services.GetRequiredService<AccountRegistry>().RegisterAsync(
            new NewAccount(address, "Noor Haddad", Language.English, "America/New_York", app.Password, [], TermsOfUse.Version, app.Clock.GetUtcNow(), []), default)).Value;
        using var clinic = await Clinic.OpenAsync(app);
        await app.Services.GetRequiredService<AffiliationStore>().AddAsync(
            account, new Affiliation(AffiliationKind.Patient, clinic.Id, Guid.CreateVersion7()), default);
        await app.ChangeAccountAsync(Email, each => each with { Authenticator = new AuthenticatorApp("never opened", 0) });
        var cookies = new CookieContainer();
        using var person = app.CreatePerson(cookies);
        Assert.Equal("delivery", (await person.SignInAsync(Email, app.Password)).Text("step"));
        var token = cookies.GetCookies(new Uri(CollaborationsApp.Address))["__Host-sign-in"]!.Value;
        await app.Services.GetRequiredService<ProofStore>().ChangeAsync<Done>(
            ProofId.From(DerivedSecrets.IdOf(token)!.Value), proof => (proof with { Verified = true }, Done.Instance), default);
        Assert.Equal("done", (await person.PostAsync("sign-in/code", new { code = "000000" })).Text("step"));
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("session")).Status);
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
