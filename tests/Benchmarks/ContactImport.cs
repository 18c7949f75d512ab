using System.Diagnostics;
using System.Globalization;
using System.Text;
using Collaborations.Accounts;
using Collaborations.Contacts.Csv;
using Collaborations.Identifiers;
using Collaborations.Practices;

namespace Benchmarks;

/// <summary>Brings in a file of contacts, a part with each request, with codes and without: new, and again.</summary>
internal static class ContactImport
{
    /// <summary>Seconds for a part. What stands before the app cuts a request at 45.</summary>
    private const double Limit = 20;

    private static readonly string[] First =
        ["John", "Maria", "Anna", "Robert", "Lucia", "David", "Sofia", "Peter", "Grace", "Walter", "Nora", "Omar", "Quentin", "Hana", "Felix", "Irene", "Carla", "Ugo", "Thea", "Kofi"];

    private static readonly string[] Last =
        ["Johnson", "Garcia", "Sanders", "Brown", "Martin", "Keller", "Okafor", "Huang", "Novak", "Weiss", "Delgado", "Rossi", "Tanaka", "Evans", "Falk", "Ibarra", "Petrov", "Urban", "Young", "Chen", "Lopez"];

    public static async Task<int> RunAsync(int rows)
    {
        await using var product = await Product.StartAsync();
        var slow = 0;
        foreach (var (name, coded) in new[] { ("with codes", true), ("without codes", false) })
        {
            var practice = PracticeId.From(Guid.CreateVersion7());
            await product.Get<PracticeStore>().AddAsync(
                practice, new Practice("Bench", Language.English, "UTC", ["US"], true, false, Practice.UsualDailyCodeCap, false, false), CancellationToken.None);
            foreach (var time in new[] { "new", "again" })
            {
                var requests = product.Requests;
                var (import, parts) = await ImportAsync(product.Get<ContactImporter>(), practice, FileOf(rows, coded));
                slow += parts.Count(seconds => seconds > Limit);
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{rows:N0} {name}, {time,-5} {parts.Sum(),7:F1} s in {parts.Count} parts, the longest {parts.Max():F1} s, {product.Requests - requests,8:N0} requests, {import.Added:N0} added, {import.Unchanged:N0} unchanged, {import.Refused:N0} refused"));
            }
        }

        Console.WriteLine(slow == 0 ? $"each part is below {Limit} s" : $"{slow} parts are above {Limit} s");
        return slow == 0 ? 0 : 1;
    }

    private static async Task<(Collaborations.Contacts.Csv.ContactImport Sum, IReadOnlyList<double> Seconds)> ImportAsync(
        ContactImporter importer, PracticeId practice, byte[] file)
    {
        var sum = new Collaborations.Contacts.Csv.ContactImport(0, 0, 0, 0, [], [], 0, Next: 0);
        var seconds = new List<double>();
        while (sum.Next is { } from)
        {
            var began = Stopwatch.GetTimestamp();
            var part = (await importer.ImportAsync(practice, file, from, CancellationToken.None)).Value;
            seconds.Add(Stopwatch.GetElapsedTime(began).TotalSeconds);
            sum = part with
            {
                Added = sum.Added + part.Added,
                Changed = sum.Changed + part.Changed,
                Unchanged = sum.Unchanged + part.Unchanged,
                Refused = sum.Refused + part.Refused,
            };
        }

        return (sum, seconds);
    }

    private static byte[] FileOf(int rows, bool coded)
    {
        var text = new StringBuilder("FirstName,LastName,Code,Type,Email,Organisation\n");
        for (var row = 0; row < rows; row++)
        {
            text.Append(CultureInfo.InvariantCulture, $"{First[row % First.Length]},{Last[row / First.Length % Last.Length]}{(char)('a' + (row % 26))},{(coded ? $"{Last[row % Last.Length][..2]}{row}" : string.Empty)},specialist,c{row}@bench.example,{Last[row % 17]} Dental\n");
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }
}
