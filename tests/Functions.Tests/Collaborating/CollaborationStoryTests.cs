using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Collaborating;

/// <summary>The whole of it, by the requests of its pages: one colleague reads at once, one late.</summary>
public sealed class CollaborationStoryTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Early = "nora.quist@harbour.example";
    private const string Late = "ilan.roth@harbour.example";

    [Fact]
    public async Task Two_colleagues_are_asked_the_first_read_falls_the_lock_and_both_answer()
    {
        using var office = await Office.OpenAsync(app);
        var outbox = app.CreateOutbox();
        var patient = await office.PatientAsync("Huang");
        var (nora, ilan) = (await office.ContactAsync("Nora", "Quist", Early), await office.ContactAsync("Ilan", "Roth", Late));
        var file = await office.UploadAsync(patient, "x-ray.png");
        var draft = Office.Draft(patient, nora, ilan);
        draft["patientInfo"] = new JsonArray("allergies", "demographics");
        draft["files"] = new JsonArray(file);

        // Pressed twice, it is one.
        var both = await Task.WhenAll(office.StartAsync(draft, "once"), office.StartAsync(draft, "once"));
        Assert.All(both, reply => Assert.Equal(HttpStatusCode.Created, reply.Status));
        var started = both[0];
        var id = started.Text("collaborationId");
        Assert.Equal(id, both[1].Text("collaborationId"));
        Assert.Equal((1, "openForEdits", true), (started["number"].GetValue<int>(), started.Text("state"), started["canEdit"].GetValue<bool>()));
        Assert.Equal(["demographics", "allergies"], started["attachments"].AsArray().Select(each => each!["patientInfo"]?.GetValue<string>()).OfType<string>());
        Assert.Equal(app.Clock.GetUtcNow().AddMinutes(3), started["locksAt"].GetValue<DateTimeOffset>(), TimeSpan.FromMilliseconds(1));

        var mail = await outbox.LatestAsync(Early);
        Assert.Equal("Riverside Dental writes to you [1]", mail["subject"]!.GetValue<string>());
        Assert.Contains("Hello Nora Quist,", mail["text"]!.GetValue<string>(), StringComparison.Ordinal);
        await outbox.LatestAsync(Late);
        await office.SeesAsync(id, reply => Office.StateOf(reply, "Nora Quist") == "delivered" && Office.StateOf(reply, "Ilan Roth") == "delivered");

        // An edit inside the window reaches the reader.
        var edit = Office.Edit(1, $"Please look at the {Office.Secret} bridge.", nora, ilan);
        edit["patientInfo"] = new JsonArray("allergies", "demographics");
        edit["files"] = new JsonArray(file);
        var edited = await office.Member.PutAsync(office.Of(id), edit);
        Assert.Equal((HttpStatusCode.OK, 2), (edited.Status, edited["version"].GetValue<int>()));

        using var early = app.CreatePerson();
        await Office.RegisterAsync(app, early, Early, "+12025550171");
        var waiting = Assert.Single((await early.GetAsync("collaborations"))["collaborations"].AsArray())!;
        Assert.Equal(("waiting", id), (waiting["state"]!.GetValue<string>(), waiting["collaborationId"]!.GetValue<string>()));
        var before = await early.GetAsync($"collaborations/{id}");
        Assert.Null(before.Body!["content"]);
        Assert.DoesNotContain("Huang", before.Body.ToJsonString(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await early.GetAsync($"files/{file}/address?collaboration={id}")).Status);
        var opened = await early.PostAsync($"collaborations/{id}/open");
        Assert.Equal($"Please look at the {Office.Secret} bridge.", opened["content"]["message"]!.GetValue<string>());
        Assert.Equal(3, opened["content"]["attachments"]!.AsArray().Count);
        Assert.Equal(HttpStatusCode.OK, (await early.GetAsync($"files/{file}/address?collaboration={id}")).Status);

        // Now it is locked, and the member learns by whom.
        var refused = await office.Member.PutAsync(office.Of(id), Office.Edit(2, "too late", nora, ilan));
        Assert.Equal(("collaboration-read", "Nora Quist"), (refused.Code, refused.Text("readBy")));
        Assert.Equal(app.Clock.GetUtcNow(), refused["readAt"].GetValue<DateTimeOffset>(), TimeSpan.FromMilliseconds(1));
        var read = await office.Member.GetAsync(office.Of(id));
        Assert.Equal(("read", false), (read.Text("state"), read["canEdit"].GetValue<bool>()));
        var follow = await office.Member.PostAsync($"threads/{read.Text("threadId")}/messages", new { text = "And the margin, please.", files = Array.Empty<string>() }, "f");
        Assert.Equal(HttpStatusCode.Created, follow.Status);

        // The one who reads late sees the same, and what was added.
        await office.AdvanceAsync(TimeSpan.FromMinutes(3));
        using var late = app.CreatePerson();
        await Office.RegisterAsync(app, late, Late, "+12025550172");
        var second = await late.PostAsync($"collaborations/{id}/open");
        Assert.Equal(opened["content"]["message"]!.ToJsonString(), second["content"]["message"]!.ToJsonString());
        Assert.Equal(1, second["unread"].GetValue<int>());
        Assert.Equal(["Nora Quist", "Ilan Roth"], second["content"]["collaborators"]!.AsArray().Select(each => each!["name"]!.GetValue<string>()));

        await AnswerAsync(office, early, id, "early");
        await AnswerAsync(office, late, id, "late");
        var list = await office.Member.GetAsync($"{office.Path}/collaborations?patient={patient}&unread=true");
        var item = Assert.Single(list["collaborations"].AsArray())!;
        Assert.Equal(("answered", 2), (item["state"]!.GetValue<string>(), item["unread"]!.GetValue<int>()));
        await outbox.FindAsync(Office.Doctor, "Something new in collaboration 1");
        await CollaborationsApp.AtRestAsync(app.Services);
        var told = await outbox.AllAsync(Office.Doctor);
        Assert.Single(told, each => each["subject"]!.GetValue<string>() == "Something new in collaboration 1 at Riverside Dental");

        // Closed, it is read and not written; opened again, they go on.
        Assert.Equal("closed", (await office.Member.PostAsync($"{office.Of(id)}/close", new { reason = "Done" })).Text("state"));
        Assert.Equal("collaboration-closed", (await WriteAsync(late, id, "one more")).Code);
        Assert.Equal("closed", (await late.GetAsync($"collaborations/{id}")).Text("state"));
        Assert.Equal("answered", (await office.Member.PostAsync($"{office.Of(id)}/reopen", new { reason = "A question" })).Text("state"));
        Assert.Equal(HttpStatusCode.Created, (await WriteAsync(late, id, "one more")).Status);
    }

    private static async Task AnswerAsync(Office office, Person colleague, string id, string who)
    {
        var thread = (await colleague.GetAsync($"collaborations/{id}"))["content"]["threadId"]!.GetValue<string>();
        var file = await colleague.UploadAsync($"threads/{thread}/files", $"{who}.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3]);
        var sent = await colleague.PostAsync($"threads/{thread}/messages", new { text = $"It is {who}.", files = new[] { file.Text("fileId") } }, who);
        Assert.Equal((HttpStatusCode.Created, "collaborator"), (sent.Status, sent["author"]["side"]!.GetValue<string>()));
        Assert.Equal(HttpStatusCode.OK, (await office.Member.GetAsync($"files/{file.Text("fileId")}/address")).Status);
    }

    private static async Task<Reply> WriteAsync(Person colleague, string id, string text)
    {
        var thread = (await colleague.GetAsync($"collaborations/{id}"))["content"]["threadId"]!.GetValue<string>();
        return await colleague.PostAsync($"threads/{thread}/messages", new { text, files = Array.Empty<string>() }, Guid.NewGuid().ToString());
    }
}
