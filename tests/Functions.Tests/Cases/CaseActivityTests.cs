using System.Net;
using Collaborations.Attachments;
using Collaborations.Identifiers;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Cases;

/// <summary>What happens to a case is noted once, also where whoever did it was cut off before it was noted.</summary>
public sealed class CaseActivityTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Fact]
    public async Task A_file_that_was_put_there_and_not_noted_Is_noted_when_it_is_said_again_that_it_is_complete()
    {
        using var doctor = app.CreatePerson();
        var (practice, ben) = await doctor.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password);
        var @case = await doctor.CaseAsync(practice, "Marchand");
        byte[] content = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        var begun = await doctor.PostAsync($"{@case}/attachments", new { name = "late.png", size = content.Length });
        var file = begun["file"]["fileId"]!.GetValue<string>();
        using var store = new HttpClient();
        using var body = new ByteArrayContent(content);
        using var put = await store.PutAsync(new Uri($"{begun.Text("url")}&comp=block&blockid=MDAwMQ%3D%3D"), body);
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);

        // As if the process had ended between the write and its note.
        var placed = new Attachment(Identifier.Parse<FileId>(file), Identifier.Parse<MemberId>(ben), app.Clock.GetUtcNow());
        await app.Services.GetRequiredService<AttachmentStore>().AddAsync(Identifier.Parse<CaseId>(@case.Split('/')[^1]), placed, default);

        for (var times = 0; times < 2; times++)
        {
            Assert.Equal(HttpStatusCode.OK, (await doctor.PostAsync($"files/{file}/complete", new { blocks = new[] { "MDAwMQ==" } })).Status);
        }

        var activities = (await doctor.GetAsync($"{@case}/activity"))["activities"].AsArray();
        Assert.Single(activities, each => each!["kind"]!.GetValue<string>() == "fileAdded");
    }
}
