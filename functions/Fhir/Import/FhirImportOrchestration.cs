using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Collaborations.Fhir.Import;

/// <param name="Practice">Whose.</param>
/// <param name="Import">Which.</param>
public sealed record FhirImportInput(PracticeId Practice, ImportId Import);

/// <summary>Brings a bundle in, from when it was uploaded to when it is not needed any more.</summary>
public static class FhirImportOrchestration
{
    public static string InstanceOf(ImportId import) => $"import-{import}";

    [Function(nameof(FhirImportOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, FhirImportInput input)
    {
        try
        {
            await context.CallActivityAsync(nameof(FhirImportActivities.MoveBundle), input, Retries.Options);
            while (await context.CallActivityAsync<bool>(nameof(FhirImportActivities.ImportBundle), input, Retries.Options))
            {
                // A large bundle takes several turns; how far it is, is on record.
            }
        }
        catch (TaskFailedException)
        {
            await context.CallActivityAsync(nameof(FhirImportActivities.FailImport), input, Retries.Options);
            throw;
        }

        await context.CallActivityAsync(nameof(FhirImportActivities.DiscardBundle), input, Retries.Options);
    }
}

public sealed class FhirImportActivities(FhirImportStore imports, FileVault vault, BundleImporter importer, TimeProvider clock)
{
    /// <summary>To where nobody writes: what is read twice must be the same twice.</summary>
    [Function(nameof(MoveBundle))]
    public async Task MoveBundle([ActivityTrigger] FhirImportInput input, CancellationToken cancellation)
    {
        if (await imports.FindAsync(input.Practice, input.Import, cancellation) is { Record.File: var file } && await vault.IsUploadedAsync(file, cancellation))
        {
            await vault.MoveAsync(file, cancellation);
        }
    }

    /// <returns>Whether another turn is needed.</returns>
    [Function(nameof(ImportBundle))]
    public Task<bool> ImportBundle([ActivityTrigger] FhirImportInput input, [DurableClient] DurableTaskClient processes, CancellationToken cancellation) =>
        importer.ImportAsync(input.Practice, input.Import, processes, cancellation);

    [Function(nameof(FailImport))]
    public async Task FailImport([ActivityTrigger] FhirImportInput input, CancellationToken cancellation)
    {
        await imports.ChangeAsync<Done>(
            input.Practice,
            input.Import,
            import => (import with { State = ImportState.Failed, EndedAt = clock.GetUtcNow() }, Done.Instance),
            cancellation);
        await DiscardBundle(input, cancellation);
    }

    [Function(nameof(DiscardBundle))]
    public async Task DiscardBundle([ActivityTrigger] FhirImportInput input, CancellationToken cancellation)
    {
        if (await imports.FindAsync(input.Practice, input.Import, cancellation) is { Record.File: var file })
        {
            await vault.DeleteAsync(file, cancellation);
        }
    }
}
