using System.Net;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Terms;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Invitations;

/// <summary>A patient of two practices has one account, and each practice knows of itself only.</summary>
public sealed class TwoPracticesTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string OtherDoctor = "olga.stein@hillside.example";
    private const string Email = "grace.kim@home.example";
    private const string Words = "nine amber kites drift";

    [Fact]
    public async Task Registered_with_one_and_invited_by_the_other_They_see_both_apart()
    {
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var first = await InviteAsync(doctor, await doctor.CaseAsync(practice, "Kim"), "From Riverside");
        using var patient = app.CreatePerson();
        await patient.RegisterAsync(app.CreateOutbox(), Email, "1980-07-27", "+12025550130", Words);

        using var other = app.CreatePerson();
        var hillside = await AddPracticeAsync();
        await other.SignInAsync(OtherDoctor, app.Password);
        var same = new { firstName = "Grace", lastName = "Kim", birthDate = "1980-07-27", language = "en" };
        var there = (await other.PostAsync($"practices/{hillside}/patients", same)).Text("patientId");
        var opened = (await other.PostAsync($"practices/{hillside}/cases", new { patientId = there, title = "A case" })).Text("caseId");
        var second = await InviteAsync(other, $"practices/{hillside}/cases/{opened}", "From Hillside");
        Assert.Equal(("invited", "talking"), (first.Text("state"), second.Text("state")));
        var notice = await app.CreateOutbox().LatestAsync(Email, 2);
        Assert.Equal("A secure message from Hillside", notice["subject"]!.GetValue<string>());

        var threads = (await patient.GetAsync("inbox"))["items"].AsArray();
        Assert.Equal(["Hillside", "Riverside Dental"], threads.Select(each => each!["practiceName"]!.GetValue<string>()).Order());
        var thread = second.Text("threadId");
        Assert.Equal("From Hillside", (await patient.GetAsync($"threads/{thread}"))["messages"][0]!["text"]!.GetValue<string>());

        // Neither practice reaches anything of the other.
        Assert.Equal(HttpStatusCode.NotFound, (await doctor.GetAsync($"threads/{thread}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await doctor.GetAsync($"practices/{hillside}/patients/{there}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"practices/{practice}/cases")).Status);
    }

    private static async Task<Reply> InviteAsync(Person member, string opened, string text)
    {
        await member.PostAsync($"{opened}/patient-talk/invitation", new { email = Email, confirmEmail = Email, firstMessage = text });
        return await member.GetAsync($"{opened}/patient-talk");
    }

    private async Task<PracticeId> AddPracticeAsync()
    {
        var (services, ids) = (app.Services, app.Services.GetRequiredService<IdGenerator>());
        var (practice, member) = (ids.New<PracticeId>(), ids.New<MemberId>());
        await services.GetRequiredService<PracticeStore>().AddAsync(
            practice, new Practice("Hillside", Language.English, "Europe/Berlin", ["DE"], true, false, Practice.UsualDailyCodeCap, false, false), CancellationToken.None);
        Assert.True(EmailAddress.TryRead(OtherDoctor, out var email));
        var account = await services.GetRequiredService<AccountRegistry>().RegisterAsync(
            new NewAccount(email, "Olga Stein", Language.English, "Europe/Berlin", app.Password, [], TermsOfUse.Version, app.Clock.GetUtcNow(), []), CancellationToken.None);
        await services.GetRequiredService<MemberStore>().AddAsync(
            practice, member, new Member("Olga", "Stein", OtherDoctor, MemberRole.Doctor, true, false, account.Value, false, null), CancellationToken.None);
        await services.GetRequiredService<AffiliationStore>().AddAsync(
            account.Value, new Affiliation(AffiliationKind.Member, practice, member.Value), CancellationToken.None);
        return practice;
    }
}
