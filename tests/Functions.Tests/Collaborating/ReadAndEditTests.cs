using System.Diagnostics.CodeAnalysis;
using System.Net;
using Collaborations.Tests.Story;

namespace Collaborations.Tests.Collaborating;

/// <summary>
/// Five who edit and read at random, through the whole app: three windows of the one who started it, and two colleagues. Every outcome is explained by
/// one order. A thousand rounds of the same on the record alone are in <see cref="CollaborationStoreTests"/>.
/// </summary>
public sealed class ReadAndEditTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private const int Rounds = 25;
    private const string First = "first.reader@harbour.example";
    private const string Second = "second.reader@harbour.example";

    [SuppressMessage("Reliability", "CA2025:Ensure tasks using 'IDisposable' instances complete before the instances are disposed", Justification = "Each round awaits all of its own.")]
    [Fact]
    public async Task Five_who_edit_and_read_at_random_Are_explained_by_one_order()
    {
        var random = new Random(2911);
        using var office = await Office.OpenAsync(app);
        using var first = app.CreatePerson();
        using var second = app.CreatePerson();
        var patient = await office.PatientAsync("Huang");
        string[] contacts = [await office.ContactAsync("First", "Reader", First), await office.ContactAsync("Second", "Reader", Second)];
        await office.StartAsync(Office.Draft(patient, contacts));
        await Office.RegisterAsync(app, first, First, "+12025550161");
        await Office.RegisterAsync(app, second, Second, "+12025550162");
        var (edits, late, overtaken) = (0, 0, 0);
        for (var round = 0; round < Rounds; round++)
        {
            var id = (await office.StartAsync(Office.Draft(patient, contacts))).Text("collaborationId");
            var waits = Enumerable.Range(0, 5).Select(_ => random.Next(4)).ToArray();
            var editing = Enumerable.Range(0, 3).Select(window => EditAsync(office, id, window, waits[window], contacts)).ToArray();
            var reading = new[] { ReadAsync(office, first, id, waits[3]), ReadAsync(office, second, id, waits[4]) };
            await Task.WhenAll(editing.Cast<Task>().Concat(reading));
            var outcomes = await Task.WhenAll(editing);
            Explain(outcomes, await Task.WhenAll(reading), await office.Member.GetAsync(office.Of(id)));
            edits += outcomes.Count(each => each.Code is null);
            late += outcomes.Count(each => each.Code == "collaboration-read");
            overtaken += outcomes.Count(each => each.Code == "changed-meanwhile");
        }

        Assert.True(edits > 0 && late + overtaken > 0, $"{edits} edits, {late} too late, {overtaken} overtaken: nothing was checked.");
    }

    // The edits that were taken, each on the version before; then the first read; then nothing but reads of what was there by then.
    private static void Explain(Outcome[] edits, Reply[] reads, Reply last)
    {
        var taken = edits.Where(each => each.Code is null).OrderBy(each => each.Version).ToList();
        Assert.Equal(Enumerable.Range(2, taken.Count), taken.Select(each => each.Version));
        Assert.All(taken, each => Assert.Equal(each.BasedOn + 1, each.Version));
        var message = taken.Count == 0 ? $"Please look at the {Office.Secret} crown." : taken[^1].Wrote;
        Assert.Equal((taken.Count + 1, message), (last["version"].GetValue<int>(), last.Text("message")));
        Assert.All(reads, read => Assert.Equal((HttpStatusCode.OK, message), (read.Status, read["content"]["message"]!.GetValue<string>())));
        Assert.All(
            edits.Where(each => each.Code is not null),
            each => Assert.True(each.Code == "collaboration-read" || (each.Code == "changed-meanwhile" && taken.Count + 1 > each.BasedOn), $"{each} is not explained."));
    }

    private static async Task<Outcome> EditAsync(Office office, string id, int window, int looks, string[] contacts)
    {
        await LookAsync(office, id, looks);
        var based = (await office.Member.GetAsync(office.Of(id)))["version"].GetValue<int>();
        var wrote = $"by window {window}";
        var edited = await office.Member.PutAsync(office.Of(id), Office.Edit(based, wrote, contacts));
        return new Outcome(based, wrote, edited.Status == HttpStatusCode.OK ? edited["version"].GetValue<int>() : 0, edited.Code);
    }

    private static async Task<Reply> ReadAsync(Office office, Person reader, string id, int looks)
    {
        await LookAsync(office, id, looks);
        return await reader.PostAsync($"collaborations/{id}/open");
    }

    private static async Task LookAsync(Office office, string id, int times)
    {
        for (var time = 0; time < times; time++)
        {
            await office.Member.GetAsync(office.Of(id));
        }
    }

    private sealed record Outcome(int BasedOn, string Wrote, int Version, string? Code);
}
