using Collaborations.Cases;
using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Processes;
using Microsoft.DurableTask.Client;

namespace Collaborations.Fhir.Export;

/// <summary>How far an export is, and where it can be fetched when it is ready.</summary>
public sealed record ExportAnswer(ExportId ExportId, ExportState State, Uri? Url, DateTimeOffset? ExpiresAt);

/// <summary>Begins exports, and gives addresses for those that are ready to whoever asked for them.</summary>
public sealed class FhirExportHandler(
    FhirExportStore exports, PatientStore patients, CaseAccess cases, FileVault vault, ProcessGate gate, IdGenerator ids)
{
    public async Task<Result<ExportAnswer>> OfPatientAsync(
        MemberCaller caller, PatientId patient, DurableTaskClient processes, CancellationToken cancellation) =>
        await patients.FindAsync(caller.Practice, patient, cancellation) is null
            ? new NotFound()
            : await BeginAsync(caller, patient, null, processes, cancellation);

    public Task<Result<ExportAnswer>> OfCaseAsync(OpenedCase opened, DurableTaskClient processes, CancellationToken cancellation) =>
        BeginAsync(opened.Caller, opened.Case.Record.Patient, opened.Id, processes, cancellation);

    /// <summary>Somebody else's export is not found, nor one of a case that its asker is no longer in.</summary>
    public async Task<Result<ExportAnswer>> ReadAsync(MemberCaller caller, ExportId id, CancellationToken cancellation)
    {
        if (await exports.FindAsync(caller.Practice, id, cancellation) is not { Record: var export } || export.By != caller.Id
            || (export.Case is { } @case && (await cases.OpenAsync(caller, @case, cancellation)).Refusal is not null))
        {
            return new NotFound();
        }

        if (export.State != ExportState.Ready)
        {
            return new ExportAnswer(id, export.State, null, null);
        }

        var (address, expires) = await vault.SignReadAsync(export.File, FileOf(caller, export), download: true, cancellation);
        return new ExportAnswer(id, export.State, address, expires);
    }

    // Its name says nothing of anybody: it ends in a folder of downloads.
    private static FileRecord FileOf(MemberCaller caller, FhirExport export) => new(
        caller.Practice,
        export.Case ?? default,
        null,
        export.By.Value,
        FromPatient: false,
        export.Case is null ? "patient.fhir.json" : "case.fhir.json",
        "application/fhir+json",
        FileKind.Other,
        0,
        FileState.Ready,
        null,
        default,
        null);

    private async Task<Result<ExportAnswer>> BeginAsync(
        MemberCaller caller, PatientId patient, CaseId? @case, DurableTaskClient processes, CancellationToken cancellation)
    {
        var id = ids.New<ExportId>();
        if (!await exports.AddAsync(caller.Practice, id, new FhirExport(caller.Id, patient, @case, ids.New<FileId>(), ExportState.Running), cancellation))
        {
            throw new InvalidOperationException("A new export's id is taken.");
        }

        await ProcessGate.StartAsync(
            processes, nameof(FhirExportOrchestration), FhirExportOrchestration.InstanceOf(id), new FhirExportInput(caller.Practice, id), cancellation);
        await gate.WaitAsync(
            async () => (await exports.FindAsync(caller.Practice, id, cancellation))?.Record.State is not ExportState.Running, cancellation);
        return await ReadAsync(caller, id, cancellation);
    }
}
