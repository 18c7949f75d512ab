using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Tests.Story;

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
