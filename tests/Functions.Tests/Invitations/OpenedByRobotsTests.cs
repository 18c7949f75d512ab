using System.Net;
using Collaborations.Security;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Invitations;

/// <summary>What looks through emails opens every link in them, many times, before the person does.</summary>
public sealed class OpenedByRobotsTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const int Times = 100;

    [Theory]
    [InlineData("Kim", "grace.kim@home.example", "1980-07-27", "+12025550130", true)]
    [InlineData("Delgado", "rosa.delgado@home.example", "1958-04-23", "+12025550121", false)]
    public async Task The_link_of_an_invitation_Sends_nothing_and_is_the_patients_to_use(string patient, string email, string birthDate, string phone, bool asksBirthDate)
    {
        await app.ChangeSettingsAsync(settings => settings["birthDateCheck"] = asksBirthDate);
        using var member = app.CreatePerson();
        var (practice, _) = await member.SignInAsMemberAsync(Doctor, app.Password);
        var talk = $"{await member.CaseAsync(practice, patient)}/patient-talk";
        await member.PostAsync($"{talk}/invitation", new { email, confirmEmail = email });
        var token = await app.CreateOutbox().TokenAsync(email, 1);
        await member.SeesAsync(talk, "sent");
        await member.SeesAsync(talk, "delivered");
        var before = (await member.GetAsync(talk))["invitation"].ToJsonString();
        await OpenAsync("registration", token);
        Assert.Equal(before, (await member.GetAsync(talk))["invitation"].ToJsonString());

        // What is sent to the patient comes after whatever was sent before it.
        using var person = app.CreatePerson();
        await person.RegisterAsync(app.CreateOutbox(), email, birthDate, phone, "nine amber kites drift");
        Assert.Single(await app.CreateOutbox().AllAsync(phone));
        Assert.Single(await app.CreateOutbox().AllAsync(email));
    }

    [Fact]
    public async Task The_link_of_a_reset_Sends_nothing_and_is_its_owners_to_use()
    {
        const string Email = "chloe.martin@riverside.example";
        const string Phone = "+12025550103";
        using var owner = app.CreatePerson();
        await owner.PostAsync("password-resets", new { email = Email });
        owner.Token = OutboxReader.TokenOf(await app.CreateOutbox().LatestAsync(Email));
        await OpenAsync("password-reset", owner.Token);
        var phoneId = (await owner.GetAsync("password-reset"))["phones"][0]!["phoneId"]!.GetValue<string>();
        await owner.PostAsync("password-reset/delivery", new { phoneId, channel = "text" });
        var code = OutboxReader.CodeOf(await app.CreateOutbox().LatestAsync(Phone));
        Assert.Equal("proved", (await owner.PostAsync("password-reset/code", new { code })).Text("step"));
        Assert.Single(await app.CreateOutbox().AllAsync(Phone));
        Assert.Single(await app.CreateOutbox().AllAsync(Email));
    }

    // Each time a robot that has no cookies.
    private async Task OpenAsync(string path, string token)
    {
        for (var times = 0; times < Times; times++)
        {
            Assert.Equal(HttpStatusCode.OK, await SendAsync(HttpMethod.Get, path, token));
            Assert.NotEqual(HttpStatusCode.OK, await SendAsync(HttpMethod.Head, path, token));
        }
    }

    private async Task<HttpStatusCode> SendAsync(HttpMethod method, string path, string token)
    {
        using var robot = app.CreateBrowser();
        using var request = new HttpRequestMessage(method, $"api/{path}");
        request.Headers.Add(LinkToken.Header, token);
        using var answer = await robot.SendAsync(request);
        return answer.StatusCode;
    }
}
