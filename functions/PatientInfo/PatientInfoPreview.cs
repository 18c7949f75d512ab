using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.DurableTask.Client;

namespace Collaborations.PatientInfo;

public sealed record PatientInfoKindUnknown() : InvalidInput("patient-info-kind-unknown", "kind");

/// <summary>Makes a PDF to look at, and has it deleted when its address has ended: no store of patients' data beside the records.</summary>
public sealed class PatientInfoPreview(PatientInfoWriter writer, FileVault vault, IdGenerator ids)
{
    public async Task<Result<FileAddress>> ShowAsync(PatientInfoOrder order, DurableTaskClient processes, CancellationToken cancellation) =>
        await (await writer.MakeAsync(order, cancellation)).ThenAsync<FileAddress>(async pdf =>
        {
            var id = ids.New<FileId>();
            await ProcessGate.StartAsync(
                processes, nameof(PatientInfoPreviewOrchestration), PatientInfoPreviewOrchestration.InstanceOf(id), id, cancellation);
            await vault.PrepareAsync(cancellation);
            await vault.WriteAsync(id, new MemoryStream(pdf.Content.ToArray(), writable: false), cancellation);
            var (address, expires) = await vault.SignReadAsync(id, PatientInfoWriter.PlaceOf(order) with { Name = pdf.Name }, download: false, cancellation);
            return new FileAddress(address, expires);
        });
}
