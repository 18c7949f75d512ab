using System.Globalization;
using System.IO.Compression;
using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Operating;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Backups;

/// <summary>Backs up and brings back a practice, beside the app.</summary>
internal static class BackupCommands
{
    private const string Over = "over";

    public static IReadOnlyList<OperatorCommand> All { get; } =
    [
        new(
            ["backup"],
            """
            ops backup PRACTICE FILE    Everything of a practice into one new file, which its owner alone can read.
                                        It holds health data: keep it like the store itself.
            """,
            Values: 2,
            Options: [],
            BackUpAsync),
        new(
            ["restore"],
            """
            ops restore FILE [--over]   Brings a practice back from such a file, after all of it has been verified. What is there is left,
                                        with --over it is replaced where it differs. Cut off, it is run again.
            """,
            Values: 1,
            Options: [$"{Over}?"],
            RestoreAsync),
    ];

    private static async Task<int> BackUpAsync(OperatorCall call, CancellationToken cancellation)
    {
        if (!Guid.TryParse(call.Values[0], out var id) || File.Exists(call.Values[1]))
        {
            await call.SayAsync("The id of a practice is 32 hexadecimal digits, and the file must not be there yet.", cancellation);
            return OperatorCommands.Bad;
        }

        return await BesideTheApp.RunAsync(call, async provider =>
        {
            await NoteAsync(provider, AuditAction.PracticeBackedUp, PracticeId.From(id).ToString());
            await using var file = new FileStream(call.Values[1], NewFile());
            var made = await provider.GetRequiredService<BackupMaker>().MakeAsync(PracticeId.From(id), file, cancellation);
            if (made.IsRefused(out var refusal, out var manifest))
            {
                file.Close();
                File.Delete(call.Values[1]);
                await call.SayAsync($"Refused: {refusal.Code}", cancellation);
                return OperatorCommands.Bad;
            }

            foreach (var part in manifest.Parts.Where(part => part.Table() is not null))
            {
                await call.SayAsync(string.Create(CultureInfo.InvariantCulture, $"{part.Table()}: {part.Count} rows"), cancellation);
            }

            var files = manifest.Parts.Where(part => part.File() is not null).ToList();
            await call.SayAsync(string.Create(CultureInfo.InvariantCulture, $"files: {files.Count}, {files.Sum(part => part.Count)} bytes"), cancellation);
            await call.SayAsync("It holds health data: keep it like the store itself.", cancellation);
            return OperatorCommands.Good;
        });
    }

    private static Task<int> RestoreAsync(OperatorCall call, CancellationToken cancellation) =>
        BesideTheApp.RunAsync(call, async provider =>
        {
            if (!File.Exists(call.Values[0]))
            {
                await call.SayAsync("There is no such file.", cancellation);
                return OperatorCommands.Bad;
            }

            try
            {
                await using var zip = await ZipFile.OpenReadAsync(call.Values[0], cancellation);
                return await RestoreAsync(call, provider, zip, cancellation);
            }
            catch (InvalidDataException)
            {
                await call.SayAsync("Refused: backup-not-finished", cancellation);
                return OperatorCommands.Bad;
            }
        });

    private static async Task<int> RestoreAsync(OperatorCall call, IServiceProvider provider, ZipArchive zip, CancellationToken cancellation)
    {
        var restored = await provider.GetRequiredService<BackupRestorer>().RestoreAsync(zip, call.Options.ContainsKey(Over), cancellation);
        if (restored.IsRefused(out var refusal, out var done))
        {
            await call.SayAsync($"Refused: {refusal.Code}", cancellation);
            return OperatorCommands.Bad;
        }

        foreach (var part in done.Parts)
        {
            await call.SayAsync(
                string.Create(CultureInfo.InvariantCulture, $"{part.Name}: {part.Added} brought back, {part.Same} the same, {part.Replaced} replaced, {part.Kept} left"), cancellation);
        }

        await NoteAsync(provider, AuditAction.PracticeRestored, done.Manifest.Practice);
        if (done.Parts.Sum(part => part.Differing) is > 0 and var differing)
        {
            await call.SayAsync(string.Create(CultureInfo.InvariantCulture, $"{differing} are otherwise than in the backup and were left; --{Over} replaces them."), cancellation);
            return OperatorCommands.Bad;
        }

        await call.SayAsync($"practice {done.Manifest.Practice} is back, as it was at {done.Manifest.MadeAt:u}", cancellation);
        return OperatorCommands.Good;
    }

    private static Task NoteAsync(IServiceProvider provider, AuditAction action, string practice)
    {
        var now = provider.GetRequiredService<TimeProvider>().GetUtcNow();
        var line = new AuditLine(DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()), Actor: null, action, practice, From: null, AuditLine.Done);
        return provider.GetRequiredService<AuditTrail>().AppendAsync(AuditChain.OfOperators, line, CancellationToken.None);
    }

    private static FileStreamOptions NewFile()
    {
        var open = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Share = FileShare.None, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows())
        {
            open.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }

        return open;
    }
}
