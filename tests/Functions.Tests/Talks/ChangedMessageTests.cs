using System.Net;

namespace Collaborations.Tests.Talks;

/// <summary>What is corrected or withdrawn before anybody has read it.</summary>
public sealed class ChangedMessageTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private static readonly byte[] Png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];

    [Fact]
    public async Task Withdrawn_Its_files_are_gone_for_the_other_side_too()
    {
        const string Email = "elodie.marchand@home.example";
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var @case = await doctor.CaseAsync(practice, "Marchand");
        await doctor.PostAsync($"{@case}/patient-talk/invitation", new { email = Email, confirmEmail = Email });
        using var patient = app.CreatePerson();
        var thread = await patient.RegisterAsync(app.CreateOutbox(), Email, "1987-06-30", "+12025550124", "nine amber kites drift");
        var file = (await patient.UploadAsync($"threads/{thread}/files", "photo.png", Png)).Text("fileId");
        var sent = await patient.PostAsync($"threads/{thread}/messages", new { text = "By mistake", files = new[] { file } }, key: "one");
        Assert.Equal(HttpStatusCode.OK, (await doctor.GetAsync($"files/{file}/address")).Status);

        Assert.Equal("withdrawn", (await patient.SendAsync(HttpMethod.Delete, $"threads/{thread}/messages/{sent.Text("messageId")}")).Text("state"));
        Assert.Equal(HttpStatusCode.NotFound, (await doctor.GetAsync($"files/{file}/address")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await doctor.GetAsync($"files/{file}")).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await doctor.PutAsync($"{@case}/attachments/{file}")).Status);
        Assert.Empty((await doctor.GetAsync($"{@case}/attachments"))["attachments"].AsArray());
    }

    [Fact]
    public async Task Corrected_as_long_as_can_be_Twenty_times_Is_what_it_says_last()
    {
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var talk = await doctor.GetAsync($"{await doctor.CaseAsync(practice, "Marchand")}/doctor-talk");
        var messages = $"threads/{talk.Text("threadId")}/messages";
        var sent = await doctor.PostAsync(messages, new { text = new string('"', 20_000), files = Array.Empty<string>() }, key: "long");
        Assert.Equal(HttpStatusCode.Created, sent.Status);
        for (var times = 0; times < 20; times++)
        {
            var text = new string((char)('a' + times), 20_000);
            Assert.Equal(text, (await doctor.SendAsync(HttpMethod.Patch, $"{messages}/{sent.Text("messageId")}", new { text })).Text("text"));
        }

        Assert.Equal("text", (await doctor.SendAsync(HttpMethod.Patch, $"{messages}/{sent.Text("messageId")}", new { text = new string('a', 20_001) })).Body!["errors"]!.AsObject().Single().Key);
    }

    [Fact]
    public async Task An_upload_that_was_left_Is_on_nobodys_tab_and_what_arrived_stays()
    {
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var @case = await doctor.CaseAsync(practice, "Baker");
        var left = await doctor.PostAsync($"{@case}/attachments", new { name = "left.png", size = 10 });
        Assert.Equal(HttpStatusCode.Created, left.Status);
        Assert.Equal(0, (await doctor.GetAsync(@case))["attachments"].GetValue<int>());
        Assert.Equal(HttpStatusCode.NoContent, (await doctor.SendAsync(HttpMethod.Delete, $"files/{left["file"]["fileId"]!.GetValue<string>()}")).Status);

        var kept = (await doctor.UploadAsync($"{@case}/attachments", "kept.png", Png)).Text("fileId");
        Assert.Equal(1, (await doctor.GetAsync(@case))["attachments"].GetValue<int>());
        Assert.Equal("file-in-use", (await doctor.SendAsync(HttpMethod.Delete, $"files/{kept}")).Code);
        var broken = (await doctor.UploadAsync($"{@case}/attachments", "broken.png", [1, 2, 3])).Text("fileId");
        Assert.Equal(HttpStatusCode.NoContent, (await doctor.SendAsync(HttpMethod.Delete, $"files/{broken}")).Status);
        Assert.Equal(1, (await doctor.GetAsync(@case))["attachments"].GetValue<int>());
    }
}
