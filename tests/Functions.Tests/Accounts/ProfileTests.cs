using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Accounts;

/// <summary>What an owner says about their account, and that it is heard.</summary>
public sealed class ProfileTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Phone = "+12025550102";

    [Fact]
    public async Task Chosen_by_text_The_word_that_they_were_added_comes_as_a_text_without_a_name()
    {
        using var doctor = app.CreatePerson();
        await doctor.SignInAsync(Doctor, app.Password);
        var read = await doctor.GetAsync("account");
        Assert.Equal("•• 02", read["phones"][0]!["masked"]!.GetValue<string>());
        Assert.Equal("email", read["notifications"][2]!["way"]!.GetValue<string>());
        var changed = await ChangeAsync(doctor, new { language = "fr", notifications = new[] { new { @event = "addedToCase", way = "text" } } });
        Assert.Equal("fr", changed.Text("language"));
        Assert.Equal("text", changed["notifications"][2]!["way"]!.GetValue<string>());

        await AddToCaseAsync();
        var text = await app.CreateOutbox().LatestAsync(Phone);
        Assert.Equal("text", text["kind"]!.GetValue<string>());
        Assert.Contains("Riverside Dental : du nouveau vous attend", text["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.DoesNotContain("Huang", text.ToJsonString(), StringComparison.Ordinal);
        Assert.Empty(await app.CreateOutbox().AllAsync(Doctor));
    }

    [Fact]
    public async Task A_time_zone_that_is_none_and_a_way_that_is_none_Are_refused_and_change_nothing()
    {
        using var person = app.CreatePerson();
        await person.SignInAsync("chloe.martin@riverside.example", app.Password);
        var before = await person.GetAsync("account");
        Assert.Equal("time-zone-unknown", (await ChangeAsync(person, new { language = "es", timeZone = "Mars/Base" })).Body!["errors"]!["timeZone"]![0]!.GetValue<string>());
        await app.ChangeAccountAsync("chloe.martin@riverside.example", account => account with { Phones = [] });
        before = await person.GetAsync("account");
        var textless = await ChangeAsync(person, new { notifications = new[] { new { @event = "newMessage", way = "text" } } });
        Assert.Equal("no-cell-phone", textless.Body!["errors"]!["notifications"]![0]!.GetValue<string>());
        Assert.Equal("malformed", (await ChangeAsync(person, new { notifications = new[] { new { @event = "newMessage", way = "pigeon" } } })).Code);
        Assert.Equal(before.Body!.ToJsonString(), (await person.GetAsync("account")).Body!.ToJsonString());
    }

    [Fact]
    public async Task Who_has_not_chosen_Is_told_as_the_practice_does_it()
    {
        await app.ChangeSettingsAsync(settings => settings["notifications"] = new JsonArray(new JsonObject { ["event"] = "newMessage", ["way"] = "none" }));
        using var person = app.CreatePerson();
        await person.SignInAsync("amara.okafor@riverside.example", app.Password);
        Assert.Equal("none", (await person.GetAsync("account"))["notifications"][0]!["way"]!.GetValue<string>());
        await ChangeAsync(person, new { notifications = new[] { new { @event = "newMessage", way = "email" } } });
        Assert.Equal("email", (await person.GetAsync("account"))["notifications"][0]!["way"]!.GetValue<string>());
    }

    private static Task<Reply> ChangeAsync(Person person, object change) => person.SendAsync(HttpMethod.Patch, "account", change);

    private async Task AddToCaseAsync()
    {
        using var manager = app.CreatePerson();
        var signedIn = await manager.SignInAsync("amara.okafor@riverside.example", app.Password);
        var practice = signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>();
        var members = (await manager.GetAsync($"practices/{practice}/members"))["members"].AsArray();
        var memberId = members.Single(each => each!["email"]!.GetValue<string>() == Doctor)!["memberId"]!.GetValue<string>();
        var found = await manager.GetAsync($"practices/{practice}/cases?q=Huang");
        var added = await manager.PostAsync(
            $"practices/{practice}/cases/{found["cases"][0]!["caseId"]!.GetValue<string>()}/members", new { memberId });
        Assert.Equal(HttpStatusCode.OK, added.Status);
    }
}
