using System.Net;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Collaborating;

/// <summary>What was attached from a library stays as it was sent, whatever becomes of the document there.</summary>
public sealed class KeptAsSentTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Colleague = "keeper@harbour.example";
    private static readonly byte[] Letter = "Dear colleague"u8.ToArray();

    [Fact]
    public async Task A_letter_that_is_renamed_or_removed_for_good_Still_opens_under_the_name_it_was_sent_with()
    {
        using var office = await Office.OpenAsync(app);
        var patient = await office.PatientAsync("Huang");
        var library = $"{office.Path}/patients/{patient}/documents";
        var (renamed, removed, unshared) = (await AddAsync(office, library, "Renamed.txt"), await AddAsync(office, library, "Removed.txt"), await AddAsync(office, library, "Unshared.txt"));
        var draft = Office.Draft(patient, await office.ContactAsync("Kee", "Per", Colleague));
        draft["files"]!.AsArray().Add(renamed);
        draft["files"]!.AsArray().Add(removed);
        var id = (await office.StartAsync(draft)).Text("collaborationId");

        var listed = (await office.Member.GetAsync(library))["documents"].AsArray().Single(each => each!["file"]!["fileId"]!.GetValue<string>() == renamed)!;
        var change = new { title = "Another title", date = "2020-02-29" };
        Assert.Equal(HttpStatusCode.OK, (await office.Member.PutAsync($"{library}/{renamed}", change, listed["etag"]!.GetValue<string>())).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await office.Member.SendAsync(HttpMethod.Delete, $"{library}/{removed}")).Status);
        Assert.Equal(HttpStatusCode.NoContent, (await office.Member.SendAsync(HttpMethod.Delete, $"{library}/{unshared}")).Status);
        using var colleague = app.CreatePerson();
        await Office.RegisterAsync(app, colleague, Colleague, "+12025550163");
        await SeesBothAsync(await colleague.PostAsync($"collaborations/{id}/open"));

        // After thirty days what was removed is gone from the practice, and what was sent of it is not.
        await app.AdvanceAsync(TimeSpan.FromDays(30) + TimeSpan.FromMinutes(5));
        var files = app.Services.GetRequiredService<FileStore>();
        await Eventually.IsAsync(async () => await files.FindAsync(Identifier.Parse<FileId>(unshared), default) is null, "What nobody was sent stays.");

        Assert.Equal(HttpStatusCode.OK, (await colleague.SignInAsync(Colleague, Office.Password)).Status);
        await SeesBothAsync(await colleague.GetAsync($"collaborations/{id}"));

        async Task SeesBothAsync(Reply shared)
        {
            Assert.Equal(["Renamed.txt", "Removed.txt"], shared["content"]["attachments"]!.AsArray().Select(each => each!["file"]!["name"]!.GetValue<string>()));
            foreach (var file in new[] { renamed, removed })
            {
                var address = await colleague.GetAsync($"files/{file}/address?collaboration={id}");
                Assert.Equal(HttpStatusCode.OK, address.Status);
                using var store = new HttpClient();
                using var got = await store.GetAsync(new Uri(address.Text("url")));
                Assert.Equal(Letter, await got.Content.ReadAsByteArrayAsync());
            }
        }
    }

    private static async Task<string> AddAsync(Office office, string library, string name)
    {
        var begun = await office.Member.PostAsync(library, new { shelf = "correspondence", date = "2026-03-04", name, size = Letter.Length });
        Assert.Equal(HttpStatusCode.Created, begun.Status);
        Assert.Equal("ready", (await office.Member.CompleteAsync(begun, Letter)).Text("state"));
        return begun["file"]["fileId"]!.GetValue<string>();
    }
}
