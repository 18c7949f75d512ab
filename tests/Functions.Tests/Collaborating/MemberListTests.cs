using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Collaborating;
using Collaborations.Identifiers;
using Collaborations.Storage;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Collaborating;

/// <summary>A member's list is read from what they may see, however much else the practice has; and what happens to a collaboration stands in its case.</summary>
public sealed class MemberListTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private readonly CollaborationListStore _lists = app.Services.GetRequiredService<CollaborationListStore>();

    [Fact]
    public async Task Of_a_practice_with_many_A_member_is_shown_their_own_at_once()
    {
        using var office = await Office.OpenAsync(app);
        var id = await StartAsync(office, "Adeyemi", "Own", @case: null);
        await FillAsync(CollaborationListStore.All(PracticeOf(office)), 250, "OWN");

        var list = await office.Member.GetAsync($"{office.Path}/collaborations?q=own");
        Assert.Equal(id, Assert.Single(list["collaborations"].AsArray())!["collaborationId"]!.GetValue<string>());
        Assert.Null(list.Body!["cursor"]);

        // Whoever sees all of the practice reads the list of all.
        using var manager = await Office.OpenAsync(app, Office.CaseManager);
        Assert.Contains(id, await IdsAsync(manager, "q=own"));
    }

    [Fact]
    public async Task Where_hundreds_do_not_match_The_first_page_has_the_one_that_does()
    {
        using var office = await Office.OpenAsync(app);
        var id = await StartAsync(office, "Adeyemi", "Deep", @case: null);
        var member = (await office.Member.SignInAsMemberAsync(Office.Doctor, app.Password)).Member;
        await FillAsync(CollaborationListStore.SeenBy(PracticeOf(office), Identifier.Parse<MemberId>(member)), 330, "DEEP");

        Assert.Equal(id, Assert.Single(await IdsAsync(office, "q=deep")));
    }

    [Fact]
    public async Task Pages_follow_one_another_Without_a_gap_and_nothing_twice()
    {
        using var office = await Office.OpenAsync(app);
        var contact = await office.ContactAsync("Paige", "Pager", "pager@harbour.example");
        var started = new List<string>();
        for (var number = 0; number < 25; number++)
        {
            started.Add((await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact))).Text("collaborationId"));
        }

        var first = await office.Member.GetAsync($"{office.Path}/collaborations?q=pager");
        Assert.Equal(20, first["collaborations"].AsArray().Count);
        var second = await IdsAsync(office, $"q=pager&cursor={Uri.EscapeDataString(first.Text("cursor"))}");
        Assert.Equal(started.Order(), first["collaborations"].AsArray().Select(IdOf).Concat(second).Order());
    }

    [Fact]
    public async Task Who_comes_into_a_case_Finds_its_collaborations_and_who_leaves_it_does_not()
    {
        using var office = await Office.OpenAsync(app);
        using var other = await Office.OpenAsync(app, Office.Manager);
        var (practice, member) = await other.Member.SignInAsMemberAsync(Office.Manager, app.Password);
        var @case = await office.Member.CaseAsync(practice, "Baker");
        var before = await StartAsync(office, "Baker", "Before", @case);
        Assert.DoesNotContain(before, await IdsAsync(other));

        Assert.True((await office.Member.PostAsync($"{@case}/members", new { memberId = member })).Status is HttpStatusCode.OK or HttpStatusCode.Created);
        var after = await StartAsync(office, "Baker", "After", @case);
        var found = await IdsAsync(other);
        Assert.Contains(before, found);
        Assert.Contains(after, found);

        Assert.True((await office.Member.SendAsync(HttpMethod.Delete, $"{@case}/members/{member}")).Status is HttpStatusCode.OK or HttpStatusCode.NoContent);
        found = await IdsAsync(other);
        Assert.DoesNotContain(before, found);
        Assert.DoesNotContain(after, found);
    }

    [Fact]
    public async Task Answered_closed_and_opened_again_Stands_in_its_case_by_whom_and_without_a_word()
    {
        using var office = await Office.OpenAsync(app);
        var @case = await office.Member.CaseAsync(office.Path.Split('/')[1], "Kim");
        var id = await StartAsync(office, "Kim", "Answers", @case);
        using var colleague = app.CreatePerson();
        await Office.RegisterAsync(app, colleague, "answers@harbour.example", "+12025550179");
        var thread = (await colleague.PostAsync($"collaborations/{id}/open"))["content"]["threadId"]!.GetValue<string>();
        foreach (var text in new[] { "Yes.", "And no." })
        {
            app.Clock.Advance(TimeSpan.FromSeconds(1));
            var sent = await colleague.PostAsync($"threads/{thread}/messages", new { text, files = Array.Empty<string>() }, Guid.NewGuid().ToString());
            Assert.Equal(HttpStatusCode.Created, sent.Status);
        }

        // Each at an instant of its own, by which they are in order.
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await office.Member.PostAsync($"{office.Of(id)}/close", new { reason = "All is said" });
        app.Clock.Advance(TimeSpan.FromSeconds(1));
        await office.Member.PostAsync($"{office.Of(id)}/reopen", new { reason = "Something more" });

        var activity = (await office.Member.GetAsync($"{@case}/activity"))["activities"].AsArray();
        Assert.Equal(
            ["collaborationReopened Ben Lindqvist", "collaborationClosed Ben Lindqvist", "collaborationAnswered Ann Answers"],
            activity.Take(3).Select(each => $"{each!["kind"]} {each["byName"]}"));
        Assert.DoesNotContain("reason", activity[0]!.AsObject());
        Assert.DoesNotContain("reason", activity[1]!.AsObject());
    }

    private static string IdOf(JsonNode? item) => item!["collaborationId"]!.GetValue<string>();

    private static PracticeId PracticeOf(Office office) => Identifier.Parse<PracticeId>(office.Path.Split('/')[1]);

    private static async Task<IReadOnlyList<string>> IdsAsync(Office office, string query = "") =>
        [.. (await office.Member.GetAsync($"{office.Path}/collaborations?{query}"))["collaborations"].AsArray().Select(IdOf)];

    private static async Task<string> StartAsync(Office office, string patient, string last, string? @case)
    {
        var draft = Office.Draft(await office.PatientAsync(patient), await office.ContactAsync("Ann", last, $"{last}@harbour.example"));
        if (@case is not null)
        {
            draft["caseId"] = @case.Split('/')[^1];
        }

        return (await office.StartAsync(draft)).Text("collaborationId");
    }

    // Entries of nobody's, later than all others.
    private Task FillAsync(string list, int entries, string words) => RowBatches.ForEachAsync(
        Enumerable.Range(1, entries),
        (number, stop) => _lists.PutAsync(
            list, new CollaborationEntry(CollaborationId.From(Guid.CreateVersion7()), app.Clock.GetUtcNow().AddDays(1).AddSeconds(number), words), stop),
        CancellationToken.None);
}
