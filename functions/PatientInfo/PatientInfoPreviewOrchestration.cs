using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Collaborations.Storage;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.PatientInfo;

/// <summary>Deletes a PDF that somebody looked at.</summary>
public static class PatientInfoPreviewOrchestration
{
    /// <summary>The address ends first, whatever the clocks of the machines say.</summary>
    private static readonly TimeSpan Kept = 2 * BlobSigner.ReadLifetime;

    public static string InstanceOf(FileId file) => $"preview-{file}";

    [Function(nameof(PatientInfoPreviewOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, FileId file)
    {
        await context.CreateTimer(Kept, CancellationToken.None);
        await context.CallActivityAsync(nameof(PatientInfoPreviewActivities.DeletePreview), file, Retries.Options);
    }
}

public sealed class PatientInfoPreviewActivities(FileVault vault)
{
    [Function(nameof(DeletePreview))]
    public Task DeletePreview([ActivityTrigger] FileId file, CancellationToken cancellation) => vault.DeleteAsync(file, cancellation);
}
