using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Tests.Collaborating;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Invitations;

/// <summary>
/// Who was invited is written to again five times an hour and twenty in thirty days, the first email included; what is refused changes nothing and
/// sends nothing.
/// </summary>
public sealed class SentAgainTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Manager = "amara.okafor@riverside.example";

    [Fact]
    public async Task A_patient_for_the_sixth_time_in_an_hour_Is_not_and_an_hour_later_is()
    {
        const string Email = "jerome.baker@home.example";
        const string Other = "jerome.b@home.example";
        using var member = app.CreatePerson();
        var talk = await InviteAsync(member, "Baker", Email);
        await FourTimesAsync(() => member.PostAsync($"{talk}/invitation/resend"), Email);
        var token = OutboxReader.TokenOf(await app.CreateOutbox().LatestAsync(Email, 5));

        Refused(await member.PostAsync($"{talk}/invitation/resend"), TimeSpan.FromHours(1));
        Refused(await member.PutAsync($"{talk}/invitation/address", new { email = Other, confirmEmail = Other }), TimeSpan.FromHours(1));
        var invitation = (await member.GetAsync(talk))["invitation"];
        Assert.Equal((Email, 5), (invitation["email"]!.GetValue<string>(), AskedFor(invitation)));
        using var patient = app.CreatePerson();
        patient.Token = token;
        Assert.Equal("birthDate", (await patient.GetAsync("registration")).Text("step"));

        // It can still be taken back, and asked for when the hour is over. What is sent then comes after what was refused.
        Assert.Equal(HttpStatusCode.OK, (await member.SendAsync(HttpMethod.Delete, $"{talk}/invitation")).Status);
        Refused(await member.PostAsync($"{talk}/invitation/resend"), TimeSpan.FromHours(1));
        app.Clock.Advance(TimeSpan.FromHours(1));
        await member.SignInAsync(Doctor, app.Password);
        Assert.Equal("invited", (await member.PostAsync($"{talk}/invitation/resend")).Text("state"));
        await app.CreateOutbox().LatestAsync(Email, 6);
        Assert.Equal(6, (await app.CreateOutbox().AllAsync(Email)).Count);
        Assert.Empty(await app.CreateOutbox().AllAsync(Other));
    }

    [Fact]
    public async Task A_patient_for_the_twenty_first_time_Is_not_for_thirty_days()
    {
        const string Email = "grace.kim@home.example";
        using var member = app.CreatePerson();
        var talk = await InviteAsync(member, "Kim", Email);
        await FourTimesAsync(() => member.PostAsync($"{talk}/invitation/resend"), Email);
        for (var hours = 1; hours <= 3; hours++)
        {
            app.Clock.Advance(TimeSpan.FromHours(1));
            await member.SignInAsync(Doctor, app.Password);
            for (var times = 0; times < 5; times++)
            {
                Assert.Equal(HttpStatusCode.OK, (await member.PostAsync($"{talk}/invitation/resend")).Status);
            }
        }

        app.Clock.Advance(TimeSpan.FromHours(1));
        await member.SignInAsync(Doctor, app.Password);
        Refused(await member.PostAsync($"{talk}/invitation/resend"), TimeSpan.FromDays(30) - TimeSpan.FromHours(4));
        Assert.Equal(20, AskedFor((await member.GetAsync(talk))["invitation"]));
    }

    [Fact]
    public async Task Side_by_side_They_are_as_many_as_in_a_row()
    {
        using var member = app.CreatePerson();
        var talk = await InviteAsync(member, "Delgado", "rosa.delgado@home.example");
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => member.PostAsync($"{talk}/invitation/resend")));
        Assert.Equal(4, answers.Count(answer => answer.Status == HttpStatusCode.OK));
    }

    [Fact]
    public async Task A_member_for_the_sixth_time_in_an_hour_Is_not_and_an_hour_later_is()
    {
        const string Email = "noor.haddad@riverside.example";
        using var manager = app.CreatePerson();
        var (practice, _) = await manager.SignInAsMemberAsync(Manager, app.Password);
        var invited = await manager.PostAsync(
            $"practices/{practice}/members",
            new { firstName = "Noor", lastName = "Haddad", email = Email, confirmEmail = Email, role = "doctor", manager = false, caseManager = false });
        var again = $"practices/{practice}/members/{invited.Text("memberId")}/invitation";
        await FourTimesAsync(() => manager.PostAsync(again), Email);
        using var member = app.CreatePerson();
        member.Token = OutboxReader.TokenOf(await app.CreateOutbox().LatestAsync(Email, 5));
        Refused(await manager.PostAsync(again), TimeSpan.FromHours(1));
        Assert.Equal("phone", (await member.GetAsync("registration")).Text("step"));
        app.Clock.Advance(TimeSpan.FromHours(1));
        await manager.SignInAsync(Manager, app.Password);
        Assert.Equal(HttpStatusCode.OK, (await manager.PostAsync(again)).Status);
        await app.CreateOutbox().LatestAsync(Email, 6);
        Assert.Equal(6, (await app.CreateOutbox().AllAsync(Email)).Count);
    }

    [Fact]
    public async Task A_colleague_for_the_sixth_time_in_an_hour_Is_not_and_an_hour_later_is()
    {
        const string Email = "nora.quist@harbour.example";
        const string Other = "nora.q@harbour.example";
        using var office = await Office.OpenAsync(app);
        var contact = await office.ContactAsync("Nora", "Quist", Email);
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact))).Text("collaborationId");
        var person = $"{office.Of(id)}/collaborators/{contact}";
        await FourTimesAsync(() => office.Member.PostAsync($"{person}/resend"), Email);
        await office.SeesAsync(id, reply => Office.StateOf(reply, "Nora Quist") != "queued");
        Refused(await office.Member.PostAsync($"{person}/resend"), TimeSpan.FromHours(1));
        Refused(await office.Member.PutAsync($"{person}/address", new { email = Other, confirmEmail = Other }), TimeSpan.FromHours(1));
        var after = await office.Member.GetAsync(office.Of(id));
        Assert.NotEqual("queued", Office.StateOf(after, "Nora Quist"));
        Assert.Equal(Email, after["collaborators"][0]!["email"]!.GetValue<string>());
        app.Clock.Advance(TimeSpan.FromHours(1));
        await office.Member.SignInAsync(Office.Doctor, app.Password);
        Assert.Equal(HttpStatusCode.OK, (await office.Member.PostAsync($"{person}/resend")).Status);
        await app.CreateOutbox().LatestAsync(Email, 6);
        Assert.Equal(6, (await app.CreateOutbox().AllAsync(Email)).Count);
        Assert.Empty(await app.CreateOutbox().AllAsync(Other));
    }

    private static void Refused(Reply reply, TimeSpan wait) =>
        Assert.Equal((HttpStatusCode.TooManyRequests, "sent-too-often", (int)wait.TotalSeconds), (reply.Status, reply.Code, reply["retryAfterSeconds"].GetValue<int>()));

    private static int AskedFor(JsonNode invitation) =>
        invitation["timeline"]!.AsArray().Count(each => each!["kind"]!.GetValue<string>() is "queued" or "resent" or "addressCorrected");

    // Each is waited for: a link that is replaced before its email went out is not sent.
    private async Task FourTimesAsync(Func<Task<Reply>> again, string email)
    {
        await app.CreateOutbox().LatestAsync(email);
        for (var emails = 2; emails <= 5; emails++)
        {
            Assert.Equal(HttpStatusCode.OK, (await again()).Status);
            await app.CreateOutbox().LatestAsync(email, emails);
        }
    }

    private async Task<string> InviteAsync(Person member, string patient, string email)
    {
        var (practice, _) = await member.SignInAsMemberAsync(Doctor, app.Password);
        var talk = $"{await member.CaseAsync(practice, patient)}/patient-talk";
        Assert.Equal(HttpStatusCode.Created, (await member.PostAsync($"{talk}/invitation", new { email, confirmEmail = email })).Status);
        return talk;
    }
}
