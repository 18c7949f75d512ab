using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Patients;

/// <summary>Each patient is found by whatever one may type of them, and by nothing else.</summary>
public sealed class PatientIndexTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private readonly PatientIndex _index = app.Services.GetRequiredService<PatientIndex>();
    private readonly PracticeId _practice = PracticeId.From(Guid.CreateVersion7());

    [Theory]
    [InlineData("s")]
    [InlineData("smi")]
    [InlineData("smithson-l")]
    [InlineData("anna smithson")]
    [InlineData("smithson, anna")]
    [InlineData("s a")]
    [InlineData("sm anna")]
    [InlineData("anna maria smith")]
    [InlineData("sm smith")]
    [InlineData("c17 smi")]
    [InlineData("c s")]
    [InlineData("1961")]
    [InlineData("04/23/1961")]
    [InlineData("23.04.1961")]
    [InlineData("smith 1961")]
    [InlineData("smith 19")]
    [InlineData("a 1961-04-23")]
    [InlineData("23041961 1961")]
    [InlineData("maria 0423")]
    [InlineData("C-17")]
    public async Task What_belongs_to_a_patient_Finds_them(string query)
    {
        var id = await AddAsync("Anna María", "Smithson-Lee", "C-17", new DateOnly(1961, 4, 23));
        await AddAsync("Bea", "Nguyen", "D-2", new DateOnly(1990, 12, 30));
        Assert.Equal(id, Assert.Single(await FindAsync(query)).PatientId);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" ,- ")]
    [InlineData("x")]
    [InlineData("anna nguyen")]
    [InlineData("smith 1990")]
    [InlineData("smithsonian")]
    [InlineData("nna")]
    public async Task What_belongs_to_nobody_Finds_nobody(string query)
    {
        await AddAsync("Anna", "Smithson", "C-17", new DateOnly(1961, 4, 23));
        await AddAsync("Bea", "Nguyen", "D-2", new DateOnly(1990, 12, 30));
        Assert.Empty(await FindAsync(query));
    }

    [Fact]
    public async Task A_name_that_was_changed_Is_found_by_no_part_of_the_old_one()
    {
        var (id, before) = (PatientId.From(Guid.CreateVersion7()), Of("Anna", "Smith", "C-1", null));
        var after = before with { LastName = "Stone" };
        await _index.AddAsync(_practice, [PatientSummary.Of(id, before)], default);
        var moves = await _index.BeginAsync(_practice, [(PatientSummary.Of(id, before), PatientSummary.Of(id, after))], default);
        await _index.EndAsync(_practice, [.. moves.Select(move => (move, PatientSummary.Of(id, after), true))], default);
        Assert.Empty(await FindAsync("smith anna"));
        Assert.Empty(await FindAsync("sm"));
        Assert.Single(await FindAsync("anna st"));
    }

    [Fact]
    public async Task Of_very_many_The_first_are_shown_and_the_others_on_the_next_pages()
    {
        for (var number = 0; number < 30; number++)
        {
            await AddAsync("Al", "Roe", $"Q{number:D3}", null);
        }

        foreach (var query in new[] { "r", "roe al" })
        {
            var first = await _index.SearchAsync(_practice, query, cursor: null, default);
            var next = await _index.SearchAsync(_practice, query, first.Cursor, default);
            Assert.Equal((20, 10, null), (first.Rows.Count, next.Rows.Count, next.Cursor));
            Assert.Equal(30, first.Rows.Concat(next.Rows).Select(each => each.PatientId).Distinct().Count());
        }

        Assert.Single(await FindAsync("q029 roe"));
    }

    private async Task<IReadOnlyList<PatientSummary>> FindAsync(string query) => (await _index.SearchAsync(_practice, query, cursor: null, default)).Rows;

    private static Patient Of(string first, string last, string code, DateOnly? born) => new(first, last, code, born, null, null, null, Language.English, null);

    private async Task<PatientId> AddAsync(string first, string last, string code, DateOnly? born)
    {
        var id = PatientId.From(Guid.CreateVersion7());
        await _index.AddAsync(_practice, [PatientSummary.Of(id, Of(first, last, code, born))], default);
        return id;
    }
}
