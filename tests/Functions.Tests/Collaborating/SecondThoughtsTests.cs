using System.Net;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Talks;
using Collaborations.Talks.Posting;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Collaborating;

/// <summary>Answers that were lost on their way, people who leave, and what somebody changes their mind about.</summary>
public sealed class SecondThoughtsTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task Started_with_the_same_key_and_another_draft_Is_refused_and_nobody_is_invited()
    {
        using var office = await Office.OpenAsync(app);
        var patient = await office.PatientAsync("Huang");
        var (meant, wrong) = (await office.ContactAsync("Ana", "Meant", "ana.meant@harbour.example"), await office.ContactAsync("Ivo", "Wrong", "ivo.wrong@harbour.example"));
        var first = await office.StartAsync(Office.Draft(patient, meant), "key");
        Assert.Equal(HttpStatusCode.Created, first.Status);

        var other = await office.StartAsync(Office.Draft(patient, meant, wrong), "key");
        Assert.Equal((HttpStatusCode.Conflict, "already-started"), (other.Status, other.Code));
        Assert.Equal(first.Text("collaborationId"), (await office.StartAsync(Office.Draft(patient, meant), "key")).Text("collaborationId"));
        Assert.Empty(await app.CreateOutbox().AllAsync("ivo.wrong@harbour.example"));
    }

    [Fact]
    public async Task Removed_below_an_open_edit_They_stay_out_and_get_no_second_email()
    {
        using var office = await Office.OpenAsync(app);
        var patient = await office.PatientAsync("Huang");
        var (stays, goes) = (await office.ContactAsync("Kay", "Stays", "kay.stays@harbour.example"), await office.ContactAsync("Lou", "Goes", "lou.goes@harbour.example"));
        var id = (await office.StartAsync(Office.Draft(patient, stays, goes))).Text("collaborationId");
        await app.CreateOutbox().LatestAsync("lou.goes@harbour.example");
        await office.Member.PostAsync($"{office.Of(id)}/collaborators/{goes}/remove", new { reason = "The wrong person" });

        var late = await office.Member.PutAsync(office.Of(id), Office.Edit(1, "Newer", stays, goes));
        Assert.Equal("changed-meanwhile", late.Code);
        Assert.Equal(HttpStatusCode.OK, (await office.Member.PutAsync(office.Of(id), Office.Edit(2, "Newer", stays))).Status);
        Assert.Equal("removed", Office.StateOf(await office.Member.GetAsync(office.Of(id)), "Lou Goes"));
        Assert.Single(await app.CreateOutbox().AllAsync("lou.goes@harbour.example"));
    }

    [Fact]
    public async Task A_message_whose_answer_was_lost_Is_told_of_when_it_is_sent_again()
    {
        using var office = await Office.OpenAsync(app);
        var patient = await office.PatientAsync("Huang");
        const string Email = "sol.answers@harbour.example";
        var contact = await office.ContactAsync("Sol", "Answers", Email);
        var id = (await office.StartAsync(Office.Draft(patient, contact))).Text("collaborationId");
        using var colleague = app.CreatePerson();
        await Office.RegisterAsync(app, colleague, Email, "+12025550181");
        var thread = (await colleague.PostAsync($"collaborations/{id}/open"))["content"]["threadId"]!.GetValue<string>();

        // As if the process had ended between the write and all that follows from it.
        var account = (await colleague.GetAsync("session")).Text("accountId");
        await WriteAloneAsync(ThreadId.From(Guid.Parse(thread)), Guid.Parse(account), "I saw it.", "the-key");
        Assert.Equal("read", (await office.Member.GetAsync(office.Of(id))).Text("state"));

        Assert.Equal(HttpStatusCode.Created, (await colleague.PostAsync($"threads/{thread}/messages", new { text = "I saw it.", files = Array.Empty<string>() }, "the-key")).Status);
        Assert.Equal("answered", (await office.Member.GetAsync(office.Of(id))).Text("state"));
        await app.CreateOutbox().FindAsync(Office.Doctor, "Something new in collaboration");
        Assert.Single((await colleague.GetAsync($"threads/{thread}"))["messages"].AsArray());
    }

    [Fact]
    public async Task An_address_that_is_none_Keeps_nobody_else_from_their_email_and_the_starter_is_told()
    {
        const string Known = CollaborationsApp.NoAddress + "more@harbour.example";
        const string Unknown = CollaborationsApp.NoAddress + "way@harbour.example";
        using var office = await Office.OpenAsync(app);
        var patient = await office.PatientAsync("Huang");
        var (known, unknown) = (await office.ContactAsync("Had", "Account", Known), await office.ContactAsync("Has", "None", Unknown));
        var fine = await office.ContactAsync("Still", "There", "still.there@harbour.example");
        await office.StartAsync(Office.Draft(patient, known));
        using var colleague = app.CreatePerson();
        await Office.RegisterAsync(app, colleague, Known, "+12025550183");
        try
        {
            // The one by a link, the other by a notice to an account; the third comes after both.
            app.Sender = SenderState.KnowsAddresses;
            var started = await office.StartAsync(Office.Draft(patient, unknown, known, fine));
            await office.SeesAsync(started.Text("collaborationId"), reply =>
                Office.StateOf(reply, "Has None") == "bounced" && Office.StateOf(reply, "Had Account") == "bounced" && Office.StateOf(reply, "Still There") == "delivered");
            await app.CreateOutbox().FindAsync(Office.Doctor, $"An email of collaboration {started["number"]} did not arrive");
        }
        finally
        {
            app.Sender = SenderState.Works;
        }
    }

    [Fact]
    public async Task Answered_after_the_starter_left_A_case_manager_is_told_and_writes_back()
    {
        const string Email = "ada.heir@harbour.example";
        using var office = await Office.OpenAsync(app);
        var contact = await office.ContactAsync("Ada", "Heir", Email);
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact))).Text("collaborationId");
        using var colleague = app.CreatePerson();
        await Office.RegisterAsync(app, colleague, Email, "+12025550184");
        var thread = (await colleague.PostAsync($"collaborations/{id}/open"))["content"]["threadId"]!.GetValue<string>();
        using var manager = app.CreatePerson();
        await manager.SignInAsync(Office.Manager, app.Password);
        using var heir = app.CreatePerson();
        await heir.SignInAsync(Office.CaseManager, app.Password);
        var ben = (await manager.GetAsync($"{office.Path}/members"))["members"].AsArray().Single(each => each!["email"]!.GetValue<string>() == Office.Doctor)!["memberId"]!.GetValue<string>();
        await manager.SendAsync(HttpMethod.Patch, $"{office.Path}/members/{ben}", new { disabled = true });
        try
        {
            Assert.Equal(HttpStatusCode.Created, (await colleague.PostAsync($"threads/{thread}/messages", new { text = "Done.", files = Array.Empty<string>() }, "a")).Status);
            await app.CreateOutbox().FindAsync(Office.CaseManager, "Something new in collaboration");
            Assert.Equal(HttpStatusCode.Created, (await heir.PostAsync($"threads/{thread}/messages", new { text = "Thank you.", files = Array.Empty<string>() }, "b")).Status);
        }
        finally
        {
            await manager.SendAsync(HttpMethod.Patch, $"{office.Path}/members/{ben}", new { disabled = false });
        }
    }

    [Fact]
    public async Task A_file_whose_check_never_began_Is_checked_when_it_is_said_again_that_it_is_complete()
    {
        using var office = await Office.OpenAsync(app);
        var file = FileId.From(Guid.Parse(await office.UploadAsync(await office.PatientAsync("Huang"), "late.png")));
        using var operators = app.CreateOperator();
        await CollaborationsApp.AtRestAsync(app.Services);
        Assert.Equal(HttpStatusCode.OK, (await operators.SendAsync(HttpMethod.Delete, $"operations/workflows/{FileCheckOrchestration.InstanceOf(file)}")).Status);
        await app.Services.GetRequiredService<FileStore>().ChangeAsync<Done>(file, record => (record with { State = FileState.Checking }, Done.Instance), CancellationToken.None);

        var again = await office.Member.PostAsync($"files/{file}/complete", new { blocks = new[] { "MDAwMQ==" } });
        Assert.True(again.Status is HttpStatusCode.OK or HttpStatusCode.Accepted, $"{again.Status}");
        await Eventually.IsAsync(async () => (await office.Member.GetAsync($"files/{file}")).Text("state") == "ready", "It stays in check.");
    }

    [Fact]
    public async Task Found_by_its_number_and_by_the_patients_own_with_or_without_accents()
    {
        using var office = await Office.OpenAsync(app);
        var found = (await office.Member.GetAsync($"{office.Path}/patients?q=Sorensen"))["patients"][0]!;
        var contact = await office.ContactAsync("Renée", "Blå", "renee.bla@harbour.example");
        var started = await office.StartAsync(Office.Draft(found["patientId"]!.GetValue<string>(), contact));
        var number = started["number"].GetValue<int>();

        foreach (var words in new[] { $"#{number}", $"{number}", found["code"]!.GetValue<string>(), "sorensen", "Sørensen renee" })
        {
            var list = (await office.Member.GetAsync($"{office.Path}/collaborations?q={Uri.EscapeDataString(words)}"))["collaborations"].AsArray();
            Assert.True(list.Any(each => each!["number"]!.GetValue<int>() == number), $"{words} finds {list.ToJsonString()}");
        }
    }

    [Fact]
    public async Task A_name_of_two_lines_Is_one_line_wherever_it_goes()
    {
        using var office = await Office.OpenAsync(app);
        const string Email = "two.lines@harbour.example";
        var contact = await office.ContactAsync("Two\r\nBcc: somebody@else.example", "Li\u2028nes", Email);
        var draft = Office.Draft(await office.PatientAsync("Huang"), contact);
        draft["email"]!["subject"] = "For {collaborator}";
        await office.StartAsync(draft);

        var subject = (await app.CreateOutbox().LatestAsync(Email))["subject"]!.GetValue<string>();
        Assert.StartsWith("For Two Bcc: somebody@else.example Li nes", subject, StringComparison.Ordinal);
        Assert.DoesNotContain(subject, letter => char.IsControl(letter) || letter == '\u2028');
    }

    private async Task WriteAloneAsync(ThreadId thread, Guid author, string text, string key)
    {
        var talks = app.Services.GetRequiredService<TalkStore>();
        var before = (await talks.FindAsync(thread, CancellationToken.None))!;
        var id = app.Services.GetRequiredService<MessageIds>().Of(thread, author, key);
        var sequence = before.Record.Sequence + 1;
        var now = app.Clock.GetUtcNow();
        var message = new Message(id, sequence, Side.Collaborator, author, now, text, [], MessageState.Sent, null, Changes: 0);
        var after = (before.Record with { Sequence = sequence }).Read(author, sequence, now);
        Assert.True(await talks.AddMessageAsync(thread, before, after, message, CancellationToken.None));
    }
}
