using System.Net;

namespace Collaborations.Tests.Talks;

/// <summary>A file that the patient sent is shared while the case is open.</summary>
public sealed class ClosedCaseTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Email = "grace.kim@home.example";

    [Fact]
    public async Task A_file_of_the_patient_s_Is_not_shared_in_a_closed_case_and_is_when_it_is_open_again()
    {
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password);
        var @case = await doctor.CaseAsync(practice, "Kim");
        await doctor.PostAsync($"{@case}/patient-talk/invitation", new { email = Email, confirmEmail = Email });
        using var patient = app.CreatePerson();
        var thread = await patient.RegisterAsync(app.CreateOutbox(), Email, "1980-07-27", "+12025550130", "nine amber kites drift");
        var file = (await patient.UploadAsync($"threads/{thread}/files", "photo.png", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3])).Text("fileId");
        Assert.Equal(HttpStatusCode.Created, (await patient.PostAsync($"threads/{thread}/messages", new { text = "Here", files = new[] { file } }, "k")).Status);

        Assert.Equal(HttpStatusCode.OK, (await doctor.PostAsync($"{@case}/close", new { reason = "Done" })).Status);
        var refused = await doctor.PutAsync($"{@case}/attachments/{file}");
        Assert.Equal((HttpStatusCode.Conflict, "case-closed"), (refused.Status, refused.Code));
        Assert.Empty((await doctor.GetAsync($"{@case}/attachments"))["attachments"].AsArray());
        Assert.Equal(HttpStatusCode.OK, (await doctor.PostAsync($"{@case}/reopen", new { reason = "A question" })).Status);
        Assert.Equal(HttpStatusCode.OK, (await doctor.PutAsync($"{@case}/attachments/{file}")).Status);
        Assert.Single((await doctor.GetAsync($"{@case}/attachments"))["attachments"].AsArray());
    }
}
