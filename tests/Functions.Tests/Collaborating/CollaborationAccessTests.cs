using System.Net;
using Collaborations.Tests.Contract;
using Collaborations.Tests.Fhir;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Collaborating;

/// <summary>Every role against every route of a collaboration: for whoever is not in it, it is not there.</summary>
public sealed class CollaborationAccessTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Reader = "reader@harbour.example";
    private const string Other = "other@harbour.example";

    [Fact]
    public async Task Who_is_not_in_it_Finds_nothing_and_who_is_removed_learns_why()
    {
        using var office = await Office.OpenAsync(app);
        var patient = await office.PatientAsync("Huang");
        var (contact, stranger) = (await office.ContactAsync("Rea", "Der", Reader), await office.ContactAsync("Oth", "Er", Other));
        var file = await office.UploadAsync(patient, "shared.png");
        var draft = Office.Draft(patient, contact);
        draft["files"]!.AsArray().Add(file);
        var started = await office.StartAsync(draft);
        var (id, thread) = (started.Text("collaborationId"), started.Text("threadId"));
        var elsewhere = (await office.StartAsync(Office.Draft(patient, stranger))).Text("collaborationId");
        using var reader = app.CreatePerson();
        await Office.RegisterAsync(app, reader, Reader, "+12025550181");
        using var other = app.CreatePerson();
        await Office.RegisterAsync(app, other, Other, "+12025550182");

        // A member of another practice, a member who is not involved, a colleague of another collaboration, the patient whom it is about, somebody who is
        // not signed in.
        using var clinic = await Clinic.OpenAsync(app);
        using var uninvolved = await Office.OpenAsync(app, Office.Manager);
        using var nobody = app.CreatePerson();
        using var own = app.CreatePerson();
        await RegisterPatientAsync(own, uninvolved);
        (Person, HttpStatusCode)[] outsiders =
        [
            (clinic.Manager, HttpStatusCode.NotFound),
            (uninvolved.Member, HttpStatusCode.NotFound),
            (other, HttpStatusCode.NotFound),
            (own, HttpStatusCode.NotFound),
            (nobody, HttpStatusCode.Unauthorized),
        ];
        foreach (var (person, status) in outsiders)
        {
            foreach (var (operation, path) in Routes(office, id, contact, thread, file))
            {
                Assert.Equal((operation, status), (operation, (await SendAsync(person, operation, path)).Status));
            }
        }

        Assert.Empty((await own.GetAsync("collaborations"))["collaborations"].AsArray());
        Assert.Empty((await uninvolved.Member.GetAsync($"{office.Path}/collaborations"))["collaborations"].AsArray());
        Assert.Equal(elsewhere, Assert.Single((await other.GetAsync("collaborations"))["collaborations"].AsArray())!["collaborationId"]!.GetValue<string>());

        // The collaborator sees theirs, and of the practice nothing else.
        Assert.Equal("open", (await reader.PostAsync($"collaborations/{id}/open")).Text("state"));
        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync($"threads/{thread}")).Status);
        string[] others =
        [
            $"{office.Path}/collaborations",
            office.Of(id),
            $"{office.Path}/patients/{patient}",
            $"{office.Path}/cases",
            $"{office.Path}/contacts",
            $"{office.Path}/members",
            $"files/{file}/address",
            $"files/{file}/address?collaboration={elsewhere}",
            $"collaborations/{elsewhere}",
        ];
        foreach (var path in others)
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await reader.GetAsync(path)).Status));
        }

        // A case manager sees it, and does not edit it.
        using var manager = await Office.OpenAsync(app, Office.CaseManager);
        Assert.Equal(HttpStatusCode.OK, (await manager.Member.GetAsync(office.Of(id))).Status);
        Assert.Equal(HttpStatusCode.OK, (await manager.Member.GetAsync($"files/{file}/address?collaboration={id}")).Status);

        // Removed, they get no address any more, and learn why.
        var address = await reader.GetAsync($"files/{file}/address?collaboration={id}");
        Assert.InRange(address["expiresAt"].GetValue<DateTimeOffset>() - app.Clock.GetUtcNow(), TimeSpan.Zero, TimeSpan.FromMinutes(5));
        var ended = await office.Member.PostAsync($"{office.Of(id)}/collaborators/{contact}/remove", new { reason = "Sent to the wrong lab" });
        Assert.Equal("removed", Office.StateOf(ended, "Rea Der"));
        foreach (var path in new[] { $"files/{file}/address?collaboration={id}", $"files/{file}?collaboration={id}", $"threads/{thread}" })
        {
            Assert.Equal((path, HttpStatusCode.NotFound), (path, (await reader.GetAsync(path)).Status));
        }

        Assert.Equal((HttpStatusCode.Gone, "access-ended"), await StatusAsync(reader, $"collaborations/{id}/open"));
        Assert.Equal(HttpStatusCode.NotFound, (await reader.PostAsync($"threads/{thread}/messages", new { text = "x", files = Array.Empty<string>() }, "k")).Status);
        var removed = await reader.GetAsync($"collaborations/{id}");
        Assert.Equal(("removed", "Sent to the wrong lab"), (removed.Text("state"), removed.Text("reason")));
        Assert.Null(removed.Body!["content"]);
    }

    [Fact]
    public async Task Of_a_case_Its_members_see_it_and_its_list_has_it()
    {
        using var office = await Office.OpenAsync(app);
        var contact = await office.ContactAsync("Cas", "E", "case@harbour.example");
        var @case = await office.Member.CaseAsync(office.Path.Split('/')[1], "Kim");
        var patient = await office.PatientAsync("Kim");
        var draft = Office.Draft(patient, contact);
        draft["caseId"] = @case.Split('/')[^1];
        var id = (await office.StartAsync(draft)).Text("collaborationId");
        using var member = await Office.OpenAsync(app, Office.Manager);
        Assert.Equal(HttpStatusCode.OK, (await member.Member.GetAsync(office.Of(id))).Status);
        var listed = await member.Member.GetAsync($"{office.Path}/collaborations?case={@case.Split('/')[^1]}");
        Assert.Equal(id, Assert.Single(listed["collaborations"].AsArray())!["collaborationId"]!.GetValue<string>());
        Assert.Contains("collaborationStarted", (await member.Member.GetAsync($"{@case}/activity")).Body!.ToJsonString(), StringComparison.Ordinal);
        draft["patientId"] = await office.PatientAsync("Huang");
        Assert.Equal("case-of-another-patient", (await office.StartAsync(draft)).Body!["errors"]!["caseId"]![0]!.GetValue<string>());
    }

    [Fact]
    public async Task The_list_Is_searched_by_number_patient_and_colleague_and_asks_again_for_nothing()
    {
        using var office = await Office.OpenAsync(app);
        var contact = await office.ContactAsync("Xenia", "Yablonski", "xenia@harbour.example");
        var started = await office.StartAsync(Office.Draft(await office.PatientAsync("Adeyemi"), contact));
        var (id, number) = (started.Text("collaborationId"), started["number"].GetValue<int>());
        foreach (var query in new[] { $"q=%23{number}", $"q={number}", "q=yablonski", "q=adeyemi%20xenia", "q=yablonski&state=openForEdits&mine=true" })
        {
            var found = Assert.Single((await office.Member.GetAsync($"{office.Path}/collaborations?{query}"))["collaborations"].AsArray())!;
            Assert.Equal((query, id), (query, found["collaborationId"]!.GetValue<string>()));
        }

        Assert.Empty((await office.Member.GetAsync($"{office.Path}/collaborations?q=yablonski&state=closed"))["collaborations"].AsArray());
        Assert.Equal("state-unknown", (await office.Member.GetAsync($"{office.Path}/collaborations?state=2")).Code);
        var list = await office.Member.GetAsync($"{office.Path}/collaborations?q=yablonski");
        await office.SeesAsync(id, reply => Office.StateOf(reply, "Xenia Yablonski") == "delivered");
        Assert.Equal(HttpStatusCode.NotModified, (await office.Member.GetNewerAsync($"{office.Path}/collaborations?q=yablonski", list.Version)).Status);
    }

    // The one whom it is about, signed in after a registration of their own.
    private async Task RegisterPatientAsync(Person person, Office office)
    {
        const string Email = "walter.huang@home.example";
        var @case = await office.Member.CaseAsync(office.Path.Split('/')[1], "Huang");
        await office.Member.PostAsync($"{@case}/patient-talk/invitation", new { email = Email, confirmEmail = Email });
        await person.RegisterAsync(app.CreateOutbox(), Email, "1949-11-02", "+12025550123", "nine amber kites drift");
        Assert.Equal(HttpStatusCode.OK, (await person.GetAsync("inbox")).Status);
    }

    private static async Task<(HttpStatusCode, string?)> StatusAsync(Person person, string path)
    {
        var reply = await person.PostAsync(path);
        return (reply.Status, reply.Code);
    }

    // The contract's own list, so that a route which is added is asked too.
    private static IEnumerable<(string Operation, string Path)> Routes(Office office, string id, string contact, string thread, string file)
    {
        var own = OpenApiContract.Current.Operations.Where(operation => operation.Contains("/collaborations/{collaborationId}", StringComparison.Ordinal)).ToList();
        Assert.True(own.Count >= 8, "The routes of a collaboration are not found.");
        string[] reused = ["GET /threads/{threadId}", "PUT /threads/{threadId}/read", "GET /files/{fileId}/address?collaboration={collaborationId}"];
        foreach (var operation in own.Concat(reused))
        {
            var path = operation.Split(' ')[1].TrimStart('/').Replace("practices/{practiceId}", office.Path, StringComparison.Ordinal);
            yield return (operation, path.Replace("{collaborationId}", id, StringComparison.Ordinal).Replace("{contactId}", contact, StringComparison.Ordinal)
                .Replace("{threadId}", thread, StringComparison.Ordinal).Replace("{fileId}", file, StringComparison.Ordinal));
        }
    }

    private static Task<Reply> SendAsync(Person person, string operation, string path)
    {
        var method = new HttpMethod(operation.Split(' ')[0]);
        return person.SendAsync(method, path, method == HttpMethod.Get ? null : new { reason = "x", sequence = 1 });
    }
}
