using System.Net;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Invitations;

/// <summary>The buttons of a registration pressed twice, and the way back.</summary>
public sealed class PressedTwiceTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Email = "grace.kim@home.example";
    private const string Phone = "+12025550130";
    private const string Words = "nine amber kites drift";

    [Fact]
    public async Task Each_step_Is_taken_once_and_after_the_back_button_one_goes_on_from_there()
    {
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var talk = $"{await doctor.CaseAsync(practice, "Kim")}/patient-talk";
        await TwiceAsync(doctor, $"{talk}/invitation", new { email = Email, confirmEmail = Email, firstMessage = "Hello" });
        var outbox = app.CreateOutbox();
        using var patient = app.CreatePerson();
        patient.Token = await outbox.TokenAsync(Email, 1);

        Assert.Equal("birthDate", (await patient.GetAsync("registration")).Text("step"));
        await TwiceAsync(patient, "registration/birth-date", new { birthDate = "1980-07-27" });
        var state = await TwiceAsync(patient, "registration/phones", new { phones = Array.Empty<object>() });
        var phoneId = state["phones"][0]!["phoneId"]!.GetValue<string>();
        await TwiceAsync(patient, "registration/delivery", new { phoneId, channel = "text" });
        await outbox.LatestAsync(Phone);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await patient.PostAsync("registration/delivery", new { phoneId, channel = "text" })).Status);
        Assert.Single(await outbox.AllAsync(Phone));

        // Back to the telephones and on again: the code that was sent still holds, or another is asked for.
        Assert.Equal(HttpStatusCode.OK, (await patient.PostAsync("registration/phones", new { phones = Array.Empty<object>() })).Status);
        app.Clock.Advance(TimeSpan.FromSeconds(121));
        await patient.PostAsync("registration/delivery", new { phoneId, channel = "text" });
        var code = OutboxReader.CodeOf(await outbox.LatestAsync(Phone, 2));
        Assert.Equal(2, (await outbox.AllAsync(Phone)).Count);

        await TwiceAsync(patient, "registration/code", new { code });
        await TwiceAsync(patient, "registration/terms", new { version = "2026-11" });
        await TwiceAsync(patient, "registration/password", new { password = Words, confirmPassword = Words });
        patient.Token = null;
        var signedIn = await TwiceAsync(patient, "sign-in", new { email = Email, password = Words });
        Assert.Equal("done", signedIn.Text("step"));
        var threads = (await patient.GetAsync("inbox"))["items"].AsArray();
        var thread = Assert.Single(threads)!["threadId"]!.GetValue<string>();
        Assert.Single((await patient.GetAsync($"threads/{thread}"))["messages"].AsArray());
        Assert.Single(await outbox.AllAsync(Email), email => email["text"]!.GetValue<string>().Contains("register#", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_links_open_beside_each_other_Go_on_both()
    {
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        using var parent = app.CreatePerson();
        var tokens = new Dictionary<string, string>();
        foreach (var (name, email, birthDate) in new[] { ("Delgado", "one@home.example", "1958-04-23"), ("Marchand", "two@home.example", "1987-06-30") })
        {
            await doctor.PostAsync($"{await doctor.CaseAsync(practice, name)}/patient-talk/invitation", new { email, confirmEmail = email });
            tokens[birthDate] = parent.Token = await app.CreateOutbox().TokenAsync(email, 1);
            await parent.GetAsync("registration");
            Assert.Equal("phone", (await parent.PostAsync("registration/birth-date", new { birthDate })).Text("step"));
        }

        foreach (var token in tokens.Values)
        {
            parent.Token = token;
            Assert.Equal("delivery", (await parent.PostAsync("registration/phones", new { phones = Array.Empty<object>() })).Text("step"));
        }
    }

    /// <returns>The answer of the one that was heard; of two at least one is.</returns>
    private static async Task<Reply> TwiceAsync(Person person, string path, object body)
    {
        var replies = await Task.WhenAll(person.PostAsync(path, body), person.PostAsync(path, body));
        Assert.All(replies, reply => Assert.True((int)reply.Status < 500, $"{path}: {reply.Status}"));
        return replies.FirstOrDefault(reply => (int)reply.Status < 300)
            ?? throw new InvalidOperationException($"{path} was heard from neither: {string.Join(", ", replies.Select(reply => $"{reply.Status} {reply.Code}"))}.");
    }
}
