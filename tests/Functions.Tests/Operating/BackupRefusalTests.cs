using System.IO.Compression;
using System.Text;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Operating;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Operating;

/// <summary>What is no backup is not brought back, and a backup that is not made leaves nothing.</summary>
[Collection(OperatorsAtWork.Name)]
public sealed class BackupRefusalTests(CollaborationsApp app)
{
    private const string Doctor = "ben.lindqvist@riverside.example";
    private const string Nobody = "00000000000070008000000000000002";

    [Fact]
    public async Task Changed_cut_or_of_no_practice_Is_not_brought_back()
    {
        var folder = Directory.CreateTempSubdirectory("backup-");
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var backup = Path.Combine(folder.FullName, "whole.zip");
        Assert.Equal(OperatorCommands.Good, (await app.OperateAsync("backup", practice, backup)).Code);
        Assert.Equal("Refused: backup-changed", await RestoreAsync(await ChangedAsync(backup, "tables/Members.jsonl")));
        Assert.Equal("Refused: backup-changed-or-of-another-key", await RestoreAsync(await ChangedAsync(backup, "manifest.json")));
        var cut = Path.Combine(folder.FullName, "cut.zip");
        await File.WriteAllBytesAsync(cut, (await File.ReadAllBytesAsync(backup))[..^200]);
        Assert.Equal("Refused: backup-not-finished", await RestoreAsync(cut));
        var (code, said) = await app.OperateAsync("backup", "00000000000070008000000000000001", Path.Combine(folder.FullName, "nobody.zip"));
        Assert.Equal((OperatorCommands.Bad, "Refused: not-found"), (code, said.Trim()));
        Assert.False(File.Exists(Path.Combine(folder.FullName, "nobody.zip")));
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task With_damaged_bytes_or_a_manifest_that_says_nothing_Is_refused_by_its_name()
    {
        var folder = Directory.CreateTempSubdirectory("backup-");
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        var backup = Path.Combine(folder.FullName, "whole.zip");
        Assert.Equal(OperatorCommands.Good, (await app.OperateAsync("backup", practice, backup)).Code);
        Assert.Equal("Refused: backup-changed", await RestoreAsync(await DamagedAsync(backup, "tables/Members.jsonl")));
        Assert.Equal("Refused: backup-changed-or-of-another-key", await RestoreAsync(await DamagedAsync(backup, "manifest.json")));
        foreach (var manifest in new[] { "{}", "null", """{"version":1,"practice":"","madeAt":"2026-01-01T00:00:00Z","keys":[],"parts":[null],"seal":""}""" })
        {
            var empty = Path.Combine(folder.FullName, $"{manifest.Length}.zip");
            await using (var zip = await ZipFile.OpenAsync(empty, ZipArchiveMode.Create))
            {
                await using var entry = await zip.CreateEntry("manifest.json").OpenAsync();
                await entry.WriteAsync(Encoding.UTF8.GetBytes(manifest));
            }

            Assert.Equal("Refused: backup-changed-or-of-another-key", await RestoreAsync(empty));
        }

        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task Of_no_practice_Is_never_a_line_that_says_it_was_done()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{app.Services.GetRequiredService<IdGenerator>().New<PracticeId>()}.zip");
        var (code, said) = await app.OperateAsync("backup", Nobody, file);
        Assert.Equal((OperatorCommands.Bad, "Refused: not-found"), (code, said.Trim()));
        Assert.Equal([AuditLine.Begun, "not-found"], await LinesAsync(Nobody));
    }

    [Fact]
    public async Task Stopped_or_where_no_file_can_be_Leaves_no_file_and_says_so()
    {
        var folder = Directory.CreateTempSubdirectory("backup-");
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync(Doctor, app.Password);
        await using var output = new StringWriter();
        var console = new OperatorConsole(app.Services.GetRequiredService<IConfiguration>(), TextReader.Null, output);
        var code = await OperatorCommands.RunAsync(["backup", practice, Path.Combine(folder.FullName, "half.zip")], console, new CancellationToken(canceled: true));
        Assert.Equal((OperatorCommands.Bad, "Stopped."), (code, output.ToString().Trim()));
        Assert.Empty(folder.EnumerateFiles());

        var nowhere = Path.Combine(folder.FullName, "no such folder", "a.zip");
        (code, var said) = await app.OperateAsync("backup", practice, nowhere);
        Assert.Equal(OperatorCommands.Bad, code);
        Assert.Contains(nowhere, said, StringComparison.Ordinal);
        Assert.Equal(OperatorCommands.Bad, (await app.OperateAsync("keys", "add", folder.FullName)).Code);
        folder.Delete(recursive: true);
    }

    [Fact]
    public async Task A_bad_id_and_a_file_that_is_there_Are_told_apart()
    {
        var file = Path.GetTempFileName();
        Assert.Contains("hexadecimal", (await app.OperateAsync("backup", "no id", file)).Said, StringComparison.Ordinal);
        Assert.Contains("there already", (await app.OperateAsync("backup", Nobody, file)).Said, StringComparison.Ordinal);
        File.Delete(file);
    }

    /// <summary>What came of the operators' tries on a subject, in order.</summary>
    private async Task<IReadOnlyList<string>> LinesAsync(string subject) =>
        await app.Services.GetRequiredService<AuditStore>().ListAsync(AuditChain.OfOperators, CancellationToken.None)
            .Where(row => row.Line!.Line.Subject == subject)
            .Select(row => row.Line!.Line.Outcome)
            .ToListAsync();

    // The first bytes of what is packed are those of no packing.
    private static async Task<string> DamagedAsync(string backup, string name)
    {
        const int HeaderLength = 30;
        var bytes = await File.ReadAllBytesAsync(backup);
        var at = bytes.AsSpan().IndexOf(Encoding.UTF8.GetBytes(name));
        var extra = BitConverter.ToUInt16(bytes, at - HeaderLength + 28);
        bytes.AsSpan(at + name.Length + extra, 8).Fill(0xFF);
        var damaged = $"{backup}.damaged.{name.Length}";
        await File.WriteAllBytesAsync(damaged, bytes);
        return damaged;
    }

    // One digit of the entry is another.
    private static async Task<string> ChangedAsync(string backup, string name)
    {
        var changed = $"{backup}.{name.Length}";
        File.Copy(backup, changed);
        using var zip = await ZipFile.OpenAsync(changed, ZipArchiveMode.Update);
        var entry = zip.GetEntry(name)!;
        string text;
        using (var reader = new StreamReader(await entry.OpenAsync()))
        {
            text = await reader.ReadToEndAsync();
        }

        entry.Delete();
        await using var written = await zip.CreateEntry(name).OpenAsync();
        var at = text.IndexOfAny([.. "0123456789"]);
        await written.WriteAsync(Encoding.UTF8.GetBytes($"{text[..at]}{(text[at] == '7' ? '8' : '7')}{text[(at + 1)..]}"));
        return changed;
    }

    private async Task<string> RestoreAsync(string backup)
    {
        var (code, said) = await app.OperateAsync("restore", backup);
        Assert.Equal(OperatorCommands.Bad, code);
        return said.Trim();
    }
}
