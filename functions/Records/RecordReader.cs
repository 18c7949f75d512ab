using Collaborations.Files;
using Collaborations.Identifiers;
using Collaborations.Patients;

namespace Collaborations.Records;

/// <summary>A record with its id.</summary>
public sealed record Kept<T>(string RecordId, T Record)
    where T : HealthRecord;

/// <summary>A document with its files as they are now: ready, or held back with the reason.</summary>
public sealed record KeptDocument(string RecordId, DocumentRecord Record, IReadOnlyList<FileAnswer> Files);

/// <summary>One page of a patient's records, each kind by itself; a kind that has none on the page is empty.</summary>
public sealed record RecordsAnswer(
    IReadOnlyList<Kept<AllergyRecord>> Allergies,
    IReadOnlyList<Kept<ConditionRecord>> Conditions,
    IReadOnlyList<Kept<MedicationRequestRecord>> MedicationRequests,
    IReadOnlyList<Kept<MedicationStatementRecord>> MedicationStatements,
    IReadOnlyList<Kept<ObservationRecord>> Observations,
    IReadOnlyList<Kept<ImmunizationRecord>> Immunizations,
    IReadOnlyList<Kept<ProcedureRecord>> Procedures,
    IReadOnlyList<Kept<CoverageRecord>> Coverages,
    IReadOnlyList<KeptDocument> Documents,
    string? Cursor);

public sealed record RecordKindUnknown() : InvalidInput("record-kind-unknown", "kind");

/// <summary>Reads a patient's records for the members of the practice.</summary>
public sealed class RecordReader(RecordStore records, PatientStore patients, FileStore files)
{
    private const int PageSize = 200;

    /// <param name="practice">Whose.</param>
    /// <param name="patient">Whom.</param>
    /// <param name="kind">As in the contract; empty for all, in the order of the kinds.</param>
    /// <param name="cursor">Of the page before.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<RecordsAnswer>> PageAsync(
        PracticeId practice, PatientId patient, string? kind, string? cursor, CancellationToken cancellation)
    {
        if (await patients.FindAsync(practice, patient, cancellation) is null)
        {
            return new NotFound();
        }

        RecordKind? one = null;
        if (!string.IsNullOrEmpty(kind))
        {
            if (!Enum.TryParse<RecordKind>(kind, ignoreCase: true, out var named) || !Enum.IsDefined(named) || char.IsAsciiDigit(kind[0]))
            {
                return new RecordKindUnknown();
            }

            one = named;
        }

        var page = await records.PageAsync(practice, patient, one, PageSize, string.IsNullOrEmpty(cursor) ? null : cursor, cancellation);
        return new RecordsAnswer(
            Of<AllergyRecord>(page.Rows),
            Of<ConditionRecord>(page.Rows),
            Of<MedicationRequestRecord>(page.Rows),
            Of<MedicationStatementRecord>(page.Rows),
            Of<ObservationRecord>(page.Rows),
            Of<ImmunizationRecord>(page.Rows),
            Of<ProcedureRecord>(page.Rows),
            Of<CoverageRecord>(page.Rows),
            await DocumentsAsync(Of<DocumentRecord>(page.Rows), cancellation),
            page.Cursor);
    }

    private static List<Kept<T>> Of<T>(IReadOnlyList<(string Id, HealthRecord Record)> rows)
        where T : HealthRecord =>
        [.. from row in rows where row.Record is T select new Kept<T>(row.Id, (T)row.Record)];

    private async Task<List<KeptDocument>> DocumentsAsync(List<Kept<DocumentRecord>> documents, CancellationToken cancellation)
    {
        var found = new List<KeptDocument>();
        foreach (var document in documents)
        {
            var answers = new List<FileAnswer>();
            foreach (var each in document.Record.Files)
            {
                if (await files.FindAsync(each.File, cancellation) is { Record: var file })
                {
                    answers.Add(FileAnswer.Of(each.File, file));
                }
            }

            found.Add(new KeptDocument(document.RecordId, document.Record, answers));
        }

        return found;
    }
}
