using System.Net;
using Azure.Data.Tables;
using Collaborations.Cases;
using Collaborations.Identifiers;
using Collaborations.Tests.Storage;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Cases;

/// <summary>The lists of cases say what the cases say, whoever was cut off and whoever came between.</summary>
public sealed class CaseListTests : IClassFixture<CollaborationsApp>
{
    private const string Manager = "amara.okafor@riverside.example";
    private const string Doctor = "ben.lindqvist@riverside.example";
    private static readonly Interruption Hook = new();
    private readonly CollaborationsApp _app;

    public CaseListTests(CollaborationsApp app)
    {
        _app = app;
        Hook.Into(app);
    }

    [Fact]
    public async Task A_begin_that_is_cut_off_at_the_lists_Leaves_no_case_that_nobody_finds()
    {
        using var doctor = _app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, _app.Password);
        var before = await CountAsync("Cases");
        var patientId = (await doctor.GetAsync($"practices/{practice}/patients?q=Benali"))["patients"][0]!["patientId"]!.GetValue<string>();
        Hook.Next("CaseLists", Moment.BeforeALook, static () => throw new IOException("The test has cut this off."));
        Assert.Equal(HttpStatusCode.InternalServerError, (await doctor.PostAsync($"practices/{practice}/cases", new { patientId, title = "Lost" })).Status);
        Assert.Equal(before, await CountAsync("Cases"));
    }

    [Fact]
    public async Task A_close_that_was_cut_off_Is_in_the_lists_and_the_activity_when_it_is_pressed_again()
    {
        using var doctor = _app.CreatePerson();
        var (practice, @case, ben) = await BeginAsync(doctor, "Cut off closing");
        await ChangeAsync(practice, @case, record => record with
        {
            Status = CaseStatus.Closed,
            StatusReason = "Healed",
            StatusAt = _app.Clock.GetUtcNow(),
            StatusBy = Identifier.Parse<MemberId>(ben),
        });
        Assert.DoesNotContain(@case, await ListAsync(doctor, practice, "status=closed"), StringComparison.Ordinal);

        for (var times = 0; times < 2; times++)
        {
            Assert.Equal("case-closed", (await doctor.PostAsync($"practices/{practice}/cases/{@case}/close", new { reason = "Again" })).Code);
        }

        Assert.Contains(@case, await ListAsync(doctor, practice, "status=closed"), StringComparison.Ordinal);
        var noted = Assert.Single(await ActivityAsync(doctor, practice, @case), each => each.Kind == "caseClosed");
        Assert.Equal("Healed", noted.Reason);
    }

    [Fact]
    public async Task Reopened_while_it_is_closed_The_lists_say_open()
    {
        using var doctor = _app.CreatePerson();
        using var other = _app.CreatePerson();
        await other.SignInAsync(Doctor, _app.Password);
        var (practice, @case, _) = await BeginAsync(doctor, "Crossing");
        var path = $"practices/{practice}/cases/{@case}";
        Hook.Next("CaseLists", Moment.BeforeALook, async () => Assert.Equal("open", (await other.PostAsync($"{path}/reopen", new { reason = "Not yet" })).Text("status")));
        var closed = await doctor.PostAsync($"{path}/close", new { reason = "Done" });

        // The answer is what this one did.
        Assert.Equal((HttpStatusCode.OK, "closed", "Done"), (closed.Status, closed.Text("status"), closed.Text("statusReason")));
        Assert.Contains(@case, await ListAsync(doctor, practice, "status=open"), StringComparison.Ordinal);
        Assert.DoesNotContain(@case, await ListAsync(doctor, practice, "status=closed"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Added_by_somebody_who_was_cut_off_They_find_it_and_are_told_once_when_it_is_pressed_again()
    {
        using var doctor = _app.CreatePerson();
        using var manager = _app.CreatePerson();
        var (_, amara) = await manager.SignInAsMemberAsync(Manager, _app.Password);
        var (practice, @case, ben) = await BeginAsync(doctor, "Cut off adding");
        var (member, by) = (Identifier.Parse<MemberId>(amara), Identifier.Parse<MemberId>(ben));
        await ChangeAsync(practice, @case, record => record.Add(member, by, _app.Clock.GetUtcNow()));
        Assert.DoesNotContain(@case, await ListAsync(manager, practice), StringComparison.Ordinal);
        var told = (await _app.CreateOutbox().AllAsync(Manager)).Count;

        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(HttpStatusCode.OK, (await doctor.PostAsync($"practices/{practice}/cases/{@case}/members", new { memberId = amara })).Status);
        }

        Assert.Contains(@case, await ListAsync(manager, practice), StringComparison.Ordinal);
        Assert.Single(await ActivityAsync(doctor, practice, @case), each => each.Kind == "memberAdded");
        Assert.Contains("added to a case", (await _app.CreateOutbox().LatestAsync(Manager, told + 1))["subject"]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Added_again_while_they_are_removed_They_find_it()
    {
        using var doctor = _app.CreatePerson();
        using var manager = _app.CreatePerson();
        var (_, amara) = await manager.SignInAsMemberAsync(Manager, _app.Password);
        var (practice, @case, _) = await BeginAsync(doctor, "Back and forth", amara);
        using var other = _app.CreatePerson();
        await other.SignInAsync(Doctor, _app.Password);
        var path = $"practices/{practice}/cases/{@case}/members";
        Hook.Next("CaseLists", Moment.BeforeALook, async () => Assert.Equal(HttpStatusCode.OK, (await other.PostAsync(path, new { memberId = amara })).Status));
        Assert.Equal(HttpStatusCode.OK, (await doctor.SendAsync(HttpMethod.Delete, $"{path}/{amara}")).Status);
        Assert.Contains(@case, await ListAsync(manager, practice), StringComparison.Ordinal);
    }

    private async Task<(string Practice, string Case, string Member)> BeginAsync(Person doctor, string title, params string[] members)
    {
        var (practice, ben) = await doctor.SignInAsMemberAsync(Doctor, _app.Password);
        var patientId = (await doctor.GetAsync($"practices/{practice}/patients?q=Benali"))["patients"][0]!["patientId"]!.GetValue<string>();
        var begun = await doctor.PostAsync($"practices/{practice}/cases", new { patientId, title, members });
        Assert.Equal(HttpStatusCode.Created, begun.Status);
        return (practice, begun.Text("caseId"), ben);
    }

    // As if the process had ended between the write and all that follows from it.
    private async Task ChangeAsync(string practice, string @case, Func<Case, Case> change) =>
        await _app.Services.GetRequiredService<CaseStore>().ChangeAsync<Done>(
            Identifier.Parse<PracticeId>(practice), Identifier.Parse<CaseId>(@case), record => (change(record), Done.Instance), CancellationToken.None);

    private static async Task<string> ListAsync(Person member, string practice, string filter = "status=open") =>
        (await member.GetAsync($"practices/{practice}/cases?{filter}")).Body!.ToJsonString();

    private static async Task<IReadOnlyList<(string Kind, string? Reason)>> ActivityAsync(Person member, string practice, string @case) =>
    [
        .. (await member.GetAsync($"practices/{practice}/cases/{@case}/activity"))["activities"].AsArray()
            .Select(each => (each!["kind"]!.GetValue<string>(), each["reason"]?.GetValue<string>())),
    ];

    private async Task<int> CountAsync(string table)
    {
        var count = 0;
        await foreach (var _ in _app.Services.GetRequiredService<TableServiceClient>().GetTableClient(table).QueryAsync<TableEntity>())
        {
            count++;
        }

        return count;
    }
}
