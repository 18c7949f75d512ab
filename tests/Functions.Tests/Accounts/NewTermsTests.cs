using System.Net;
using Collaborations.Accounts;
using Microsoft.Extensions.DependencyInjection;

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

    private async Task AcceptedOthersAsync()
    {
        Assert.True(EmailAddress.TryRead(Doctor, out var email));
        var id = await app.Services.GetRequiredService<AccountEmailStore>().FindAsync(email, CancellationToken.None);
        await app.Services.GetRequiredService<AccountStore>().ChangeAsync<Done>(
            id!.Value, account => (account with { TermsVersion = "2020-01" }, Done.Instance), CancellationToken.None);
    }
}
