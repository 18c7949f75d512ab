using Azure.Data.Tables;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Storage;
using Collaborations.Tests.Collaborating;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Audit;

/// <summary>A line about an invitation says whom it is about, by the id that their own records have.</summary>
public sealed class InvitationLineTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task Of_a_patient_Every_step_names_the_patient()
    {
        const string Email = "rosa.delgado@home.example";
        using var office = await Office.OpenAsync(app);
        var (patient, @case) = (await office.PatientAsync("Rosa"), await office.Member.CaseAsync(office.Path.Split('/')[1], "Rosa"));
        await office.Member.PostAsync($"{@case}/patient-talk/invitation", new { email = "typo@home.example", confirmEmail = "typo@home.example" });
        await office.Member.PutAsync($"{@case}/patient-talk/invitation/address", new { email = Email, confirmEmail = Email });
        await app.CreateOutbox().LatestAsync(Email);
        await office.Member.PostAsync($"{@case}/patient-talk/invitation/resend");
        using var person = app.CreatePerson();
        person.Token = await app.CreateOutbox().TokenAsync(Email, 2);
        await person.GetAsync("registration");
        await person.PostAsync("registration/birth-date", new { birthDate = "1958-04-23" });
        await person.PostAsync("registration/new-link");
        person.Token = null;
        await office.Member.SendAsync(HttpMethod.Delete, $"{@case}/patient-talk/invitation");

        AuditAction[] actions =
        [
            AuditAction.PatientInvited, AuditAction.InvitationCorrected, AuditAction.InvitationResent, AuditAction.RegistrationOpened, AuditAction.BirthDateAnswered,
            AuditAction.NewLinkAsked, AuditAction.InvitationWithdrawn,
        ];
        Assert.Equal(actions, (await LinesAsync(office)).Where(line => line.Subject == patient && actions.Contains(line.Action)).Select(line => line.Action));
    }

    [Fact]
    public async Task Of_a_collaborator_Every_step_names_the_contact()
    {
        const string Email = "named@harbour.example";
        using var office = await Office.OpenAsync(app);
        var contact = await office.ContactAsync("Nam", "Ed", "wrong@harbour.example");
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), contact))).Text("collaborationId");
        await office.Member.PostAsync($"{office.Of(id)}/collaborators/{contact}/resend");
        await office.Member.PutAsync($"{office.Of(id)}/collaborators/{contact}/address", new { email = Email, confirmEmail = Email });
        using var person = app.CreatePerson();
        person.Token = OutboxReader.TokenOf(await app.CreateOutbox().LatestAsync(Email));
        await person.GetAsync("registration");
        person.Token = null;

        var lines = await LinesAsync(office);
        Assert.Contains((AuditAction.CollaborationResent, contact), lines);
        Assert.Contains((AuditAction.CollaboratorAddressCorrected, contact), lines);
        Assert.Contains((AuditAction.RegistrationOpened, contact), lines);
    }

    private async Task<IReadOnlyList<(AuditAction Action, string? Subject)>> LinesAsync(Office office)
    {
        var practice = Identifier.Parse<PracticeId>(office.Path.Split('/')[1]);
        var lines = new List<(AuditAction, string?)>();
        var table = app.Services.GetRequiredService<TableServiceClient>().GetTableClient("Audit");
        await foreach (var row in table.QueryAsync<TableEntity>($"PartitionKey eq '{AuditChain.Of(practice)}' and RowKey ge 'line-'"))
        {
            var line = RecordRow.Read<ChainedLine>(row).Record.Line;
            lines.Add((line.Action, line.Subject));
        }

        return lines;
    }
}
