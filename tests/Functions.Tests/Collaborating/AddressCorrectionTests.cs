using System.Net;
using Collaborations.Collaborating;
using Collaborations.Identifiers;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Collaborating;

/// <summary>A running collaboration is sent to another address: the old one is out at once, and the new one is written to.</summary>
public sealed class AddressCorrectionTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task Corrected_The_old_link_dies_and_the_new_address_registers_and_reads()
    {
        const string Wrong = "nora.kist@harbour.example";
        const string Right = "nora.quist@harbour.example";
        using var office = await Office.OpenAsync(app);
        var outbox = app.CreateOutbox();
        var contact = await office.ContactAsync("Nora", "Quist", Wrong);
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact))).Text("collaborationId");
        using var stranger = app.CreatePerson();
        stranger.Token = OutboxReader.TokenOf(await outbox.LatestAsync(Wrong));
        Assert.Equal("phone", (await stranger.GetAsync("registration")).Text("step"));

        var corrected = await CorrectAsync(office, id, contact, Right);
        Assert.Equal((HttpStatusCode.OK, Right, "queued"), (corrected.Status, EmailOf(corrected), Office.StateOf(corrected, "Nora Quist")));
        using var colleague = app.CreatePerson();
        await Office.RegisterAsync(app, colleague, Right, "+12025550151");
        Assert.Equal("link-not-open", (await stranger.GetAsync("registration")).Code);
        Assert.Equal(id, Assert.Single((await colleague.GetAsync("collaborations"))["collaborations"].AsArray())!["collaborationId"]!.GetValue<string>());
        Assert.Equal($"Please look at the {Office.Secret} crown.", (await colleague.PostAsync($"collaborations/{id}/open"))["content"]["message"]!.GetValue<string>());

        // The contact is the practice's to correct, and who has read is not sent to another.
        Assert.Equal(Wrong, (await office.Member.GetAsync($"{office.Path}/contacts/{contact}"))["contact"]["email"]!.GetValue<string>());
        Assert.Equal("collaborator-has-read", (await CorrectAsync(office, id, contact, "other@harbour.example")).Code);
    }

    [Fact]
    public async Task Corrected_after_somebody_else_has_registered_They_are_out_at_once()
    {
        const string Wrong = "petra.a@harbour.example";
        const string Right = "petra.b@harbour.example";
        using var office = await Office.OpenAsync(app);
        var contact = await office.ContactAsync("Petra", "Bloom", Wrong);
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact))).Text("collaborationId");
        using var stranger = app.CreatePerson();
        await Office.RegisterAsync(app, stranger, Wrong, "+12025550152");
        Assert.Equal("waiting", (await stranger.GetAsync($"collaborations/{id}")).Text("state"));

        Assert.Equal(HttpStatusCode.OK, (await CorrectAsync(office, id, contact, Right)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"collaborations/{id}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PostAsync($"collaborations/{id}/open")).Status);
        Assert.Empty((await stranger.GetAsync("collaborations"))["collaborations"].AsArray());
        using var colleague = app.CreatePerson();
        await Office.RegisterAsync(app, colleague, Right, "+12025550153");
        Assert.Equal("open", (await colleague.PostAsync($"collaborations/{id}/open")).Text("state"));
        Assert.Equal(HttpStatusCode.OK, (await stranger.GetAsync("session")).Status);
    }

    [Fact]
    public async Task Corrected_just_before_somebody_else_signs_in_It_is_not_tied_to_their_account()
    {
        const string Wrong = "vera.a@harbour.example";
        using var office = await Office.OpenAsync(app);
        var contact = await office.ContactAsync("Vera", "Lund", Wrong);
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact))).Text("collaborationId");
        await office.SeesAsync(id, reply => Office.StateOf(reply, "Vera Lund") != "queued");

        // The record has the right address, and the process that takes the old link away has not come to it yet.
        var store = app.Services.GetRequiredService<CollaborationStore>();
        var (practice, collaboration) = (Identifier.Parse<PracticeId>(office.Path.Split('/')[1]), Identifier.Parse<CollaborationId>(id));
        await store.ChangeAsync<Done>(
            practice, collaboration, record => (record.With(record.Collaborators[0] with { Email = "vera.b@harbour.example" }), Done.Instance), default);
        using var stranger = app.CreatePerson();
        await Office.RegisterAsync(app, stranger, Wrong, "+12025550154");
        Assert.Null((await store.FindAsync(practice, collaboration, default))!.Record.Collaborators[0].Account);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.GetAsync($"collaborations/{id}")).Status);
    }

    [Fact]
    public async Task To_an_address_that_has_an_account_It_is_a_notice_and_the_link_dies()
    {
        const string Wrong = "typo@harbour.example";
        using var office = await Office.OpenAsync(app);
        var outbox = app.CreateOutbox();
        var before = (await outbox.AllAsync(Office.Manager)).Count;
        var contact = await office.ContactAsync("Amara", "Okafor", Wrong);
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact))).Text("collaborationId");
        using var stranger = app.CreatePerson();
        stranger.Token = OutboxReader.TokenOf(await outbox.LatestAsync(Wrong));
        Assert.Equal(HttpStatusCode.OK, (await CorrectAsync(office, id, contact, Office.Manager)).Status);
        Assert.Contains($"collaborations/{id}", (await outbox.LatestAsync(Office.Manager, before + 1))["text"]!.GetValue<string>(), StringComparison.Ordinal);
        Assert.Equal("link-not-open", (await stranger.GetAsync("registration")).Code);
    }

    [Fact]
    public async Task Twice_different_taken_or_closed_It_is_refused()
    {
        using var office = await Office.OpenAsync(app);
        var (one, two) = (await office.ContactAsync("One", "Corr", "one.corr@harbour.example"), await office.ContactAsync("Two", "Corr", "two.corr@harbour.example"));
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), one, two))).Text("collaborationId");
        var path = $"{office.Of(id)}/collaborators/{one}/address";
        Assert.Equal("emails-differ", (await office.Member.PutAsync(path, new { email = "a@harbour.example", confirmEmail = "b@harbour.example" })).Code);
        Assert.Equal("email-malformed", (await CorrectAsync(office, id, one, "nobody")).Code);
        Assert.Equal("address-twice", (await CorrectAsync(office, id, one, "two.corr@harbour.example")).Code);
        Assert.Equal(HttpStatusCode.NotFound, (await CorrectAsync(office, id, Guid.CreateVersion7().ToString(), "c@harbour.example")).Status);
        await office.Member.PostAsync($"{office.Of(id)}/close", new { reason = "Done" });
        Assert.Equal("collaboration-closed", (await CorrectAsync(office, id, one, "c@harbour.example")).Code);
    }

    private static Task<Reply> CorrectAsync(Office office, string id, string contact, string email) =>
        office.Member.PutAsync($"{office.Of(id)}/collaborators/{contact}/address", new { email, confirmEmail = email });

    private static string EmailOf(Reply collaboration) => collaboration["collaborators"][0]!["email"]!.GetValue<string>();
}
