using System.Net;

namespace Collaborations.Tests.Collaborating;

/// <summary>Three minutes, by the clock of the rules.</summary>
public sealed class EditWindowTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Theory]
    [InlineData(179_900, null)]
    [InlineData(180_000, "edit-window-over")]
    [InlineData(180_100, "edit-window-over")]
    public async Task An_edit_after_so_many_milliseconds_Is_taken_or_refused(int milliseconds, string? refusal)
    {
        using var office = await Office.OpenAsync(app);
        var contact = await office.ContactAsync("Nora", $"Quist{milliseconds}", $"nora{milliseconds}@harbour.example");
        var started = await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact));
        var id = started.Text("collaborationId");
        await app.CreateOutbox().LatestAsync($"nora{milliseconds}@harbour.example");
        app.Clock.Advance(TimeSpan.FromMilliseconds(milliseconds));

        var edited = await office.Member.PutAsync(office.Of(id), Office.Edit(1, "Changed", contact));
        Assert.Equal(refusal, edited.Code);
        var now = await office.Member.GetAsync(office.Of(id));
        Assert.Equal(refusal is null, now["canEdit"].GetValue<bool>());
        Assert.Equal(refusal is null ? "Changed" : $"Please look at the {Office.Secret} crown.", now.Text("message"));
    }

    [Fact]
    public async Task Based_on_another_version_or_by_somebody_else_It_is_refused()
    {
        using var office = await Office.OpenAsync(app);
        var contact = await office.ContactAsync("Ilan", "Roth", "ilan@harbour.example");
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact))).Text("collaborationId");
        Assert.Equal(HttpStatusCode.OK, (await office.Member.PutAsync(office.Of(id), Office.Edit(1, "Second", contact))).Status);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await office.Member.PutAsync(office.Of(id), Office.Edit(1, "Other window", contact))).Status);
        using var colleague = await Office.OpenAsync(app, Office.CaseManager);
        Assert.Equal("only-the-starter", (await colleague.Member.PutAsync(office.Of(id), Office.Edit(2, "Mine", contact))).Code);
    }

    [Fact]
    public async Task Somebody_who_is_added_Is_written_to_and_the_link_of_who_is_taken_out_dies()
    {
        const string Added = "added@harbour.example";
        const string Taken = "taken@harbour.example";
        using var office = await Office.OpenAsync(app);
        var outbox = app.CreateOutbox();
        var (taken, added) = (await office.ContactAsync("Tak", "En", Taken), await office.ContactAsync("Ad", "Ded", Added));
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), taken))).Text("collaborationId");
        using var person = app.CreatePerson();
        person.Token = Story.OutboxReader.TokenOf(await outbox.LatestAsync(Taken));
        Assert.Equal("phone", (await person.GetAsync("registration")).Text("step"));

        var edited = await office.Member.PutAsync(office.Of(id), Office.Edit(1, "For another", added));
        Assert.Equal(("removed", "queued"), (Office.StateOf(edited, "Tak En"), Office.StateOf(edited, "Ad Ded")));
        Assert.DoesNotContain(Office.Secret, (await outbox.LatestAsync(Added)).ToJsonString(), StringComparison.Ordinal);
        await EndsAsync(person);

        // Put in again, they get a new link.
        await office.Member.PutAsync(office.Of(id), Office.Edit(2, "For both", taken, added));
        person.Token = Story.OutboxReader.TokenOf(await outbox.LatestAsync(Taken, count: 2));
        Assert.Equal("phone", (await person.GetAsync("registration")).Text("step"));
    }

    [Fact]
    public async Task A_contact_that_is_changed_or_archived_Changes_nothing_that_was_sent()
    {
        using var office = await Office.OpenAsync(app);
        var contact = await office.ContactAsync("Old", "Name", "old.name@harbour.example");
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact))).Text("collaborationId");
        var path = $"{office.Path}/contacts/{contact}";
        var read = await office.Member.GetAsync(path);
        var change = new { firstName = "New", lastName = "Name", type = "specialist", email = "new.name@harbour.example" };
        Assert.Equal(HttpStatusCode.OK, (await office.Member.PutAsync(path, change, $"\"{read.Text("version")}\"")).Status);
        Assert.Equal(HttpStatusCode.OK, (await office.Member.PostAsync($"{path}/archive")).Status);

        var edited = await office.Member.PutAsync(office.Of(id), Office.Edit(1, "Still to the old name", contact));
        Assert.Equal(HttpStatusCode.OK, edited.Status);
        Assert.Equal("old.name@harbour.example", edited["collaborators"][0]!["email"]!.GetValue<string>());
        var other = await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact));
        Assert.Equal("contact-archived", other.Body!["errors"]!["contacts"]![0]!.GetValue<string>());
    }

    private static Task EndsAsync(Story.Person person) => Eventually.IsAsync(
        async () => (await person.GetAsync("registration")).Code == "link-not-open", "The link of somebody who was taken out does not die.");
}
