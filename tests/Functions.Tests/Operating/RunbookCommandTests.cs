using System.Globalization;
using System.Text.RegularExpressions;
using Collaborations.Operating;
using Tests.Support;

namespace Collaborations.Tests.Operating;

/// <summary>Every command that docs/operations.md names, run as it stands there against the local edition.</summary>
[Collection(OperatorsAtWork.Name)]
public sealed partial class RunbookCommandTests(CollaborationsApp app) : IDisposable
{
    private const string Document = "docs/operations.md";
    private const string Start = "dotnet run --project functions -- ";

    /// <summary>By how a command begins: what has to be there, how it ends, and what it says.</summary>
    private static readonly (string Begins, Func<RunbookCommandTests, Task> Prepare, string Says)[] Expected =
    [
        ("ops audit verify PRACTICE", test => test.PracticeAsync(), "whole"),
        ("ops audit verify accounts", _ => Task.CompletedTask, "operators: "),
        ("ops practice create", test => test.AnswersAsync(), "first manager"),
        ("ops practice invite", test => test.NewPracticeAsync(), "invited."),
        ("ops workflows list", _ => Task.CompletedTask, " workflows"),
        ("ops workflows show", test => test.RunningAsync(), "registration-"),
        ("ops workflows redrive", test => test.CancelledAsync(), "RegistrationOrchestration"),
        ("ops workflows cancel", test => test.RunningAsync(), "registration-"),
        ("ops workflows purge ID", test => test.CancelledAsync(), "1 purged."),
        ("ops workflows purge ended", _ => Task.CompletedTask, " purged."),
        ("ops keys status", _ => Task.CompletedTask, "keys: 1"),
        ("ops keys add", _ => Task.CompletedTask, "One key more."),
        ("ops backup", test => test.PracticeAsync(), "It holds health data"),
        ("ops restore FILE --check", test => test.BackupAsync(), "files: "),
        ("ops restore FILE --over", test => test.BackupAsync(), "is back"),
        ("ops restore FILE", test => test.BackupAsync(), "is back"),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("runbook-");
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal) { ["URL"] = CollaborationsApp.Address, ["NAME"] = "Runbook Clinic" };
    private string _typed = "";

    public static TheoryData<string> Commands => [.. Named()];

    [Theory]
    [MemberData(nameof(Commands))]
    public async Task Named_in_the_runbook_Does_what_it_says(string command)
    {
        _values["FILE"] = Path.Combine(_folder.FullName, "file");
        _values["TIME"] = app.Clock.GetUtcNow().AddDays(-30).ToString("O", CultureInfo.InvariantCulture);
        var expected = Expected.FirstOrDefault(each => command.StartsWith(each.Begins, StringComparison.Ordinal));
        Assert.True(expected.Prepare is not null, $"{Document} names {command}, and nothing says here what it does.");
        await expected.Prepare(this);
        var (code, said) = await app.OperateAsync(_typed, [.. Words(command).Skip(1).Select(Filled)]);
        Assert.True(code == OperatorCommands.Good, $"{command} ended with {code}: {said}");
        Assert.Contains(expected.Says, said, StringComparison.Ordinal);
        Assert.DoesNotContain('@', said);
    }

    [Fact]
    public void Every_command_there_is_Is_named_in_the_runbook()
    {
        var named = Named().ToList();
        Assert.All(Expected, each => Assert.Contains(named, command => command.StartsWith(each.Begins, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Every_command_that_the_program_names_Is_run_here()
    {
        var (_, usage) = await app.OperateAsync("help");
        var heads = usage.Split('\n').Where(line => line.StartsWith("ops ", StringComparison.Ordinal)).Select(line => string.Join(' ', line.Split(' ').TakeWhile(IsCommandWord)));
        Assert.All(
            heads,
            head => Assert.Contains(
                Expected, each => each.Begins.StartsWith(head, StringComparison.Ordinal) || head.StartsWith(each.Begins, StringComparison.Ordinal)));
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private static bool IsCommandWord(string word) => word.Length > 0 && word.All(char.IsAsciiLetterLower);

    private static IEnumerable<string> Named() =>
        Quoted().Matches(File.ReadAllText(RepositoryRoot.Combine(Document)))
            .Select(found => found.Groups[1].Value.Replace(Start, "", StringComparison.Ordinal))
            .Where(text => text.StartsWith("ops ", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal);

    private static IEnumerable<string> Words(string command) => Word().Matches(command).Select(word => word.Value.Trim('"'));

    private string Filled(string word) =>
        _values.TryGetValue(word, out var value) ? value : word.StartsWith(".data/", StringComparison.Ordinal) ? Path.Combine(_folder.FullName, word[6..]) : word;

    private async Task PracticeAsync()
    {
        using var doctor = app.CreatePerson();
        _values["PRACTICE"] = (await doctor.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password)).Practice;
    }

    private Task AnswersAsync()
    {
        _typed = $"America/Chicago\nUS\nIda\nBloom\nmanager.{_folder.Name}@clinic.example\n";
        return Task.CompletedTask;
    }

    private async Task NewPracticeAsync()
    {
        await AnswersAsync();
        var (_, said) = await app.OperateAsync(_typed, ["practice", "create", "--name", "Runbook Clinic", "--address", CollaborationsApp.Address]);
        _values["PRACTICE"] = Made().Match(said).Groups[1].Value;
    }

    private async Task RunningAsync()
    {
        await NewPracticeAsync();
        using var operators = app.CreateOperator();
        await CollaborationsApp.AtRestAsync(app.Services);
        var running = (await operators.GetAsync("operations/workflows?status=running&prefix=registration-&size=500"))["workflows"].AsArray();
        _values["ID"] = running.MaxBy(each => each!["createdAt"]!.GetValue<DateTimeOffset>())!["workflowId"]!.GetValue<string>();
    }

    private async Task CancelledAsync()
    {
        await RunningAsync();
        Assert.Equal(0, (await app.OperateAsync("workflows", "cancel", _values["ID"], "--reason", "obsolete", "--address", CollaborationsApp.Address)).Code);
    }

    // Of a practice that nothing else changes meanwhile.
    private async Task BackupAsync()
    {
        await NewPracticeAsync();
        Assert.Equal(0, (await app.OperateAsync("backup", _values["PRACTICE"], _values["FILE"])).Code);
    }

    [GeneratedRegex("`([^`\n]+)`")]
    private static partial Regex Quoted();

    [GeneratedRegex("\"[^\"]*\"|[^ ]+")]
    private static partial Regex Word();

    [GeneratedRegex("practice ([0-9a-f]{32})")]
    private static partial Regex Made();
}
