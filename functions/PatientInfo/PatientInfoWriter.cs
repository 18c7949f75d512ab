using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.PatientInfo.Pdf;
using Collaborations.PatientInfo.Sheets;

namespace Collaborations.PatientInfo;

/// <summary>
/// Writes one part of a patient's record down as a PDF: what is on record at this moment, and stays so whatever becomes of the record. The file
/// is the product's own content: no scan has to judge it, and it is ready at once.
/// </summary>
public sealed class PatientInfoWriter(SheetReader sheets, FileStore files, FileIntake intake)
{
    /// <summary>Writes it into a file of the patient's, which the practice's members may read.</summary>
    /// <param name="order">What.</param>
    /// <param name="idOf">
    /// The file's, decided by the caller for a digest of what will stand in it, and kept with what it is for: asked again with the same id, the file that
    /// is there stays as it is.
    /// </param>
    /// <param name="cancellation">The work was given up.</param>
    /// <returns>The id; <see cref="NotFound"/> where there is no such practice, patient or member.</returns>
    public async Task<Result<FileId>> WriteAsync(PatientInfoOrder order, Func<string, FileId> idOf, CancellationToken cancellation)
    {
        var read = await sheets.ReadAsync(order, cancellation);
        return await read.ThenAsync(async sheet =>
        {
            var id = idOf(sheet.Digest());
            if (await files.FindAsync(id, cancellation) is not null)
            {
                return id;
            }

            var pdf = Make(sheet);
            return (await intake.TakeAsync(id, pdf.Name, pdf.Content.ToArray(), PlaceOf(order), cancellation)).Map(_ => id);
        });
    }

    /// <returns>The PDF without a place where it is kept.</returns>
    public async Task<Result<PatientInfoPdf>> MakeAsync(PatientInfoOrder order, CancellationToken cancellation) =>
        (await sheets.ReadAsync(order, cancellation)).Map(Make);

    private static PatientInfoPdf Make(InfoSheet sheet) => new($"{sheet.Title}.pdf", SheetPdf.Write(sheet));

    internal static FileRecord PlaceOf(PatientInfoOrder order) =>
        new(order.Practice, default, null, order.By.Value, FromPatient: false, string.Empty, "application/pdf", FileKind.Pdf, 0, FileState.Ready, null, default, null)
        {
            Patient = order.Patient,
        };
}

/// <param name="Name">Says the kind and not whom it is about.</param>
/// <param name="Content">The whole of it.</param>
public sealed record PatientInfoPdf(string Name, ReadOnlyMemory<byte> Content);
