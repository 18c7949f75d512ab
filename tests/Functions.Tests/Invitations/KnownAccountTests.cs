using System.Net;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Invitations;

/// <summary>An invitation to an address that has an account already, and links that were replaced.</summary>
public sealed class KnownAccountTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";

    [Fact]
    public async Task Invited_at_the_address_of_an_account_They_answer_the_birth_date_sign_in_and_have_the_thread()
    {
        // Chloe works at the practice; Grace Kim, a patient, gave Chloe's address.
        const string Email = "chloe.martin@riverside.example";
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var talk = $"{await doctor.CaseAsync(practice, "Kim")}/patient-talk";
        Assert.Equal("invited", (await doctor.PostAsync($"{talk}/invitation", new { email = Email, confirmEmail = Email, firstMessage = "Hello" })).Text("state"));
        using var patient = app.CreatePerson();
        patient.Token = OutboxReader.TokenOf(await app.CreateOutbox().LatestAsync(Email));
        Assert.Equal("wrong-birth-date", (await patient.PostAsync("registration/birth-date", new { birthDate = "1980-07-26" })).Body!["errors"]!["birthDate"]![0]!.GetValue<string>());
        Assert.Equal("signIn", (await patient.PostAsync("registration/birth-date", new { birthDate = "1980-07-27" })).Text("step"));
        patient.Token = null;
        var signedIn = await patient.SignInAsync(Email, app.Password);
        Assert.Equal(["member", "patient"], signedIn["session"]["affiliations"]!.AsArray().Select(each => each!["kind"]!.GetValue<string>()).Order());
        var thread = (await patient.GetAsync("inbox"))["items"][0]!["threadId"]!.GetValue<string>();
        Assert.Equal("Hello", (await patient.GetAsync($"threads/{thread}"))["messages"][0]!["text"]!.GetValue<string>());
        await doctor.SeesAsync(talk, "signedIn");
    }

    [Fact]
    public async Task A_link_that_was_replaced_Is_over_and_can_still_ask_for_a_new_one()
    {
        const string Email = "rosa.delgado@home.example";
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var talk = $"{await doctor.CaseAsync(practice, "Delgado")}/patient-talk";
        await doctor.PostAsync($"{talk}/invitation", new { email = Email, confirmEmail = Email });
        using var patient = app.CreatePerson();
        patient.Token = OutboxReader.TokenOf(await app.CreateOutbox().LatestAsync(Email));
        await doctor.PostAsync($"{talk}/invitation/resend");
        await app.CreateOutbox().LatestAsync(Email, 2);
        await doctor.PostAsync($"{talk}/invitation/resend");
        await app.CreateOutbox().LatestAsync(Email, 3);
        Assert.Equal("link-not-open", (await patient.GetAsync("registration")).Code);
        Assert.Equal(HttpStatusCode.Accepted, (await patient.PostAsync("registration/new-link")).Status);
        await doctor.SeesAsync(talk, "newLinkAsked");
    }

    [Fact]
    public async Task A_new_link_that_is_asked_for_again_Is_told_once_a_day()
    {
        const string Email = "jerome.baker@home.example";
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var talk = $"{await doctor.CaseAsync(practice, "Baker")}/patient-talk";
        await doctor.PostAsync($"{talk}/invitation", new { email = Email, confirmEmail = Email });
        using var patient = app.CreatePerson();
        patient.Token = await app.CreateOutbox().TokenAsync(Email, 1);
        var before = await WishesAsync();
        for (var day = 1; day <= 2; day++)
        {
            for (var times = 0; times < 2; times++)
            {
                Assert.Equal(HttpStatusCode.Accepted, (await patient.PostAsync("registration/new-link")).Status);
            }

            await ToldAsync(before + day);
            app.Clock.Advance(TimeSpan.FromDays(1));
        }

        Assert.Equal(before + 2, await WishesAsync());
        await doctor.SignInAsync(Doctor, app.Password);
        var timeline = (await doctor.GetAsync(talk))["invitation"]["timeline"]!.AsArray();
        Assert.Equal(2, timeline.Count(each => each!["kind"]!.GetValue<string>() == "newLinkAsked"));
    }

    private Task ToldAsync(int wishes) =>
        Eventually.IsAsync(async () => await WishesAsync() >= wishes, $"The inviter was not told {wishes} times.");

    private async Task<int> WishesAsync() => (await app.CreateOutbox().AllAsync(Doctor))
        .Count(email => email["subject"]?.GetValue<string>().Contains("asks for a new invitation", StringComparison.Ordinal) == true);
}
