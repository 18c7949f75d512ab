using Collaborations.Files.Pictures;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.Files;

/// <summary>Looks at a file before anybody else can have it.</summary>
public static class FileCheckOrchestration
{
    // A scan takes seconds, and a minute for the largest file. What has no result after two hours could not be scanned: it stays held back, and the
    // failed instance tells the operator.
    private static readonly TimeSpan FirstLook = TimeSpan.FromSeconds(5);
    private static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(5);
    private const int MostLooks = 30;

    public static string InstanceOf(FileId file) => $"file-{file}";

    [Function(nameof(FileCheckOrchestration))]
    public static async Task<FileState> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, FileId file)
    {
        await context.CallActivityAsync(nameof(FileCheckActivities.MoveFile), file, Retries.Options);
        var wait = FirstLook;
        for (var look = 0; look < MostLooks; look++)
        {
            var state = await context.CallActivityAsync<FileState>(nameof(FileCheckActivities.CheckFile), file, Retries.Options);
            if (state != FileState.Checking)
            {
                return state;
            }

            await context.CreateTimer(wait, CancellationToken.None);
            wait = wait * 2 < LongestWait ? wait * 2 : LongestWait;
        }

        throw new InvalidOperationException("The account did not say whether it found malware.");
    }
}

public sealed class FileCheckActivities(FileStore files, FileVault vault, MalwareScan scan, PictureCleaner pictures)
{
    [Function(nameof(MoveFile))]
    public async Task MoveFile([ActivityTrigger] FileId file, CancellationToken cancellation)
    {
        // Tried again after it was moved and before that was known: there is nothing left to move.
        if (await files.FindAsync(file, cancellation) is { Record.State: FileState.Checking } && await vault.IsUploadedAsync(file, cancellation))
        {
            await vault.MoveAsync(file, cancellation);
        }
    }

    /// <returns><see cref="FileState.Checking"/> while the account has not said what its scan found.</returns>
    [Function(nameof(CheckFile))]
    public async Task<FileState> CheckFile([ActivityTrigger] FileId file, CancellationToken cancellation)
    {
        if (await files.FindAsync(file, cancellation) is not { Record: { State: FileState.Checking } record })
        {
            return FileState.Ready;
        }

        if (record.CleanedAs is not null)
        {
            // Cut off after all of it was found to be good: only the end is missing.
            return await DecideAsync(file, await pictures.CleanAsync(file, record, cancellation), cancellation);
        }

        var scanned = await scan.FindAsync(file, cancellation);
        if (scanned == ScanResult.Unknown)
        {
            return FileState.Checking;
        }

        if (scanned == ScanResult.Malicious)
        {
            return await DecideAsync(file, FileReason.Malware, cancellation);
        }

        FileReason? reason;
        await using (var content = await vault.OpenAsync(file, cancellation))
        {
            reason = await FileCheck.FindAsync(record, content, cancellation);
        }

        return await DecideAsync(file, reason ?? await pictures.CleanAsync(file, record, cancellation), cancellation);
    }

    private async Task<FileState> DecideAsync(FileId file, FileReason? reason, CancellationToken cancellation)
    {
        var state = reason is null ? FileState.Ready : FileState.Quarantined;
        await files.ChangeAsync<Done>(file, current => (current with { State = state, Reason = reason }, Done.Instance), cancellation);
        return state;
    }
}
