using System.Diagnostics;
using System.Globalization;
using Azure.Data.Tables;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Patients;

namespace Benchmarks;

/// <summary>
/// Searches a directory of many patients. Of their rows only the lists that the searches lead to are written: the others would take an hour to write
/// and are never read.
/// </summary>
internal static class PatientSearch
{
    private const int Times = 40;
    private const int MostRows = 100;
    private const int AtOnce = 16;
    private const double Limit = 50;

    private static readonly string[] Queries =
        ["s", "sm", "smith", "j", "smith john", "john sm", "s j", "maria g", "smith 1961", "1961", "04/23/1961", "19610423 s", "P-0012345", "zz", "smith quentin"];

    private static readonly string[] First =
        ["John", "Maria", "James", "Anna", "Robert", "Lucia", "David", "Sofia", "Peter", "Grace", "Samuel", "Jorge", "Julia", "Walter", "Nora", "Omar", "Quentin", "Hana", "Felix", "Irene"];

    private static readonly string[] Last =
        ["Johnson", "Garcia", "Sanders", "Silva", "Brown", "Martin", "Keller", "Okafor", "Huang", "Novak", "Weiss", "Delgado", "Sorensen", "Moreau", "Rossi", "Tanaka", "Singh", "Evans", "Baker"];

    public static async Task<int> RunAsync(int patients)
    {
        await using var product = await Product.StartAsync();
        var index = product.Get<PatientIndex>();
        var practice = PracticeId.From(Guid.CreateVersion7());
        var rows = await SeedAsync(product, index, practice, patients);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{patients:N0} patients, {rows:N0} rows of the lists that are searched; {Times} times each"));
        Console.WriteLine("query              found  requests   median ms      p95 ms");
        var slow = 0;
        foreach (var query in Queries)
        {
            await index.SearchAsync(practice, query, cursor: null, CancellationToken.None);
            var (times, requests, found) = (new List<double>(), product.Requests, 0);
            for (var time = 0; time < Times; time++)
            {
                var began = Stopwatch.GetTimestamp();
                found = (await index.SearchAsync(practice, query, cursor: null, CancellationToken.None)).Rows.Count;
                times.Add(Stopwatch.GetElapsedTime(began).TotalMilliseconds);
            }

            times.Sort();
            var (median, late) = (times[Times / 2], times[Times * 95 / 100]);
            slow += median > Limit ? 1 : 0;
            Console.WriteLine(string.Create(
                CultureInfo.InvariantCulture, $"{query,-18} {found,5} {(product.Requests - requests) / Times,9} {median,11:F1} {late,11:F1}"));
        }

        Console.WriteLine(slow == 0 ? $"every median is below {Limit} ms" : $"{slow} medians are above {Limit} ms");
        return slow == 0 ? 0 : 1;
    }

    // One in a hundred is called Smith, as in the United States; the others share twenty names, which is more crowded than anywhere.
    private static Patient PatientOf(int number, Random random)
    {
        var last = random.Next(100) == 0 ? "Smith" : Last[random.Next(Last.Length)] + (random.Next(4) == 0 ? string.Empty : (char)('a' + random.Next(26)));
        var born = new DateOnly(1930, 1, 1).AddDays(random.Next(32_000));
        var code = string.Create(CultureInfo.InvariantCulture, $"P-{number:D7}");
        return new Patient(First[random.Next(First.Length)], last, code, born, null, null, null, Language.English, null);
    }

    private static async Task<int> SeedAsync(Product product, PatientIndex index, PracticeId practice, int patients)
    {
        var random = new Random(1);
        var searched = Queries.Select(query => index.ListOf(practice, query).List).ToHashSet(StringComparer.Ordinal);
        var rows = Enumerable.Range(0, patients)
            .SelectMany(number => index.RowsOf(practice, PatientSummary.Of(PatientId.From(Guid.CreateVersion7()), PatientOf(number, random))))
            .Where(row => searched.Contains(row.RowKey.Split('-')[0]))
            .GroupBy(row => row.PartitionKey)
            .SelectMany(partition => partition.Chunk(MostRows))
            .ToList();
        var table = product.Get<TableServiceClient>().GetTableClient("PatientIndex");
        await table.CreateIfNotExistsAsync();
        await Parallel.ForEachAsync(rows, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (chunk, stop) =>
            await table.SubmitTransactionAsync(chunk.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)), stop));
        return rows.Sum(chunk => chunk.Length);
    }
}
