using System.Globalization;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.Documents;

/// <summary>Keeps a removed document for as long as it can be put back, and then deletes its content.</summary>
public static class DocumentRemovalOrchestration
{
    /// <summary>One for each time that it was removed.</summary>
    public static string InstanceOf(FileId document, DateTimeOffset until) =>
        string.Create(CultureInfo.InvariantCulture, $"document-{document}-{until.ToUnixTimeMilliseconds()}");

    [Function(nameof(DocumentRemovalOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, FileId document)
    {
        await context.CreateTimer(Document.KeptRemoved + DurableTimers.Margin, CancellationToken.None);
        await context.CallActivityAsync(nameof(DocumentRemovalActivities.DeleteRemovedDocument), document, Retries.Options);
    }
}

public sealed class DocumentRemovalActivities(DocumentStore documents, FileStore files, FileRemover remover, TimeProvider clock)
{
    /// <summary>What was put back meanwhile, or removed again later, stays.</summary>
    [Function(nameof(DeleteRemovedDocument))]
    public async Task DeleteRemovedDocument([ActivityTrigger] FileId document, CancellationToken cancellation)
    {
        if (await files.FindAsync(document, cancellation) is not { Record: { IsOfLibrary: true } } file)
        {
            return;
        }

        var place = file.Record.Library;
        if (await documents.FindAsync(place, document, cancellation) is not { Record: { RemovedAt: not null } removed }
            || removed.IsRestorable(clock.GetUtcNow()))
        {
            return;
        }

        // A collaboration has it: file and row stay, so that it is still known as removed from the library.
        if (!await remover.RemoveAsync(document, record => !record.IsHeld, cancellation))
        {
            return;
        }

        // Of what an import brought, the row stays: brought in again, it stays removed.
        if (!removed.Imported)
        {
            await documents.DeleteAsync(place, document, cancellation);
        }
    }
}
