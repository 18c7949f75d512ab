using System.Net;
using Collaborations.Accounts;
using Collaborations.Collaborating;
using Collaborations.Identifiers;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Collaborating;

/// <summary>A colleague's count of what is new: of what they have seen nothing is read again, until something happens.</summary>
public sealed class SharedCountTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const string Email = "counts@harbour.example";

    [Fact]
    public async Task Of_what_is_seen_Nothing_is_counted_or_read_until_something_is_written()
    {
        using var office = await Office.OpenAsync(app);
        var id = (await office.StartAsync(Office.Draft(await office.PatientAsync("Huang"), await office.ContactAsync("Cora", "Counts", Email)))).Text("collaborationId");
        using var colleague = app.CreatePerson();
        await Office.RegisterAsync(app, colleague, Email, "+12025550178");
        Assert.Equal((1, false), await CountedAsync(colleague, id));
        Assert.Equal((1, false), await CountedAsync(colleague, id));

        var thread = (await colleague.PostAsync($"collaborations/{id}/open"))["content"]["threadId"]!.GetValue<string>();
        Assert.Equal((0, true), await CountedAsync(colleague, id));
        Assert.Equal((0, true), await CountedAsync(colleague, id));

        var written = await office.Member.PostAsync($"threads/{thread}/messages", new { text = "And this.", files = Array.Empty<string>() }, "w");
        Assert.Equal(HttpStatusCode.Created, written.Status);
        Assert.Equal((1, false), await CountedAsync(colleague, id));
        await colleague.PutAsync($"threads/{thread}/read", new { sequence = written["sequence"].GetValue<int>() });
        Assert.Equal((0, true), await CountedAsync(colleague, id));
    }

    [Fact]
    public async Task Something_that_happens_while_it_is_counted_Stays_new()
    {
        var (digest, store) = ("a digest", app.Services.GetRequiredService<SharedListStore>());
        var id = CollaborationId.From(Guid.CreateVersion7());
        var read = new SharedEntry(PracticeId.From(Guid.CreateVersion7()), id, app.Clock.GetUtcNow());
        await store.PutAsync(digest, read, default);
        await store.PutAsync(digest, read with { At = read.At.AddSeconds(1) }, default);

        await store.SetOldAsync(digest, read, default);

        Assert.Equal(read with { At = read.At.AddSeconds(1) }, await store.FindAsync(digest, id, default));
    }

    private async Task<(int Count, bool IsOld)> CountedAsync(Person colleague, string id)
    {
        // The process puts it into the lists anew, and with that takes the mark off, whenever it has looked at the record.
        await CollaborationsApp.AtRestAsync(app.Services);
        var count = (await colleague.GetAsync("collaborations/count"))["count"].GetValue<int>();
        Assert.True(EmailAddress.TryRead(Email, out var email));
        var digest = app.Services.GetRequiredService<AccountEmailStore>().DigestOf(email);
        var entry = await app.Services.GetRequiredService<SharedListStore>().FindAsync(digest, Identifier.Parse<CollaborationId>(id), default);
        return (count, entry!.IsOld);
    }
}
