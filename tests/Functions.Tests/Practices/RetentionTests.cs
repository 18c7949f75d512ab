using System.Net;
using Collaborations.Audit;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Practices.Retention;
using Collaborations.Talks;
using Collaborations.Tests.Collaborating;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Practices;

/// <summary>What is closed is deleted when the practice's years are over, with all that belongs to it and nothing else; the audit stays.</summary>
public sealed class RetentionTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const int Years = 2;
    private const string Patient = "grace.kim@home.example";
    private const string Colleague = "kept@harbour.example";
    private const string Words = "nine amber kites drift";
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task Over_Is_deleted_with_all_that_belongs_to_it_and_what_is_open_or_kept_elsewhere_stays()
    {
        using var office = await Office.OpenAsync(app);
        var practice = office.Path.Split('/')[1];
        var (@case, other) = (await office.Member.CaseAsync(practice, "Kim"), await office.Member.CaseAsync(practice, "Baker"));
        var doctorTalk = (await office.Member.GetAsync(@case)).Text("doctorTalkId");
        await office.Member.PostAsync($"threads/{doctorTalk}/messages", new { text = "For us", files = Array.Empty<string>() }, "d");
        await office.Member.PostAsync($"{@case}/patient-talk/invitation", new { email = Patient, confirmEmail = Patient });
        using var patient = app.CreatePerson();
        var thread = await patient.RegisterAsync(app.CreateOutbox(), Patient, "1980-07-27", "+12025550130", Words);
        var sent = (await patient.UploadAsync($"threads/{thread}/files", "photo.png", Png)).Text("fileId");
        Assert.Equal(HttpStatusCode.Created, (await patient.PostAsync($"threads/{thread}/messages", new { text = "Here", files = new[] { sent } }, "k")).Status);
        Assert.Equal(HttpStatusCode.OK, (await office.Member.PutAsync($"{@case}/attachments/{sent}")).Status);

        // Two collaborations of the case with the same upload: the second stays open, and is closed at the end.
        var about = await office.PatientAsync("Kim");
        var upload = await office.UploadAsync(about, "shared.png");
        var contact = await office.ContactAsync("Ke", "Pt", Colleague);
        var draft = Office.Draft(about, contact);
        draft["caseId"] = @case.Split('/')[^1];
        draft["files"]!.AsArray().Add(upload);
        draft["patientInfo"]!.AsArray().Add("allergies");
        var first = await office.StartAsync(draft);
        var (id, talk) = (first.Text("collaborationId"), first.Text("threadId"));
        var second = (await office.StartAsync(draft)).Text("collaborationId");
        using var colleague = app.CreatePerson();
        await Office.RegisterAsync(app, colleague, Colleague, "+12025550182");
        await colleague.PostAsync($"collaborations/{id}/open");
        Assert.Equal(HttpStatusCode.Created, (await colleague.PostAsync($"threads/{talk}/messages", new { text = "I see", files = Array.Empty<string>() }, "c")).Status);
        var written = (await office.Member.GetAsync(office.Of(id)))["attachments"].AsArray()
            .Select(each => each!["file"]!["fileId"]!.GetValue<string>()).Single(file => file != upload);

        await office.Member.PostAsync($"{office.Of(id)}/close", new { reason = "Done" });
        await office.Member.PostAsync($"{@case}/close", new { reason = "Done" });
        await app.ChangeSettingsAsync(settings => settings["retentionYears"] = Years);

        // After the years one collaboration is over; the other is open, and holds its case.
        app.Clock.Advance(TimeSpan.FromDays(366 * Years));
        await UntilAsync(async () => !await IsThereAsync(written) && await TalkAsync(talk) is null);
        using var later = await Office.OpenAsync(app);
        Assert.Equal(HttpStatusCode.NotFound, (await later.Member.GetAsync(later.Of(id))).Status);
        Assert.Equal(HttpStatusCode.OK, (await later.Member.GetAsync(later.Of(second))).Status);
        Assert.Equal(HttpStatusCode.OK, (await later.Member.GetAsync(@case)).Status);
        Assert.True(await IsThereAsync(upload));
        Assert.Equal(HttpStatusCode.NotFound, (await later.Member.GetAsync($"threads/{talk}")).Status);
        Assert.Equal([second], await ListedAsync(later, "?q=kim"));
        Assert.Equal([second], await ListedAsync(later, $"?case={@case.Split('/')[^1]}"));
        await colleague.SignInAsync(Colleague, Office.Password);
        Assert.Equal(second, Assert.Single((await colleague.GetAsync("collaborations"))["collaborations"].AsArray())!["collaborationId"]!.GetValue<string>());

        // With the last of them the case goes.
        await later.Member.PostAsync($"{later.Of(second)}/close", new { reason = "Done" });
        app.Clock.Advance(TimeSpan.FromDays(366 * Years));
        await UntilAsync(() => IsNotedAsync(practice, AuditAction.CaseDeleted, @case.Split('/')[^1]));
        using var end = await Office.OpenAsync(app);
        Assert.Equal(HttpStatusCode.NotFound, (await end.Member.GetAsync(@case)).Status);
        Assert.Equal((null, null), (await TalkAsync(doctorTalk), await TalkAsync(thread)));
        Assert.False(await IsThereAsync(sent));
        Assert.False(await IsThereAsync(upload));
        Assert.Equal(HttpStatusCode.NotFound, (await end.Member.GetAsync($"files/{sent}")).Status);
        Assert.Empty((await end.Member.GetAsync($"practices/{practice}/cases?q=kim"))["cases"].AsArray());
        Assert.Equal(HttpStatusCode.OK, (await end.Member.GetAsync(other)).Status);
        Assert.Equal(about, await end.PatientAsync("Kim"));
        using var returned = app.CreatePerson();
        await returned.SignInAsync(Patient, Words);
        Assert.Empty((await returned.GetAsync("inbox"))["items"].AsArray());
        Assert.Equal(HttpStatusCode.NotFound, (await returned.GetAsync($"threads/{thread}")).Status);

        // The next number is the next one, and the audit says what was deleted, whole.
        var third = await end.StartAsync(Office.Draft(about, contact));
        Assert.Equal(first["number"].GetValue<int>() + 2, third["number"].GetValue<int>());
        using var manager = await Office.OpenAsync(app, Office.Manager);
        Assert.True(await IsNotedAsync(practice, AuditAction.CollaborationDeleted, id));
        Assert.True((await manager.Member.GetAsync($"{manager.Path}/audit/verification"))["intact"].GetValue<bool>());
    }

    [Fact]
    public async Task A_rule_Deletes_nothing_while_it_is_young_and_ends_with_the_next()
    {
        using var office = await Office.OpenAsync(app);
        var @case = await office.Member.CaseAsync(office.Path.Split('/')[1], "Delgado");
        await office.Member.PostAsync($"{@case}/close", new { reason = "Done" });
        await app.ChangeSettingsAsync(settings => settings["retentionYears"] = 50);
        var first = await RuleAsync(office);
        using var later = await AdvanceAsync(366 * Years);
        Assert.Equal(RetentionStep.Done, await DeleteAsync(first));

        // Shortened by mistake: what is over by that stays for seven days, and the mistake is mended.
        await app.ChangeSettingsAsync(settings => settings["retentionYears"] = 1);
        var mistake = await RuleAsync(office);
        Assert.NotEqual(first, mistake);
        Assert.Equal(RetentionStep.Over, await DeleteAsync(first));
        app.Clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal(RetentionStep.Done, await DeleteAsync(mistake));
        await app.ChangeSettingsAsync(settings => settings.Remove("retentionYears"));
        using var end = await AdvanceAsync(30);
        Assert.Equal(RetentionStep.Over, await DeleteAsync(mistake));
        Assert.Equal("closed", (await end.Member.GetAsync(@case)).Text("status"));
    }

    [Fact]
    public async Task Opened_again_Is_kept()
    {
        using var office = await Office.OpenAsync(app);
        var @case = await office.Member.CaseAsync(office.Path.Split('/')[1], "Marchand");
        var kept = app.Services.GetServices<IRetained>().Single(kind => kind.Deleted == AuditAction.CaseDeleted);
        var practice = PracticeId.From(Guid.Parse(office.Path.Split('/')[1]));
        var id = Guid.Parse(@case.Split('/')[^1]);
        using var owner = await Office.OpenAsync(app, Office.CaseManager);
        await owner.Member.PostAsync($"{@case}/close", new { reason = "Done" });
        await owner.Member.PostAsync($"{@case}/reopen", new { reason = "A question" });
        Assert.False(await kept.DeleteAsync(practice, id, app.Clock.GetUtcNow() + TimeSpan.FromDays(1), () => throw new InvalidOperationException("Nothing is deleted."), default));
        Assert.Equal(HttpStatusCode.OK, (await owner.Member.GetAsync(@case)).Status);
    }

    [Fact]
    public async Task Cut_off_It_is_nobodys_at_once_and_the_next_time_does_the_rest()
    {
        using var owner = await Office.OpenAsync(app, Office.CaseManager);
        var @case = await owner.Member.CaseAsync(owner.Path.Split('/')[1], "Rivera");
        await owner.Member.PostAsync($"{@case}/close", new { reason = "Done" });
        var kept = app.Services.GetServices<IRetained>().Single(kind => kind.Deleted == AuditAction.CaseDeleted);
        var (practice, id) = (PracticeId.From(Guid.Parse(owner.Path.Split('/')[1])), Guid.Parse(@case.Split('/')[^1]));
        var limit = app.Clock.GetUtcNow() + TimeSpan.FromDays(1);
        await Assert.ThrowsAsync<InvalidOperationException>(() => kept.DeleteAsync(practice, id, limit, () => throw new InvalidOperationException("Cut off."), default));
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Member.GetAsync(@case)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await owner.Member.PostAsync($"{@case}/reopen", new { reason = "A question" })).Status);
        Assert.Contains(id, await kept.ListAsync(practice, limit, default).ToListAsync());

        var noted = 0;
        Assert.True(await kept.DeleteAsync(practice, id, limit, () => Task.FromResult(noted++), default));
        Assert.DoesNotContain(id, await kept.ListAsync(practice, limit, default).ToListAsync());
        Assert.True(await kept.DeleteAsync(practice, id, limit, () => Task.FromResult(noted++), default));
        Assert.Equal(1, noted);
    }

    // Time goes on, so that the process looks again.
    private async Task UntilAsync(Func<Task<bool>> happened)
    {
        await Eventually.IsAsync(LaterAsync, "It does not come to be so.");

        async Task<bool> LaterAsync()
        {
            app.Clock.Advance(TimeSpan.FromHours(1));
            return await happened();
        }
    }

    private static async Task<IEnumerable<string>> ListedAsync(Office office, string query) =>
        (await office.Member.GetAsync($"{office.Path}/collaborations{query}"))["collaborations"].AsArray().Select(each => each!["collaborationId"]!.GetValue<string>());

    private async Task<bool> IsNotedAsync(string practice, AuditAction action, string id)
    {
        await foreach (var (_, line) in app.Services.GetRequiredService<AuditStore>().ListAsync(practice, default))
        {
            if (line?.Line is { Actor: null, Outcome: AuditLine.Done } noted && noted.Action == action && noted.Subject == id)
            {
                return true;
            }
        }

        return false;
    }

    // Whoever was signed in is not any more.
    private async Task<Office> AdvanceAsync(int days)
    {
        app.Clock.Advance(TimeSpan.FromDays(days));
        return await Office.OpenAsync(app);
    }

    private async Task<RetentionInput> RuleAsync(Office office)
    {
        var practice = PracticeId.From(Guid.Parse(office.Path.Split('/')[1]));
        var found = await app.Services.GetRequiredService<PracticeStore>().FindAsync(practice, default);
        return new RetentionInput(practice, found!.Record.Retention!.Number);
    }

    private Task<RetentionStep> DeleteAsync(RetentionInput input) =>
        ActivatorUtilities.CreateInstance<RetentionActivities>(app.Services).DeleteWhatIsOver(input, default);

    private Task<bool> IsThereAsync(string file) =>
        app.Services.GetRequiredService<FileVault>().IsThereAsync(FileId.From(Guid.Parse(file)), default);

    private async Task<Talk?> TalkAsync(string thread) =>
        (await app.Services.GetRequiredService<TalkStore>().FindAsync(ThreadId.From(Guid.Parse(thread)), default))?.Record;
}
