using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Practices;
using Collaborations.Practices.Retention;
using Collaborations.Practices.Settings;
using Collaborations.Tests.Fhir;
using Collaborations.Tests.Processes;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Practices;

/// <summary>Settings that cannot be, and people who may not.</summary>
public sealed class SettingsTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Theory]
    [InlineData("name", "\"  \"", "required")]
    [InlineData("timeZone", "\"Mars/Base\"", "time-zone-unknown")]
    [InlineData("countries", "[]", "country-unknown")]
    [InlineData("countries", "[\"US\",\"XX\"]", "country-unknown")]
    [InlineData("dailyCodeCap", "0", "out-of-range")]
    [InlineData("dailyCodeCap", "10001", "out-of-range")]
    [InlineData("idleMinutes", "4", "idle-minutes-out-of-range")]
    [InlineData("idleMinutes", "31", "idle-minutes-out-of-range")]
    [InlineData("retentionYears", "0", "retention-out-of-range")]
    [InlineData("retentionYears", "101", "retention-out-of-range")]
    [InlineData("passwordDays", "90", "password-days-out-of-range")]
    public async Task That_cannot_be_Are_refused_by_their_field_and_nothing_is_saved(string field, string value, string code)
    {
        using var manager = app.CreatePerson();
        var settings = await SettingsOfAsync(manager, "amara.okafor@riverside.example");
        var read = await manager.GetAsync(settings);
        var changed = (JsonObject)read.Body!.DeepClone();
        changed[field] = JsonNode.Parse(value);
        var refused = await manager.PutAsync(settings, changed, read.Version);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(code, refused["errors"][field]![0]!.GetValue<string>());
        Assert.Equal(read.Version, (await manager.GetAsync(settings)).Version);
    }

    [Theory]
    [InlineData("{\"language\":\"es\",\"subject\":\"\",\"text\":\"Hola\"}", "subject", "required")]
    [InlineData("{\"language\":\"es\",\"subject\":\"Hola\",\"text\":\"De {patient}\"}", "text", "field-unknown")]
    public async Task An_email_of_the_practice_s_own_Is_refused_in_its_language(string email, string field, string code)
    {
        using var manager = app.CreatePerson();
        var settings = await SettingsOfAsync(manager, "amara.okafor@riverside.example");
        var read = await manager.GetAsync(settings);
        var changed = (JsonObject)read.Body!.DeepClone();
        changed["collaborationEmails"] = new JsonArray(JsonNode.Parse(email));
        var refused = await manager.PutAsync(settings, changed, read.Version);
        Assert.Equal(code, refused["errors"][$"collaborationEmails.es.{field}"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task A_rule_that_was_saved_and_whose_process_was_cut_off_Begins_when_it_is_saved_again()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var practices = app.Services.GetRequiredService<PracticeStore>();
        var handler = app.Services.GetRequiredService<SettingsHandler>();
        var read = (await handler.ReadAsync(clinic.Id, default)).Value;
        var before = (await practices.FindAsync(clinic.Id, default))!;
        var rule = new RetentionRule(7, app.Clock.GetUtcNow());
        Assert.True(await practices.ReplaceAsync(clinic.Id, before.Record with { Retention = rule }, before, default));
        await using var processes = new NotedClient();
        var again = await handler.ChangeAsync(clinic.Id, read.Settings with { RetentionYears = 7 }, read.Version, processes, default);
        Assert.IsType<PreconditionFailed>(again.Refusal);
        Assert.Equal([nameof(RetentionOrchestration)], processes.Started);
    }

    [Fact]
    public async Task Of_a_practice_Are_its_managers_alone()
    {
        using var doctor = app.CreatePerson();
        var settings = await SettingsOfAsync(doctor, "ben.lindqvist@riverside.example");
        Assert.Equal(HttpStatusCode.Forbidden, (await doctor.GetAsync(settings)).Status);
        Assert.Equal(HttpStatusCode.Forbidden, (await doctor.PutAsync(settings, new { })).Status);
    }

    private async Task<string> SettingsOfAsync(Person person, string email)
    {
        var signedIn = await person.SignInAsync(email, app.Password);
        return $"practices/{signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>()}/settings";
    }
}
