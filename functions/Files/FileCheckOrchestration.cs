using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.Files;

/// <summary>Looks at a file before anybody else can have it.</summary>
public static class FileCheckOrchestration
{
    public static string InstanceOf(FileId file) => $"file-{file}";

    [Function(nameof(FileCheckOrchestration))]
    public static async Task<FileState> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, FileId file)
    {
        await context.CallActivityAsync(nameof(FileCheckActivities.MoveFile), file, Retries.Options);
        return await context.CallActivityAsync<FileState>(nameof(FileCheckActivities.CheckFile), file, Retries.Options);
    }
}

public sealed class FileCheckActivities(FileStore files, FileVault vault)
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

    [Function(nameof(CheckFile))]
    public async Task<FileState> CheckFile([ActivityTrigger] FileId file, CancellationToken cancellation)
    {
        if (await files.FindAsync(file, cancellation) is not { Record: { State: FileState.Checking } record })
        {
            return FileState.Ready;
        }

        FileReason? reason;
        await using (var content = await vault.OpenAsync(file, cancellation))
        {
            reason = await FileCheck.FindAsync(record, content, cancellation);
        }

        var state = reason is null ? FileState.Ready : FileState.Quarantined;
        await files.ChangeAsync<Done>(file, current => (current with { State = state, Reason = reason }, Done.Instance), cancellation);
        return state;
    }
}
