using System.Net;

namespace Collaborations.Tests.Accounts;

/// <summary>Somebody who accepted terms that are no longer in force.</summary>
public sealed class NewTermsTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";

    [Fact]
    public async Task Signed_in_Can_do_nothing_but_accept_the_new_ones_and_then_everything()
    {
        await AcceptedOthersAsync();
        using var doctor = app.CreatePerson();
        var signedIn = await doctor.SignInAsync(Doctor, app.Password);
        Assert.True(signedIn["session"]["needsTerms"]!.GetValue<bool>());
        Assert.Equal("terms-not-accepted", (await doctor.GetAsync("account")).Code);
        Assert.Equal("other-terms", (await doctor.PostAsync("session/terms", new { version = "2020-01" })).Code);
        var version = (await doctor.GetAsync("terms")).Text("version");
        var accepted = await doctor.PostAsync("session/terms", new { version });
        Assert.False(accepted["needsTerms"].GetValue<bool>());
        Assert.Equal(HttpStatusCode.OK, (await doctor.GetAsync("account")).Status);

        using var again = app.CreatePerson();
        Assert.False((await again.SignInAsync(Doctor, app.Password))["session"]["needsTerms"]!.GetValue<bool>());
    }

    [Fact]
    public async Task Signed_in_already_Goes_on_until_the_next_sign_in()
    {
        using var doctor = app.CreatePerson();
        await doctor.SignInAsync(Doctor, app.Password);
        await AcceptedOthersAsync();
        Assert.Equal(HttpStatusCode.OK, (await doctor.GetAsync("account")).Status);
        Assert.False((await doctor.GetAsync("session"))["needsTerms"].GetValue<bool>());
    }

    private Task AcceptedOthersAsync() => app.ChangeAccountAsync(Doctor, account => account with { TermsVersion = "2020-01" });
}
