using System.Net;
using System.Text.Json.Nodes;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Invitations.Members;
using Collaborations.Invitations.Registration;
using Collaborations.Operating;
using Collaborations.Operating.Practices;
using Collaborations.Practices;
using Collaborations.Tests.Fhir;
using Collaborations.Tests.Processes;
using Collaborations.Tests.Storage;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Operating;

/// <summary>The first practice of an empty app, and its first manager.</summary>
[Collection(OperatorsAtWork.Name)]
public sealed class NewPracticeTests(CollaborationsApp app)
{
    private const string Email = "first.manager@new-practice.example";
    private const string Number = "+12025550191";
    private const string Password = "seven brown lanterns drift";

    [Fact]
    public async Task Made_at_the_command_line_Has_a_manager_who_registers_and_signs_in()
    {
        var asked = $"New Practice\nAmerica/Chicago\nUS, CA\nIda\nBloom\n{Email}\n";
        var (code, said) = await app.OperateAsync(asked, ["practice", "create", "--address", CollaborationsApp.Address]);
        Assert.Equal(OperatorCommands.Good, code);
        Assert.DoesNotContain(Email, said, StringComparison.Ordinal);
        var practice = said.Split('\n')[6].Split(' ')[1].TrimEnd(',');

        // The link got lost: the newer one works, the older does not.
        using var manager = app.CreatePerson();
        var outbox = app.CreateOutbox();
        var lost = await outbox.TokenAsync(Email, 1);
        Assert.Equal(OperatorCommands.Good, (await app.OperateAsync("practice", "invite", practice, "--address", CollaborationsApp.Address)).Code);
        manager.Token = lost;
        Assert.Equal("link-not-open", (await manager.GetAsync("registration")).Code);
        manager.Token = await outbox.TokenAsync(Email, 2);
        var phones = await manager.PostAsync("registration/phones", new { phones = new[] { new { number = Number, kind = "cell" } } });
        await manager.PostAsync("registration/delivery", new { phoneId = phones["phones"][0]!["phoneId"]!.GetValue<string>(), channel = "text" });
        await manager.PostAsync("registration/code", new { code = OutboxReader.CodeOf(await outbox.LatestAsync(Number)) });
        await manager.PostAsync("registration/terms", new { version = "2026-11" });
        Assert.Equal(HttpStatusCode.OK, (await manager.PostAsync("registration/password", new { password = Password, confirmPassword = Password })).Status);
        manager.Token = null;

        // Where real people are, professionals are asked for a code at every sign-in until their manager decides otherwise.
        var begun = await manager.SignInAsync(Email, Password);
        await manager.PostAsync("sign-in/delivery", new { phoneId = begun["phones"][0]!["phoneId"]!.GetValue<string>(), channel = "text" });
        var signedIn = await manager.PostAsync("sign-in/code", new { code = OutboxReader.CodeOf(await outbox.LatestAsync(Number, 2)) });
        Assert.Equal(practice, signedIn["session"]["affiliations"]![0]!["practiceId"]!.GetValue<string>());
        Assert.Equal("New Practice", (await manager.GetAsync($"practices/{practice}/settings")).Text("name"));

        (code, said) = await app.OperateAsync("practice", "invite", practice, "--address", CollaborationsApp.Address);
        Assert.Equal((OperatorCommands.Bad, "Refused: 409 practice-has-members"), (code, said.Trim()));
    }

    /// <summary>A try may end after each of what it does: the practice, its member, the process that writes to them.</summary>
    [Fact]
    public async Task Asked_again_by_its_id_Is_the_same_practice_and_what_was_cut_off_is_done()
    {
        const string Again = "ida.bloom@again.example";
        var (services, id) = (app.Services, PracticeId.From(Guid.CreateVersion7()));
        using var operators = app.CreateOperator();
        var practice = new Practice(
            "Again Clinic", Language.English, "America/Chicago", ["US"], true, false, Practice.UsualDailyCodeCap, SecondStepPatients: false, SecondStepProfessionals: true);
        Assert.True(await services.GetRequiredService<PracticeStore>().AddAsync(id, practice, default));
        var made = await AskAsync(operators, id, Again);
        Assert.Equal((HttpStatusCode.Created, id.ToString()), (made.Status, made.Text("practiceId")));
        await app.CreateOutbox().LatestAsync(Again);

        // As if it had been cut off before the process began.
        var registration = await RegistrationAsync(id);
        await operators.PostAsync($"operations/workflows/{registration}/cancel", new { reason = "stuck" });
        await operators.SendAsync(HttpMethod.Delete, $"operations/workflows/{registration}");
        Assert.Equal("not-found", (await operators.GetAsync($"operations/workflows/{registration}")).Code);
        var again = await AskAsync(operators, id, Again);
        Assert.Equal((HttpStatusCode.Created, made.Text("memberId")), (again.Status, again.Text("memberId")));
        Assert.Equal(HttpStatusCode.OK, (await operators.GetAsync($"operations/workflows/{registration}")).Status);

        Assert.Equal(made.Text("memberId"), (await AskAsync(operators, id, Again)).Text("memberId"));
        Assert.Single(await app.CreateOutbox().AllAsync(Again));
        Assert.Equal("practice-id-taken", (await AskAsync(operators, id, "somebody.else@again.example")).Code);
        Assert.Equal("practice-id-taken", (await AskAsync(operators, id, Again, "Another Clinic")).Code);
    }

    [Fact]
    public async Task Asked_twice_at_once_Is_one_practice_and_one_manager()
    {
        var id = PracticeId.From(Guid.CreateVersion7());
        var form = new NewPractice(
            "Twice Clinic", Language.English, "America/Chicago", ["US"], "Ida", "Bloom", "ida.bloom@twice.example", MemberRole.Staff, id);
        await using var processes = new NotedClient();
        var maker = app.Services.GetRequiredService<PracticeMaker>();
        Result<MadePractice> quicker = new NotFound();
        var members = ActivatorUtilities.CreateInstance<MemberStore>(
            app.Services, Interruption.In(app, "Members", Moment.Before, async () => quicker = await maker.MakeAsync(form, processes, default)));
        var slower = ActivatorUtilities.CreateInstance<PracticeMaker>(
            app.Services, members, ActivatorUtilities.CreateInstance<MemberInviter>(app.Services, members));
        var made = await slower.MakeAsync(form, processes, default);
        Assert.Equal(quicker.Value, made.Value);
        Assert.Equal([nameof(RegistrationOrchestration)], processes.Started);
    }

    [Fact]
    public async Task Of_a_practice_where_somebody_is_Is_refused()
    {
        using var operators = app.CreateOperator();
        using var clinic = await Clinic.OpenAsync(app);
        Assert.Equal("practice-has-members", (await AskAsync(operators, clinic.Id, Email, "Harbor Dental", "America/New_York")).Code);
    }

    private async Task<string> RegistrationAsync(PracticeId id)
    {
        await foreach (var (_, member) in app.Services.GetRequiredService<MemberStore>().ListAsync(id, default))
        {
            return RegistrationOrchestration.InstanceOf(member.Invitation!.Value, 1);
        }

        throw new InvalidOperationException("There is no member.");
    }

    private static Task<Reply> AskAsync(Person operators, PracticeId id, string email, string name = "Again Clinic", string timeZone = "America/Chicago") =>
        operators.PostAsync(
            "operations/practices",
            new
            {
                practiceId = id.ToString(),
                name,
                language = "en",
                timeZone,
                countries = new[] { "US" },
                managerFirstName = "Ida",
                managerLastName = "Bloom",
                managerEmail = email,
                managerRole = "staff",
            });

    [Fact]
    public async Task With_a_malformed_field_Is_not_made()
    {
        using var operators = app.CreateOperator();
        var refused = await operators.PostAsync(
            "operations/practices",
            new
            {
                name = "",
                language = "en",
                timeZone = "Nowhere",
                countries = new[] { "US" },
                managerFirstName = "Ida",
                managerLastName = "Bloom",
                managerEmail = "nobody",
                managerRole = "staff",
            });
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Equal(["name", "timeZone"], ((JsonObject)refused["errors"]).Select(each => each.Key).Order(StringComparer.Ordinal));
    }
}
