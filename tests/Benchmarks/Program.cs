using Benchmarks;

// dotnet run -c Release --project tests/Benchmarks -- patients [how many] | cases [how many] | contacts [rows] | import [how many] | import-file PATH
return args switch
{
    ["patients", .. var rest] => await PatientSearch.RunAsync(CountOf(rest, 100_000)),
    ["cases", .. var rest] => await CaseSearch.RunAsync(CountOf(rest, 10_000)),
    ["contacts", .. var rest] => await ContactImport.RunAsync(CountOf(rest, 2_000)),
    ["import", .. var rest] => await BundleImport.RunAsync(CountOf(rest, 1_000)),
    ["import-file", var path] => await BundleImport.RunAsync(path),
    _ => Usage(),
};

static int CountOf(string[] rest, int usual) => rest is [var text] ? int.Parse(text, System.Globalization.CultureInfo.InvariantCulture) : usual;

static int Usage()
{
    Console.Error.WriteLine("Say what to measure: patients [how many], cases [how many], contacts [rows], import [how many], or import-file PATH.");
    return 2;
}
