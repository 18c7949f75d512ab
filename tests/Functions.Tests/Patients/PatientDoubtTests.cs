using System.Net;
using Azure.Data.Tables;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Tests.Fhir;
using Collaborations.Tests.Storage;
using Collaborations.Tests.Story;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Patients;

/// <summary>A search shows what is on record of a patient, whoever changes them at the same time, and whoever gives up in between.</summary>
public sealed class PatientDoubtTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private static readonly Patient Ash = new("Ada", "Ash", "C-1", new DateOnly(1961, 4, 23), null, null, null, Language.English, null);

    private readonly PatientIndex _index = app.Services.GetRequiredService<PatientIndex>();
    private readonly PatientStore _patients = app.Services.GetRequiredService<PatientStore>();
    private readonly PracticeId _practice = PracticeId.From(Guid.CreateVersion7());
    private readonly PatientId _id = PatientId.From(Guid.CreateVersion7());

    [Fact]
    public async Task Whose_save_was_given_up_before_the_record_Is_shown_as_before()
    {
        await AddAsync();
        await BeginAsync("Ash", "Birch");
        Assert.Equal("Ada Ash", await FoundAsync("ada"));
        Assert.Equal("Ada Ash", await FoundAsync("ash"));
        Assert.Null(await FoundAsync("birch"));
        Assert.Null(await FoundAsync("birch ada"));
    }

    [Fact]
    public async Task Whose_save_was_given_up_after_the_record_Is_shown_as_after()
    {
        await AddAsync();
        await BeginAsync("Ash", "Birch");
        await WriteAsync("Birch");
        Assert.Equal("Ada Birch", await FoundAsync("ada"));
        Assert.Equal("Ada Birch", await FoundAsync("birch"));
        Assert.Null(await FoundAsync("ash"));

        // The next change leaves nothing in doubt.
        var move = await BeginAsync("Birch", "Cedar");
        await WriteAsync("Cedar");
        await EndAsync(move, "Cedar", isWon: true);
        Assert.Equal("Ada Cedar", await FoundAsync("ada"));
        Assert.Null(await FoundAsync("birch"));
    }

    [Fact]
    public async Task Whose_save_lost_its_race_and_tidies_up_late_Is_not_shown()
    {
        await AddAsync();
        var loser = await BeginAsync("Ash", "Loss");
        var winner = await BeginAsync("Ash", "Birch");
        await WriteAsync("Birch");
        await EndAsync(winner, "Birch", isWon: true);

        // Read before the next one wrote, and written after it.
        var next = await BeginAsync("Birch", "Cedar");
        await WriteAsync("Cedar");
        await EndAsync(next, "Cedar", isWon: true);
        await EndAsync(loser, "Birch", isWon: false);
        await SureAsync("Cedar");
    }

    [Fact]
    public async Task Whose_save_lost_its_race_and_came_between_Is_not_shown()
    {
        await AddAsync();
        var winner = await BeginAsync("Ash", "Birch");
        var loser = await BeginAsync("Ash", "Loss");
        await WriteAsync("Birch");
        await EndAsync(winner, "Birch", isWon: true);
        Assert.Equal("Ada Birch", await FoundAsync("ada"));
        await EndAsync(loser, "Birch", isWon: false);
        await SureAsync("Birch");
    }

    [Fact]
    public async Task Whose_beginnings_a_loser_takes_away_Is_found_by_them_in_the_end()
    {
        await AddAsync();
        var winner = await BeginAsync("Ash", "Birch");
        var loser = await BeginAsync("Ash", "Birchwood");
        await EndAsync(loser, "Ash", isWon: false);
        await WriteAsync("Birch");
        await EndAsync(winner, "Birch", isWon: true);
        await SureAsync("Birch");
        Assert.Null(await FoundAsync("birchw"));
    }

    [Fact]
    public async Task A_change_of_what_nobody_searches_Writes_nothing_to_the_search()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var (path, made) = await MakeAsync(clinic);
        var before = await RowsAsync(clinic);
        var form = new { firstName = "Nora", lastName = "Falk", code = "N-1", birthDate = "1971-03-09", language = "fr", mobile = "202 555 0150" };
        Assert.Equal(HttpStatusCode.OK, (await clinic.Manager.PutAsync(path, form, made.Text("etag"))).Status);
        Assert.Equal(before, await RowsAsync(clinic));
    }

    [Fact]
    public async Task Saved_by_another_a_moment_later_Is_answered_with_the_own_change_and_its_own_version()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var (path, made) = await MakeAsync(clinic);
        var form = new PatientForm("Nora", "Alder", "N-1", new DateOnly(1971, 3, 9), null, null, null, Language.English);
        var typed = new { firstName = "Nora", lastName = "Birch", code = "N-1", birthDate = "1971-03-09", language = "en" };
        Reply? later = null;
        var patients = new PatientStore(Interruption.In(
            app,
            "Patients",
            Moment.After,
            async () => later = await clinic.Manager.PutAsync(path, typed, (await clinic.Manager.GetAsync(path)).Text("etag"))));
        var answer = (await ActivatorUtilities.CreateInstance<PatientHandler>(app.Services, patients)
            .ChangeAsync(clinic.Id, Identifier.Parse<PatientId>(path.Split('/')[^1]), form, made.Text("etag").Trim('"'), default)).Value;
        Assert.Equal((HttpStatusCode.OK, "Alder"), (later!.Status, answer.LastName));
        Assert.NotEqual(later.Text("etag"), answer.Etag);
        Assert.Equal(HttpStatusCode.PreconditionFailed, (await clinic.Manager.PutAsync(path, typed, answer.Etag)).Status);
    }

    [Fact]
    public async Task Of_many_who_change_one_patient_at_once_The_name_that_is_on_record_is_found_and_no_other()
    {
        using var clinic = await Clinic.OpenAsync(app);
        var (path, _) = await MakeAsync(clinic);
        string[] names = ["Alder", "Birch", "Cedar", "Doum", "Elm", "Fir"];
        for (var round = 0; round < 5; round++)
        {
            var etag = (await clinic.Manager.GetAsync(path)).Text("etag");
            var replies = await Task.WhenAll(names.Select(name => clinic.Manager.PutAsync(
                path, new { firstName = "Nora", lastName = $"{name}{round}", code = "N-1", birthDate = "1971-03-09", language = "en" }, etag)));
            Assert.Equal(HttpStatusCode.OK, Assert.Single(replies, reply => reply.Status != HttpStatusCode.PreconditionFailed).Status);
            var name = (await clinic.Manager.GetAsync(path)).Text("lastName");
            foreach (var query in new[] { "nora", "n-1", "1971", name, $"{name} nora" })
            {
                var found = Assert.Single((await clinic.Manager.GetAsync($"{clinic.Path}/patients?q={query}"))["patients"].AsArray())!;
                Assert.Equal($"Nora {name}", found["name"]!.GetValue<string>());
            }

            foreach (var other in names.Select(each => $"{each}{round}").Where(each => each != name))
            {
                Assert.Empty((await clinic.Manager.GetAsync($"{clinic.Path}/patients?q={other}"))["patients"].AsArray());
            }
        }
    }

    private static async Task<(string Path, Reply Made)> MakeAsync(Clinic clinic)
    {
        var form = new { firstName = "Nora", lastName = "Falk", code = "N-1", birthDate = "1971-03-09", language = "en" };
        var path = $"{clinic.Path}/patients/{(await clinic.Manager.PostAsync($"{clinic.Path}/patients", form)).Text("patientId")}";
        return (path, await clinic.Manager.GetAsync(path));
    }

    private PatientSummary Named(string lastName) => PatientSummary.Of(_id, Ash with { LastName = lastName });

    private async Task AddAsync()
    {
        await _index.AddAsync(_practice, [Named("Ash")], default);
        await _patients.AddAsync(_practice, _id, Ash, default);
    }

    private async Task<PatientMove> BeginAsync(string before, string after) =>
        Assert.Single(await _index.BeginAsync(_practice, [(Named(before), Named(after))], default));

    private Task EndAsync(PatientMove move, string now, bool isWon) => _index.EndAsync(_practice, [(move, Named(now), isWon)], default);

    private async Task WriteAsync(string lastName) => Assert.NotNull(await _patients.ReplaceAsync(
        _practice, _id, Ash with { LastName = lastName }, (await _patients.FindAsync(_practice, _id, default))!, default));

    private async Task<string?> FoundAsync(string query) => (await _index.SearchAsync(_practice, query, cursor: null, default)).Rows.SingleOrDefault()?.Name;

    // By whatever leads to them, and by no name that they had or were to have.
    private async Task SureAsync(string name)
    {
        foreach (var query in new[] { "a", "ada", name, name[..1], $"{name} ada", "c-1", $"c1 {name}", "1961", $"{name} 1961" })
        {
            Assert.Equal((query, $"Ada {name}"), (query, await FoundAsync(query)));
        }

        foreach (var other in new[] { "ash", "loss", "birch", "cedar" }.Where(each => !each.Equals(name, StringComparison.OrdinalIgnoreCase)))
        {
            Assert.Equal((other, null), (other, await FoundAsync(other)));
        }
    }

    private async Task<IReadOnlyList<string>> RowsAsync(Clinic clinic)
    {
        var rows = new List<string>();
        await foreach (var row in app.Services.GetRequiredService<TableServiceClient>().GetTableClient("PatientIndex").QueryAsync<TableEntity>())
        {
            if (row.PartitionKey.StartsWith(clinic.Id.ToString(), StringComparison.Ordinal))
            {
                rows.Add($"{row.PartitionKey} {row.RowKey} {row.ETag}");
            }
        }

        Assert.NotEmpty(rows);
        return rows;
    }
}
