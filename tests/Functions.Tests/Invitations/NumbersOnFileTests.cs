using System.Net;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Invitations;

/// <summary>Where the practice asks no birth date, the numbers that it has are offered from the beginning.</summary>
public sealed class NumbersOnFileTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task With_a_number_on_file_It_is_offered_and_without_one_a_number_is_asked_for()
    {
        await app.ChangeSettingsAsync(settings => settings["birthDateCheck"] = false);
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password);
        using var known = app.CreatePerson();
        await InviteAsync(known, doctor, await doctor.CaseAsync(practice, "Kim"), "grace.kim@home.example");
        Assert.Equal("phone", (await known.GetAsync("registration")).Text("step"));
        var offered = await ChooseAsync(known);
        Assert.Equal((HttpStatusCode.OK, "delivery"), (offered.Status, offered.Text("step")));
        var phone = Assert.Single(offered["phones"].AsArray())!;
        Assert.EndsWith("30", phone["masked"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("2025550130", phone.ToJsonString(), StringComparison.Ordinal);

        var made = await doctor.PostAsync($"practices/{practice}/patients", new { firstName = "Nona", lastName = "Phoneless", birthDate = "1990-01-01" });
        var @case = await doctor.PostAsync($"practices/{practice}/cases", new { patientId = made.Text("patientId"), title = "Crown" });
        using var unknown = app.CreatePerson();
        await InviteAsync(unknown, doctor, $"practices/{practice}/cases/{@case.Text("caseId")}", "nona@home.example");
        Assert.Equal("phone-required", (await ChooseAsync(unknown)).Code);
        var typed = await unknown.PostAsync("registration/phones", new { phones = new[] { new { number = "+12025550164", kind = "cell" } } });
        Assert.Equal("delivery", typed.Text("step"));
    }

    private static Task<Reply> ChooseAsync(Person person) => person.PostAsync("registration/phones", new { phones = Array.Empty<object>() });

    private async Task InviteAsync(Person person, Person doctor, string @case, string email)
    {
        Assert.Equal(HttpStatusCode.Created, (await doctor.PostAsync($"{@case}/patient-talk/invitation", new { email, confirmEmail = email })).Status);
        person.Token = await app.CreateOutbox().TokenAsync(email, 1);
    }
}
