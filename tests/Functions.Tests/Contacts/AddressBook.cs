using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Contacts;

/// <summary>A member with an address book of their own, so that no test sees another's contacts.</summary>
public sealed class AddressBook(Person person, string practice) : IDisposable
{
    public string Path { get; } = $"practices/{practice}/contacts";

    public PracticeId Practice => Identifier.Parse<PracticeId>(practice);

    /// <summary>A new practice whose only member is Ben, who is one of the sample practice as well.</summary>
    [SuppressMessage("Reliability", "CA2000:Dispose objects before losing scope", Justification = "The book has its member, and disposes of them.")]
    public static async Task<AddressBook> OpenAsync(CollaborationsApp app)
    {
        var person = app.CreatePerson();
        var affiliations = (await person.SignInAsync("ben.lindqvist@riverside.example", app.Password))["session"]["affiliations"]!.AsArray();
        var practices = app.Services.GetRequiredService<PracticeStore>();
        var known = Identifier.Parse<PracticeId>(affiliations[0]!["practiceId"]!.GetValue<string>());
        var id = PracticeId.From(Guid.CreateVersion7());
        await practices.AddAsync(id, (await practices.FindAsync(known, default))!.Record with { ContactTypes = ["Ortho lab"] }, default);
        await JoinAsync(app, known, id);
        return new AddressBook(person, id.ToString());
    }

    public Task<Reply> AddAsync(
        string first, string last, string? code = null, string email = "someone@else.example", string? organisation = null, string type = "specialist") =>
        person.PostAsync(Path, new { firstName = first, lastName = last, code, email, organisation, type });

    public async Task<string> IdOfAsync(string first, string last, string? code = null, string? organisation = null)
    {
        var added = await AddAsync(first, last, code, organisation: organisation);
        Assert.Equal(HttpStatusCode.Created, added.Status);
        return added["contact"]["contactId"]!.GetValue<string>();
    }

    public Task<Reply> GetAsync(string rest = "") => person.GetAsync(Path + rest);

    public Task<Reply> PostAsync(string rest) => person.PostAsync(Path + rest);

    public Task<Reply> GetNewerAsync(string? known) => person.GetNewerAsync(Path, known);

    public Task<Reply> PutAsync(string id, object form, string? version) => person.PutAsync($"{Path}/{id}", form, version is null ? null : $"\"{version}\"");

    public Task<Reply> ImportAsync(string file) => ImportAsync(Encoding.UTF8.GetBytes(file));

    /// <param name="file">Whole.</param>
    /// <param name="mediaType">That it says it is.</param>
    /// <param name="query">Such as "?from=250"; nothing for the first part.</param>
    public async Task<Reply> ImportAsync(byte[] file, string mediaType = "text/csv", string query = "")
    {
        using var content = new ByteArrayContent(file);
        content.Headers.ContentType = new(mediaType);
        return await person.PostAsync($"{Path}/csv{query}", content);
    }

    /// <summary>Part after part.</summary>
    public async Task<IReadOnlyList<Reply>> ImportAllAsync(string file)
    {
        var parts = new List<Reply>();
        for (int? from = 0; from is not null; from = parts[^1].Body!["next"]?.GetValue<int>())
        {
            parts.Add(await ImportAsync(Encoding.UTF8.GetBytes(file), query: $"?from={from}"));
        }

        return parts;
    }

    public async Task<string> ExportAsync() => (await GetAsync("/csv")).Body!.GetValue<string>();

    public async Task<string[]> FoundAsync(string query, bool archived = false) =>
        Names(await GetAsync($"?q={Uri.EscapeDataString(query)}&archived={(archived ? "true" : "false")}"));

    public static string[] Names(Reply list) => [.. list["contacts"].AsArray().Select(each => Name(each!))];

    public void Dispose() => person.Dispose();

    private static string Name(JsonNode contact) => $"{contact["firstName"]!.GetValue<string>()} {contact["lastName"]!.GetValue<string>()}";

    private static async Task JoinAsync(CollaborationsApp app, PracticeId known, PracticeId added)
    {
        var (members, affiliations) = (app.Services.GetRequiredService<MemberStore>(), app.Services.GetRequiredService<AffiliationStore>());
        await foreach (var (_, member) in members.ListAsync(known, default))
        {
            if (member.FirstName == "Ben")
            {
                var id = MemberId.From(Guid.CreateVersion7());
                await members.AddAsync(added, id, member, default);
                await affiliations.AddAsync(member.Account!.Value, new Affiliation(AffiliationKind.Member, added, id.Value), default);
            }
        }
    }
}
