using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Fhir.Export;

public enum ExportState
{
    Running,
    Ready,
    Failed,

    /// <summary>It was there for an hour.</summary>
    Gone,
}

/// <summary>A bundle that is made.</summary>
/// <param name="By">The member who asked for it, and may fetch it.</param>
/// <param name="Patient">Of whom.</param>
/// <param name="Case">With the attachments of this case; null for the patient alone.</param>
/// <param name="File">The bundle, in the vault.</param>
/// <param name="State">How far it is.</param>
public sealed record FhirExport(MemberId By, PatientId Patient, CaseId? Case, FileId File, ExportState State);

/// <summary>Table FhirExports. Partition: practice and export; one row.</summary>
public sealed class FhirExportStore(TableServiceClient service)
{
    private const string Row = "export";

    private readonly RecordTable _table = new(service, "FhirExports");

    public async Task<Versioned<FhirExport>?> FindAsync(PracticeId practice, ExportId id, CancellationToken cancellation) =>
        await _table.FindAsync(Key(practice, id), Row, cancellation) is { } row ? RecordRow.Read<FhirExport>(row) : null;

    public async Task<bool> AddAsync(PracticeId practice, ExportId id, FhirExport export, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(Key(practice, id), Row, export), cancellation) is not null;

    public Task SetStateAsync(PracticeId practice, ExportId id, ExportState state, CancellationToken cancellation) =>
        Decision.MakeAsync<FhirExport, Done>(
            () => FindAsync(practice, id, cancellation),
            export => export is null ? new NotFound() : (export with { State = state }, Done.Instance),
            async (export, before) => await _table.ReplaceAsync(RecordRow.Of(Key(practice, id), Row, export), before!.ETag, cancellation) is not null);

    private static string Key(PracticeId practice, ExportId id) => $"{practice}-{id}";
}
