using System.Net;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Talks;

/// <summary>Patient Talk is one member's: for the others, whatever they may else, it is not there.</summary>
public sealed class PrivacyTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task Another_doctor_of_the_case_a_manager_and_a_case_manager_Find_nothing()
    {
        using var owner = app.CreatePerson();
        var signedIn = await owner.SignInAsync("ben.lindqvist@riverside.example", app.Password);
        var practice = signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();
        var found = await owner.GetAsync($"practices/{practice}/cases?q=Kim");
        var @case = $"practices/{practice}/cases/{found["cases"][0]!["caseId"]!.GetValue<string>()}";
        var email = "grace.kim@home.example";
        await owner.PostAsync($"{@case}/patient-talk/invitation", new { email, confirmEmail = email, firstMessage = "For you alone" });
        using var patient = app.CreatePerson();
        var thread = await RegisterAsync(patient, email, "1980-07-27", "+12025550130");

        foreach (var colleague in new[] { "amara.okafor@riverside.example", "chloe.martin@riverside.example" })
        {
            await FindsNothingAsync(colleague, @case, thread);
        }

        using var stranger = app.CreatePerson();
        Assert.Equal(HttpStatusCode.Unauthorized, (await stranger.GetAsync($"threads/{thread}")).Status);
    }

    [Fact]
    public async Task Registered_with_one_member_Gets_the_thread_of_a_second_at_once_and_each_sees_their_own()
    {
        const string Email = "elodie.marchand@home.example";
        using var first = app.CreatePerson();
        using var second = app.CreatePerson();
        var practice = (await first.SignInAsync("ben.lindqvist@riverside.example", app.Password))["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();
        await second.SignInAsync("chloe.martin@riverside.example", app.Password);
        var found = await first.GetAsync($"practices/{practice}/cases?q=Marchand");
        var talk = $"practices/{practice}/cases/{found["cases"][0]!["caseId"]!.GetValue<string>()}/patient-talk";
        await first.PostAsync($"{talk}/invitation", new { email = Email, confirmEmail = Email, firstMessage = "From the first" });
        using var patient = app.CreatePerson();
        var one = await RegisterAsync(patient, Email, "1987-06-30", "+12025550124");
        await first.SeesAsync(talk, "signedIn");

        var invited = await second.PostAsync($"{talk}/invitation", new { email = Email, confirmEmail = Email, firstMessage = "From the second" });
        Assert.Equal("talking", invited.Text("state"));
        var mail = await app.CreateOutbox().LatestAsync(Email, count: 2);
        Assert.DoesNotContain("/register", mail["text"]!.GetValue<string>(), StringComparison.Ordinal);
        var threads = (await patient.GetAsync("inbox"))["items"].AsArray().Select(item => item!["threadId"]!.GetValue<string>()).ToList();
        Assert.Equal(2, threads.Count);
        var two = Assert.Single(threads, thread => thread != one);
        Assert.Equal(HttpStatusCode.NotFound, (await first.GetAsync($"threads/{two}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await second.GetAsync($"threads/{one}")).Status);
        Assert.Equal("From the second", (await second.GetAsync($"threads/{two}"))["messages"][0]!["text"]!.GetValue<string>());
    }

    private async Task FindsNothingAsync(string colleague, string @case, string thread)
    {
        using var other = app.CreatePerson();
        await other.SignInAsync(colleague, app.Password);
        Assert.Equal("notInvited", (await other.GetAsync($"{@case}/patient-talk")).Text("state"));
        Assert.Equal(0, (await other.GetAsync(@case))["patientTalkUnread"].GetValue<int>());
        Assert.Equal(HttpStatusCode.NotFound, (await other.GetAsync($"threads/{thread}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"threads/{thread}/messages", new { text = "x", files = Array.Empty<string>() }, "k")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PutAsync($"threads/{thread}/read", new { sequence = 1 })).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PostAsync($"threads/{thread}/files", new { name = "a.png", size = 1 })).Status);
        Assert.DoesNotContain("For you alone", (await other.GetAsync($"{@case}/activity")).Body!.ToJsonString(), StringComparison.Ordinal);
    }

    private async Task<string> RegisterAsync(Person patient, string email, string birthDate, string phone)
    {
        var outbox = app.CreateOutbox();
        patient.Token = OutboxReader.TokenOf(await outbox.LatestAsync(email));
        await patient.PostAsync("registration/birth-date", new { birthDate });
        var phones = await patient.PostAsync("registration/phones", new { phones = Array.Empty<object>() });
        await patient.PostAsync("registration/delivery", new { phoneId = phones["phones"][0]!["phoneId"]!.GetValue<string>(), channel = "text" });
        var code = OutboxReader.CodeOf(await outbox.LatestAsync(phone));
        var answers = await Task.WhenAll(Enumerable.Range(0, 50).Select(_ => patient.PostAsync("registration/code", new { code })));
        Assert.Single(answers, answer => answer.Status == HttpStatusCode.OK);
        await patient.PostAsync("registration/terms", new { version = "2026-11" });
        const string Password = "nine amber kites drift";
        await patient.PostAsync("registration/password", new { password = Password, confirmPassword = Password });
        patient.Token = null;
        await patient.SignInAsync(email, Password);
        return (await patient.GetAsync("inbox"))["items"][0]!["threadId"]!.GetValue<string>();
    }
}
