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
    private const string Check = "check";

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
            ops restore FILE [--over] [--check]
                                        Brings a practice back from such a file, after all of it has been verified. What is there is left;
                                        with --over the practice is made as it was: what differs is replaced, and what came since is deleted.
                                        Accounts that were closed stay away. Cut off, it is run again. --check only counts, and writes nothing.
            """,
            Values: 1,
            Options: [$"{Over}?", $"{Check}?"],
            RestoreAsync),
    ];

    private static async Task<int> BackUpAsync(OperatorCall call, CancellationToken cancellation)
    {
        if (!Guid.TryParse(call.Values[0], out var id))
        {
            await call.SayAsync("The id of a practice is 32 hexadecimal digits.", cancellation);
            return OperatorCommands.Bad;
        }

        if (File.Exists(call.Values[1]))
        {
            await call.SayAsync("The file is there already: a backup is a new one.", cancellation);
            return OperatorCommands.Bad;
        }

        return await BesideTheApp.RunAsync(call, async provider =>
        {
            var practice = PracticeId.From(id);
            await NoteAsync(provider, AuditAction.PracticeBackedUp, practice.ToString(), AuditLine.Begun);
            var made = await MakeAsync(provider.GetRequiredService<BackupMaker>(), practice, call.Values[1], cancellation);
            if (made.IsRefused(out var refusal, out var manifest))
            {
                await NoteAsync(provider, AuditAction.PracticeBackedUp, practice.ToString(), refusal.Code);
                await call.SayAsync($"Refused: {refusal.Code}", cancellation);
                return OperatorCommands.Bad;
            }

            await NoteAsync(provider, AuditAction.PracticeBackedUp, practice.ToString(), AuditLine.Done);
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

    /// <summary>Leaves no file behind that is no backup: half of one is health data too.</summary>
    private static async Task<Result<BackupManifest>> MakeAsync(BackupMaker maker, PracticeId practice, string path, CancellationToken cancellation)
    {
        var file = new FileStream(path, NewFile());
        var isWhole = false;
        try
        {
            await using (file)
            {
                var made = await maker.MakeAsync(practice, file, cancellation);
                isWhole = !made.IsRefused(out _, out _);
                return made;
            }
        }
        finally
        {
            if (!isWhole)
            {
                File.Delete(path);
            }
        }
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
        if ((await provider.GetRequiredService<BackupReader>().VerifyAsync(zip, cancellation)).IsRefused(out var refusal, out var manifest))
        {
            await call.SayAsync($"Refused: {refusal.Code}", cancellation);
            return OperatorCommands.Bad;
        }

        var wish = new RestoreWish(call.Options.ContainsKey(Over), call.Options.ContainsKey(Check));
        if (!wish.Check)
        {
            await NoteAsync(provider, AuditAction.PracticeRestored, manifest.Practice, AuditLine.Begun);
        }

        var restored = await provider.GetRequiredService<BackupRestorer>().RestoreAsync(zip, manifest, wish, cancellation);
        if (!wish.Check)
        {
            await NoteAsync(provider, AuditAction.PracticeRestored, manifest.Practice, AuditLine.Done);
        }

        return await SayAsync(call, manifest, restored, wish, cancellation);
    }

    private static async Task<int> SayAsync(
        OperatorCall call, BackupManifest manifest, Restored restored, RestoreWish wish, CancellationToken cancellation)
    {
        foreach (var part in restored.Parts)
        {
            await call.SayAsync(
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"{part.Name}: {part.Of(RestoreOutcome.Added)} brought back, {part.Of(RestoreOutcome.Same)} the same, {part.Of(RestoreOutcome.Replaced)} replaced, {part.Of(RestoreOutcome.Deleted)} deleted, {part.Of(RestoreOutcome.Kept)} left, {part.Of(RestoreOutcome.Closed)} of closed accounts"),
                cancellation);
        }

        foreach (var account in restored.StayedAway.Order(StringComparer.Ordinal))
        {
            await call.SayAsync($"account {account} was closed and stays away", cancellation);
        }

        if (wish.Check)
        {
            await call.SayAsync($"Nothing was written: so it would be with practice {manifest.Practice}, as it was at {manifest.MadeAt:u}.", cancellation);
            return OperatorCommands.Good;
        }

        if (restored.Parts.Sum(part => part.Differing) is > 0 and var differing)
        {
            await call.SayAsync(string.Create(CultureInfo.InvariantCulture, $"{differing} are otherwise than in the backup and were left; --{Over} replaces them."), cancellation);
            return OperatorCommands.Bad;
        }

        await call.SayAsync($"practice {manifest.Practice} is back, as it was at {manifest.MadeAt:u}", cancellation);
        return OperatorCommands.Good;
    }

    private static Task NoteAsync(IServiceProvider provider, AuditAction action, string practice, string outcome)
    {
        var now = provider.GetRequiredService<TimeProvider>().GetUtcNow();
        return provider.GetRequiredService<AuditTrail>().AppendAsync(
            AuditChain.OfOperators, AuditLine.ByNobody(now, action, practice, outcome), CancellationToken.None);
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
