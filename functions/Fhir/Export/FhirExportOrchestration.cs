using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.Fhir.Export;

/// <param name="Practice">Whose.</param>
/// <param name="Export">Which.</param>
public sealed record FhirExportInput(PracticeId Practice, ExportId Export);

/// <summary>Makes a bundle, keeps it while somebody fetches it, and deletes it.</summary>
public static class FhirExportOrchestration
{
    /// <summary>Long enough for the slowest download to begin again, and no store of patients' data beside the records.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromHours(1);

    public static string InstanceOf(ExportId export) => $"export-{export}";

    [Function(nameof(FhirExportOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, FhirExportInput input)
    {
        try
        {
            await context.CallActivityAsync(nameof(FhirExportActivities.MakeExport), input, Retries.Options);
        }
        catch (TaskFailedException)
        {
            await context.CallActivityAsync(nameof(FhirExportActivities.FailExport), input, Retries.Options);
            throw;
        }

        await context.CreateTimer(Kept, CancellationToken.None);
        await context.CallActivityAsync(nameof(FhirExportActivities.DiscardExport), input, Retries.Options);
    }
}

public sealed class FhirExportActivities(FhirExportStore exports, BundleExporter exporter, FileVault vault)
{
    [Function(nameof(MakeExport))]
    public async Task MakeExport([ActivityTrigger] FhirExportInput input, CancellationToken cancellation)
    {
        if (await exports.FindAsync(input.Practice, input.Export, cancellation) is not { Record: { State: ExportState.Running } export })
        {
            return;
        }

        await vault.WriteAsync(
            export.File, stream => exporter.WriteAsync(input.Practice, export.Patient, export.Case, stream, cancellation), cancellation);
        await exports.SetStateAsync(input.Practice, input.Export, ExportState.Ready, cancellation);
    }

    [Function(nameof(FailExport))]
    public Task FailExport([ActivityTrigger] FhirExportInput input, CancellationToken cancellation) =>
        EndAsync(input, ExportState.Failed, cancellation);

    [Function(nameof(DiscardExport))]
    public Task DiscardExport([ActivityTrigger] FhirExportInput input, CancellationToken cancellation) =>
        EndAsync(input, ExportState.Gone, cancellation);

    private async Task EndAsync(FhirExportInput input, ExportState state, CancellationToken cancellation)
    {
        if (await exports.FindAsync(input.Practice, input.Export, cancellation) is { Record.File: var file })
        {
            await exports.SetStateAsync(input.Practice, input.Export, state, cancellation);
            await vault.DeleteAsync(file, cancellation);
        }
    }
}
