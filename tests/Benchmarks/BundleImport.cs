using System.Diagnostics;
using System.Globalization;
using System.Text;
using Collaborations.Accounts;
using Collaborations.Fhir.Import;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Practices;

namespace Benchmarks;

/// <summary>Brings in a bundle of many patients, each with twenty records and a letter, twice: new, and again.</summary>
internal static class BundleImport
{
    private const int RecordsEach = 20;

    /// <summary>Of made-up patients.</summary>
    public static Task<int> RunAsync(int patients) => RunAsync(
        string.Create(CultureInfo.InvariantCulture, $"{patients:N0} patients"),
        async stream =>
        {
            await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
            await WriteAsync(writer, patients);
        });

    /// <summary>Of a bundle from elsewhere: what is not taken of it is counted by its reason.</summary>
    public static Task<int> RunAsync(string path) => RunAsync(
        path,
        async stream =>
        {
            await using var content = File.OpenRead(path);
            await content.CopyToAsync(stream);
        });

    private static async Task<int> RunAsync(string what, Func<Stream, Task> write)
    {
        await using var product = await Product.StartAsync();
        var practice = PracticeId.From(Guid.CreateVersion7());
        await product.Get<PracticeStore>().AddAsync(
            practice, new Practice("Bench", Language.English, "UTC", ["US"], true, false, Practice.UsualDailyCodeCap, false, false), CancellationToken.None);
        var (file, size) = (FileId.From(Guid.CreateVersion7()), 0L);
        await product.Get<FileVault>().WriteAsync(file, write, CancellationToken.None);
        await using (var content = await product.Get<FileVault>().OpenAsync(file, CancellationToken.None))
        {
            size = content.Length;
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{what}, {size / 1024.0 / 1024:F1} MB"));
        await ReportAsync(product, await MeasureAsync(product, practice, file, "new  "));
        await MeasureAsync(product, practice, file, "again");
        return 0;
    }

    private static async Task ReportAsync(Product product, ImportId id)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        string? cursor = null;
        do
        {
            var page = await product.Get<ImportLineStore>().PageAsync(id, 1_000, cursor, CancellationToken.None);
            foreach (var line in page.Rows)
            {
                var text = $"{line.Resource} {line.Reason} {line.Element}{(line.Taken ? " (taken)" : string.Empty)}";
                counts[text] = counts.GetValueOrDefault(text) + 1;
            }

            cursor = page.Cursor;
        }
        while (cursor is not null);
        foreach (var (text, count) in counts.OrderByDescending(each => each.Value))
        {
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count,8} {text}"));
        }
    }

    private static async Task<ImportId> MeasureAsync(Product product, PracticeId practice, FileId file, string what)
    {
        var imports = product.Get<FhirImportStore>();
        var id = ImportId.From(Guid.CreateVersion7());
        var import = new FhirImport(MemberId.From(Guid.CreateVersion7()), file, 1, ImportState.Running, null, 0, 0, 0, TimeProvider.System.GetUtcNow(), null);
        await imports.AddAsync(practice, id, import, CancellationToken.None);
        var (requests, most, began) = (product.Requests, 0L, Stopwatch.GetTimestamp());
        GC.Collect();
        var before = GC.GetTotalMemory(forceFullCollection: true);
        var importing = ImportAsync(product.Get<BundleImporter>(), practice, id);
        using var pause = new PeriodicTimer(TimeSpan.FromSeconds(1));
        while (!importing.IsCompleted)
        {
            await Task.WhenAny(importing, pause.WaitForNextTickAsync().AsTask());
            most = Math.Max(most, GC.GetTotalMemory(forceFullCollection: true) - before);
        }

        await importing;
        var record = (await imports.FindAsync(practice, id, CancellationToken.None))!.Record;
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{what} {Stopwatch.GetElapsedTime(began).TotalSeconds,7:F1} s, {product.Requests - requests,8:N0} requests, {record.Taken:N0} taken, {record.Refused:N0} refused, {record.Lines:N0} lines, at most {most / 1024 / 1024} MB more memory"));
        return id;
    }

    private static async Task ImportAsync(BundleImporter importer, PracticeId practice, ImportId id)
    {
        while (await importer.ImportAsync(practice, id, processes: null, CancellationToken.None))
        {
            Console.WriteLine("another turn");
        }
    }

    private static async Task WriteAsync(StreamWriter writer, int patients)
    {
        await writer.WriteAsync("""{"resourceType":"Bundle","type":"collection","entry":[""");
        var letter = Convert.ToBase64String(Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("Thank you for seeing this patient. ", 60))));
        for (var number = 0; number < patients; number++)
        {
            var separator = number == 0 ? string.Empty : ",";
            await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $$"""
                {{separator}}{"fullUrl":"http://bench.example/Patient/{{number}}","resource":{"resourceType":"Patient","id":"{{number}}","identifier":[{"system":"http://bench.example","value":"B-{{number}}"}],"name":[{"family":"Family{{number % 977}}","given":["Given{{number % 211}}"]}],"birthDate":"{{1930 + (number % 80)}}-05-17"} }
                """));
            for (var record = 0; record < RecordsEach; record++)
            {
                await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $$"""
                    ,{"resource":{"resourceType":"Observation","id":"o{{number}}-{{record}}","status":"final","category":[{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/observation-category","code":"laboratory"}]}],"code":{"coding":[{"system":"http://loinc.org","code":"4548-4","display":"Hemoglobin A1c"}],"text":"HbA1c"},"subject":{"reference":"Patient/{{number}}"},"effectiveDateTime":"2024-01-{{(record % 28) + 1:D2}}","valueQuantity":{"value":{{record}}.5,"unit":"%"} } }
                    """));
            }

            await writer.WriteAsync(string.Create(CultureInfo.InvariantCulture, $$"""
                ,{"resource":{"resourceType":"DocumentReference","id":"d{{number}}","status":"current","subject":{"reference":"Patient/{{number}}"},"content":[{"attachment":{"contentType":"text/plain","title":"Letter","data":"{{letter}}"} }]} }
                """));
        }

        await writer.WriteAsync("]}");
    }
}
