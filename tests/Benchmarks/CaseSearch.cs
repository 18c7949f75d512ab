using System.Diagnostics;
using System.Globalization;
using Collaborations.Accounts;
using Collaborations.Cases;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Storage;

namespace Benchmarks;

/// <summary>View Cases of somebody with very many: the first page, and searches for what many, one and no case has.</summary>
internal static class CaseSearch
{
    private const int Times = 10;
    private const double Limit = 1_000;

    private static readonly (string Name, string Words)[] Queries =
        [("first page", string.Empty), ("many match", "crown"), ("one in a hundred", "smith"), ("the oldest one", "B-0"), ("none", "zzz")];

    public static async Task<int> RunAsync(int cases)
    {
        await using var product = await Product.StartAsync();
        var practice = PracticeId.From(Guid.CreateVersion7());
        var caller = await SeedAsync(product, practice, cases);
        var reader = product.Get<CaseReader>();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cases:N0} cases of one member; {Times} times each"));
        Console.WriteLine("query              found  requests   median ms      worst ms");
        var slow = 0;
        foreach (var (name, words) in Queries)
        {
            var query = new CaseQuery(null, null, null, words, null);
            var (times, requests, found) = (new List<double>(), product.Requests, 0);
            for (var time = 0; time < Times; time++)
            {
                var began = Stopwatch.GetTimestamp();
                found = (await reader.ListAsync(caller, query, CancellationToken.None)).Value.Cases.Count;
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            times.Sort();
            slow += times[Times / 2] > Limit ? 1 : 0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{name,-18} {found,5} {(product.Requests - requests) / Times,9} {times[Times / 2],11:F1} {times[^1],13:F1}"));
        }

        Console.WriteLine(slow == 0 ? $"every median is below {Limit} ms" : $"{slow} medians are above {Limit} ms");
        return slow == 0 ? 0 : 1;
    }

    private static async Task<MemberCaller> SeedAsync(Product product, PracticeId practice, int cases)
    {
        var (id, begin) = (MemberId.From(Guid.CreateVersion7()), new DateTimeOffset(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var record = new Practice("Bench", Language.English, "UTC", ["US"], true, false, Practice.UsualDailyCodeCap, false, false);
        var member = new Member("Bea", "Doctor", "bea@bench.example", MemberRole.Doctor, Manager: false, CaseManager: false, null, Disabled: false, Invitation: null);
        await product.Get<PracticeStore>().AddAsync(practice, record, CancellationToken.None);
        await product.Get<MemberStore>().AddAsync(practice, id, member, CancellationToken.None);
        var (store, patients, board) = (product.Get<CaseStore>(), product.Get<PatientStore>(), product.Get<CaseBoard>());
        await RowBatches.ForEachAsync(
            Enumerable.Range(0, cases),
            async (number, stop) =>
            {
                var (@case, patient) = (CaseId.From(Guid.CreateVersion7()), PatientId.From(Guid.CreateVersion7()));
                var person = new Patient("Ann", number % 100 == 0 ? "Smith" : "Baker", string.Create(CultureInfo.InvariantCulture, $"B-{number}X"), null, null, null, null, Language.English, null);
                var made = new Case($"Crown {number}", patient, [id], CaseStatus.Open, null, begin, ThreadId.From(Guid.CreateVersion7()));
                await patients.AddAsync(practice, patient, person, stop);
                await store.AddAsync(practice, @case, made, stop);
                await board.AddToAsync(practice, @case, made, person, id, begin.AddMinutes(number), stop);
            },
            CancellationToken.None);
        return new MemberCaller(null!, practice, id, member);
    }
}
