using Collaborations.Health;
using Collaborations.Tests.Contract;
using Collaborations.Tests.Story;
using Microsoft.AspNetCore.Mvc.Testing;

namespace Collaborations.Tests.Processes;

/// <summary>Deployments of a new orchestration version, and the way back, while registrations are under way: docs/operations.md.</summary>
public sealed class NewVersionTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Password = "nine amber kites drift";

    [Fact]
    public async Task Deployed_and_taken_back_with_registrations_in_flight_Finishes_each_of_them()
    {
        // Version 1 invites Élodie; what follows her steps waits.
        await using (var first = Deploy("1"))
        {
            await InviteAsync(first, "Marchand", "elodie.marchand@home.example");
        }

        // Version 2 goes on with what version 1 began, and begins with Rosa by its own.
        await using (var second = Deploy("2"))
        {
            await RegisterAsync(second, "Marchand", "elodie.marchand@home.example", "1987-06-30", "+12025550124");
            await InviteAsync(second, "Delgado", "rosa.delgado@home.example");
        }

        // Back: version 1 leaves Rosa's registration alone. Her steps are kept on the record, and nobody is told of them yet.
        await using (var back = Deploy("1"))
        {
            using var rosa = Browser(back);
            rosa.Token = await Outbox(back).TokenAsync("rosa.delgado@home.example", 1);
            Assert.Equal("phone", (await rosa.PostAsync("registration/birth-date", new { birthDate = "1958-04-23" })).Text("step"));
            await InviteAsync(back, "Kim", "grace.kim@home.example");
        }

        // Forward again: both are finished, each by the version that it began with.
        await using (var again = Deploy("2"))
        {
            await RegisterAsync(again, "Delgado", "rosa.delgado@home.example", "1958-04-23", "+12025550121");
            await RegisterAsync(again, "Kim", "grace.kim@home.example", "1980-07-27", "+12025550130");
        }
    }

    private WebApplicationFactory<HealthFunctions> Deploy(string version) =>
        app.WithWebHostBuilder(builder => builder.UseSetting("AzureFunctionsJobHost:extensions:durableTask:defaultVersion", version));

    private static Person Browser(WebApplicationFactory<HealthFunctions> deployed) =>
        new(deployed.CreateDefaultClient(new Uri("https://localhost/"), new CookieHandler(), new ContractHandler()));

    private static OutboxReader Outbox(WebApplicationFactory<HealthFunctions> deployed) => new(deployed.CreateDefaultClient(new Uri("https://localhost/")));

    private async Task InviteAsync(WebApplicationFactory<HealthFunctions> deployed, string patient, string email)
    {
        using var doctor = Browser(deployed);
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var talk = $"{await doctor.CaseAsync(practice, patient)}/patient-talk";
        await doctor.PostAsync($"{talk}/invitation", new { email, confirmEmail = email, firstMessage = "Hello" });
        await Outbox(deployed).TokenAsync(email, 1);
    }

    // That the timeline shows the first sign-in is what the orchestration does last.
    private async Task RegisterAsync(WebApplicationFactory<HealthFunctions> deployed, string patient, string email, string birthDate, string phone)
    {
        using (var browser = Browser(deployed))
        {
            await browser.RegisterAsync(Outbox(deployed), email, birthDate, phone, Password);
        }

        using var doctor = Browser(deployed);
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        await doctor.SeesAsync($"{await doctor.CaseAsync(practice, patient)}/patient-talk", "signedIn");
    }
}
