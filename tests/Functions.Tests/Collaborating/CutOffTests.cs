using System.Net;
using Collaborations.Accounts;
using Collaborations.Cases.Activity;
using Collaborations.Collaborating;
using Collaborations.Identifiers;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Collaborating;

/// <summary>Whatever a request was cut off by, what follows from its write follows.</summary>
public sealed class CutOffTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private readonly CollaborationStore _collaborations = app.Services.GetRequiredService<CollaborationStore>();
    private readonly CollaborationListStore _lists = app.Services.GetRequiredService<CollaborationListStore>();
    private readonly SharedListStore _shared = app.Services.GetRequiredService<SharedListStore>();

    [Fact]
    public async Task An_edit_of_which_nobody_was_told_Brings_the_email_when_the_window_ends()
    {
        using var office = await Office.OpenAsync(app);
        var (first, added) = (await office.ContactAsync("Fir", "St", "first.cut@harbour.example"), await office.ContactAsync("Ad", "Ded", "added.cut@harbour.example"));
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), first))).Text("collaborationId");
        await office.SeesAsync(id, reply => Office.StateOf(reply, "Fir St") == "delivered");
        await ChangeAsync(office, id, record => record with
        {
            Version = 2,
            Collaborators = [.. record.Collaborators, new Collaborator(Identifier.Parse<ContactId>(added), "Ad Ded", "added.cut@harbour.example", null, app.Clock.GetUtcNow())],
        });

        await office.AdvanceAsync(TimeSpan.FromMinutes(3));
        await office.SeesAsync(id, reply => Office.StateOf(reply, "Ad Ded") == "delivered");
        Assert.Single(await app.CreateOutbox().AllAsync("added.cut@harbour.example"));
        Assert.Single(await app.CreateOutbox().AllAsync("first.cut@harbour.example"));
    }

    [Fact]
    public async Task A_start_that_came_into_no_list_Is_in_all_of_them_when_the_window_ends()
    {
        const string Email = "unlisted@harbour.example";
        using var office = await Office.OpenAsync(app);
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), await office.ContactAsync("Un", "Listed", Email)))).Text("collaborationId");
        await office.SeesAsync(id, reply => Office.StateOf(reply, "Un Listed") == "delivered");
        var (practice, collaboration, digest) = (PracticeOf(office), Identifier.Parse<CollaborationId>(id), DigestOf(Email));
        var starter = (await _collaborations.FindAsync(practice, collaboration, default))!.Record.Starter;
        foreach (var list in new[] { CollaborationListStore.All(practice), CollaborationListStore.Of(practice, starter), CollaborationListStore.SeenBy(practice, starter) })
        {
            await _lists.RemoveAsync(list, collaboration, default);
        }

        await _shared.RemoveAsync(digest, collaboration, default);
        Assert.DoesNotContain(id, (await office.Member.GetAsync($"{office.Path}/collaborations")).Body!.ToJsonString(), StringComparison.Ordinal);

        await office.AdvanceAsync(TimeSpan.FromMinutes(3));
        await office.SeesAsync(id, reply => reply.Text("state") != "openForEdits");
        Assert.Contains(id, (await office.Member.GetAsync($"{office.Path}/collaborations")).Body!.ToJsonString(), StringComparison.Ordinal);
        Assert.NotNull(await _shared.FindAsync(digest, collaboration, default));
    }

    [Fact]
    public async Task Put_into_the_lists_again_It_keeps_the_place_of_what_has_happened_since()
    {
        const string Email = "late.place@harbour.example";
        using var office = await Office.OpenAsync(app);
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), await office.ContactAsync("Late", "Place", Email)))).Text("collaborationId");
        await office.SeesAsync(id, reply => Office.StateOf(reply, "Late Place") == "delivered");
        var (practice, collaboration) = (PracticeOf(office), Identifier.Parse<CollaborationId>(id));
        var record = (await _collaborations.FindAsync(practice, collaboration, default))!.Record;
        var board = app.Services.GetRequiredService<CollaborationBoard>();
        await board.MoveUpAsync(practice, collaboration, record, record.StartedAt.AddHours(1), default);
        await board.AddAsync(practice, collaboration, record, default);

        var listed = await _lists.ListAsync(CollaborationListStore.All(practice), entry => entry.Collaboration == collaboration, default).SingleAsync();
        Assert.Equal(record.StartedAt.AddHours(1), listed.At);
        Assert.Equal(record.StartedAt.AddHours(1), (await _shared.FindAsync(DigestOf(Email), collaboration, default))!.At);
    }

    [Fact]
    public async Task An_email_that_went_out_before_it_was_noted_Is_not_sent_by_a_second_link()
    {
        const string Email = "once.only@harbour.example";
        using var office = await Office.OpenAsync(app);
        var outbox = app.CreateOutbox();
        var (once, other) = (await office.ContactAsync("Once", "Only", Email), await office.ContactAsync("Oth", "Er", "other.cut@harbour.example"));
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), once, other))).Text("collaborationId");
        await office.SeesAsync(id, reply => Office.StateOf(reply, "Once Only") == "delivered" && Office.StateOf(reply, "Oth Er") == "delivered");
        using var person = app.CreatePerson();
        person.Token = OutboxReader.TokenOf(await outbox.LatestAsync(Email));
        await ChangeAsync(office, id, record => record.With(record.Find(Identifier.Parse<ContactId>(once))! with { Seen = 0 }));

        // The process looks at all of them in turn.
        await office.Member.PostAsync($"{office.Of(id)}/collaborators/{other}/resend");
        await outbox.LatestAsync("other.cut@harbour.example", count: 2);
        Assert.Equal("phone", (await person.GetAsync("registration")).Text("step"));
        Assert.Single(await outbox.AllAsync(Email));

        // Asked for, it is another.
        await office.Member.PostAsync($"{office.Of(id)}/collaborators/{once}/resend");
        Assert.NotEqual(person.Token, OutboxReader.TokenOf(await outbox.LatestAsync(Email, count: 2)));
    }

    [Fact]
    public async Task What_its_case_was_not_told_of_Is_noted_once_when_it_is_said_again()
    {
        const string Email = "noted.late@harbour.example";
        using var office = await Office.OpenAsync(app);
        var @case = await office.Member.CaseAsync(office.Path.Split('/')[1], "Marchand");
        var draft = Office.Draft(await office.PatientAsync("Marchand"), await office.ContactAsync("Noted", "Late", Email));
        draft["caseId"] = @case.Split('/')[^1];
        var id = (await office.StartAsync(draft, "a-key")).Text("collaborationId");
        Assert.Equal(["collaborationStarted"], await AgainAsync(office, @case, () => office.StartAsync(draft, "a-key"), HttpStatusCode.Created));

        using var colleague = app.CreatePerson();
        await Office.RegisterAsync(app, colleague, Email, "+12025550187");
        var thread = (await colleague.PostAsync($"collaborations/{id}/open"))["content"]["threadId"]!.GetValue<string>();
        Task<Reply> AnswerAsync() => colleague.PostAsync($"threads/{thread}/messages", new { text = "I see", files = Array.Empty<string>() }, "answer");
        await AnswerAsync();
        Assert.Equal(["collaborationAnswered"], await AgainAsync(office, @case, AnswerAsync, HttpStatusCode.Created));

        Task<Reply> CloseAsync() => office.Member.PostAsync($"{office.Of(id)}/close", new { reason = "Done" });
        await CloseAsync();
        Assert.Equal(["collaborationClosed"], await AgainAsync(office, @case, CloseAsync, HttpStatusCode.Conflict));
    }

    // As if what was noted never had been; then the same twice.
    private async Task<IReadOnlyList<string>> AgainAsync(Office office, string @case, Func<Task<Reply>> again, HttpStatusCode answer)
    {
        await app.Services.GetRequiredService<CaseActivityStore>().DeleteAsync(Identifier.Parse<CaseId>(@case.Split('/')[^1]), default);
        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(answer, (await again()).Status);
        }

        return [.. (await office.Member.GetAsync($"{@case}/activity"))["activities"].AsArray().Select(each => each!["kind"]!.GetValue<string>())];
    }

    // As if the process had ended between the write and all that follows from it.
    private async Task ChangeAsync(Office office, string id, Func<Collaboration, Collaboration> change) =>
        await _collaborations.ChangeAsync<Done>(PracticeOf(office), Identifier.Parse<CollaborationId>(id), record => (change(record), Done.Instance), default);

    private string DigestOf(string email) =>
        EmailAddress.TryRead(email, out var address) ? app.Services.GetRequiredService<AccountEmailStore>().DigestOf(address) : throw new InvalidOperationException("No address.");

    private static PracticeId PracticeOf(Office office) => Identifier.Parse<PracticeId>(office.Path.Split('/')[1]);
}
