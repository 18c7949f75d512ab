using System.Net;

namespace Collaborations.Tests.Accounts;

/// <summary>What keeps an account its owner's, and lets the owner back in.</summary>
public sealed class AccountSafetyTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";

    [Fact]
    public async Task In_another_browser_than_before_Its_owner_is_told_once()
    {
        const string Email = "chloe.martin@riverside.example";
        const string Subject = "A new device signed in to your account";
        using var first = app.CreatePerson();
        await first.SignInAsync(Email, app.Password);
        using var second = app.CreatePerson();
        await second.SignInAsync(Email, app.Password);
        await app.CreateOutbox().FindAsync(Email, Subject);

        // Both are known by now, also after they signed out; a third is not, and what is told of it comes after all else.
        await second.PostAsync("sign-out");
        await second.SignInAsync(Email, app.Password);
        await first.SignInAsync(Email, app.Password);
        using var third = app.CreatePerson();
        await third.SignInAsync(Email, app.Password);
        await app.CreateOutbox().LatestAsync(Email, 2);
        Assert.Equal(2, (await app.CreateOutbox().AllAsync(Email)).Count(email => email["subject"]!.GetValue<string>() == Subject));
    }

    [Fact]
    public async Task Locked_out_A_patient_is_let_in_again_by_a_manager_and_by_nobody_else()
    {
        const string Email = "grace.kim@home.example";
        const string Words = "nine amber kites drift";
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        await doctor.PostAsync($"{await doctor.CaseAsync(practice, "Kim")}/patient-talk/invitation", new { email = Email, confirmEmail = Email });
        using var patient = app.CreatePerson();
        await patient.RegisterAsync(app.CreateOutbox(), Email, "1980-07-27", "+12025550130", Words);
        for (var tries = 0; tries < 5; tries++)
        {
            await patient.SignInAsync(Email, "not the password at all");
        }

        Assert.Equal("wrong-credentials", (await patient.SignInAsync(Email, Words)).Code);
        var found = (await doctor.GetAsync($"practices/{practice}/patients?q=Kim"))["patients"][0]!["patientId"]!.GetValue<string>();
        var unlock = $"practices/{practice}/patients/{found}/unlock";
        Assert.Equal(HttpStatusCode.Forbidden, (await doctor.PostAsync(unlock)).Status);
        using var manager = app.CreatePerson();
        await manager.SignInAsync("amara.okafor@riverside.example", app.Password);
        Assert.Equal(HttpStatusCode.NoContent, (await manager.PostAsync(unlock)).Status);
        Assert.Equal("done", (await patient.SignInAsync(Email, Words)).Text("step"));
    }
}
