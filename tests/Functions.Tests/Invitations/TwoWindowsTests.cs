using Collaborations.Identifiers;
using Collaborations.Invitations;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Invitations;

/// <summary>A registration in two windows of one browser: a code proves the number that it went to, and no other.</summary>
public sealed class TwoWindowsTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";

    [Fact]
    public async Task A_number_that_is_chosen_again_keeps_its_id_And_one_that_was_taken_away_takes_its_code_along()
    {
        const string First = "+12025550171";
        const string Second = "+12025550172";
        using var patient = app.CreatePerson();
        await BeginAsync(patient, "Marchand", "elodie.marchand@home.example", "1987-06-30");
        var chosen = await ChooseAsync(patient, First, Second);
        var again = await ChooseAsync(patient, First, Second);
        Assert.Equal(chosen["phones"].ToJsonString(), again["phones"].ToJsonString());
        Assert.Equal("code", (await DeliverAsync(patient, PhoneOf(chosen, First))).Text("step"));
        var code = await CodeAsync(First);

        Assert.Equal("delivery", (await ChooseAsync(patient, Second)).Text("step"));
        Assert.Equal("step-out-of-order", (await patient.PostAsync("registration/code", new { code })).Code);
        Assert.Equal("code", (await DeliverAsync(patient, PhoneOf(chosen, Second))).Text("step"));
        Assert.Equal("terms", (await patient.PostAsync("registration/code", new { code = await CodeAsync(Second) })).Text("step"));
    }

    [Fact]
    public async Task A_code_that_went_to_another_number_than_is_noted_Proves_neither()
    {
        const string OnFile = "+12025550130";
        const string Typed = "+12025550173";
        using var patient = app.CreatePerson();
        var id = await BeginAsync(patient, "Kim", "grace.kim@home.example", "1980-07-27");
        var chosen = await ChooseAsync(patient, Typed);
        await DeliverAsync(patient, PhoneOf(chosen, Typed));
        var code = await CodeAsync(Typed);

        // As two windows leave it that choose a number each at the same instant.
        var noted = Identifier.Parse<PhoneId>(PhoneOf(chosen, OnFile));
        await app.Services.GetRequiredService<InvitationStore>().ChangeAsync<Done>(
            id, invitation => (invitation with { Progress = invitation.Progress with { Phone = noted } }, Done.Instance), default);
        Assert.Equal("step-out-of-order", (await patient.PostAsync("registration/code", new { code })).Code);
        Assert.Equal("code", (await patient.GetAsync("registration")).Text("step"));
        await DeliverAsync(patient, PhoneOf(chosen, OnFile));
        Assert.Equal("terms", (await patient.PostAsync("registration/code", new { code = await CodeAsync(OnFile) })).Text("step"));
    }

    private async Task<InvitationId> BeginAsync(Person patient, string name, string email, string birthDate)
    {
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var talk = $"{await doctor.CaseAsync(practice, name)}/patient-talk";
        await doctor.PostAsync($"{talk}/invitation", new { email, confirmEmail = email });
        patient.Token = await app.CreateOutbox().TokenAsync(email, 1);
        Assert.Equal("phone", (await patient.PostAsync("registration/birth-date", new { birthDate })).Text("step"));
        return Identifier.Parse<InvitationId>((await doctor.GetAsync(talk))["invitation"]["invitationId"]!.GetValue<string>());
    }

    private static Task<Reply> ChooseAsync(Person patient, params string[] numbers) =>
        patient.PostAsync("registration/phones", new { phones = numbers.Select(number => new { number, kind = "cell" }) });

    private static Task<Reply> DeliverAsync(Person patient, string phoneId) =>
        patient.PostAsync("registration/delivery", new { phoneId, channel = "text" });

    private static string PhoneOf(Reply state, string number) => state["phones"].AsArray()
        .Single(phone => phone!["masked"]!.GetValue<string>().EndsWith(number[^2..], StringComparison.Ordinal))!["phoneId"]!.GetValue<string>();

    private async Task<string> CodeAsync(string number) => OutboxReader.CodeOf(await app.CreateOutbox().LatestAsync(number));
}
