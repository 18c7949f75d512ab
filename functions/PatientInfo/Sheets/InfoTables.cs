using Collaborations.Patients;
using Collaborations.Records;

namespace Collaborations.PatientInfo.Sheets;

/// <summary>What is on record, as a table.</summary>
public sealed record InfoTable(IReadOnlyList<InfoColumn> Columns, IReadOnlyList<IReadOnlyList<string>> Rows);

/// <summary>
/// One table for each kind, with what a clinician asks for first. What was entered in error is not told on. Newest first, where there are days; what
/// has none comes last.
/// </summary>
internal static class InfoTables
{
    private const string Error = "entered-in-error";

    public static InfoTable Demographics(Patient patient, Sayings say) => new(
        Columns(say, (SheetLabel.Field, 1), (SheetLabel.Value, 3)),
        [
            Field(say, SheetLabel.FirstName, patient.FirstName),
            Field(say, SheetLabel.LastName, patient.LastName),
            Field(say, SheetLabel.Number, patient.Code),
            Field(say, SheetLabel.BirthDate, Sayings.Day(patient.BirthDate)),
            Field(say, SheetLabel.Language, say.Words.Languages[patient.Language]),
            Field(say, SheetLabel.Email, patient.Email),
            Field(say, SheetLabel.Mobile, patient.Mobile),
            Field(say, SheetLabel.Landline, patient.Landline),
        ]);

    public static InfoTable Of(PatientInfoKind kind, IReadOnlyList<HealthRecord> records, Sayings say) => kind switch
    {
        PatientInfoKind.Allergies => Allergies(records.OfType<AllergyRecord>(), say),
        PatientInfoKind.Problems => Problems(records.OfType<ConditionRecord>(), say),
        PatientInfoKind.Medications => Medications(records, say),
        PatientInfoKind.Results => Results(records.OfType<ObservationRecord>(), say),
        PatientInfoKind.Immunisations => Immunisations(records.OfType<ImmunizationRecord>(), say),
        PatientInfoKind.Procedures => Procedures(records.OfType<ProcedureRecord>(), say),
        PatientInfoKind.Insurance => Insurance(records.OfType<CoverageRecord>(), say),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "Has no records."),
    };

    private static InfoTable Allergies(IEnumerable<AllergyRecord> records, Sayings say) => Table(
        say,
        records.Where(each => !IsError(each.VerificationStatus)),
        each => each.RecordedDate ?? Start(each.Onset),
        [(SheetLabel.Substance, 5), (SheetLabel.Reaction, 5), (SheetLabel.Risk, 3), (SheetLabel.Status, 3), (SheetLabel.Since, 3)],
        each =>
        [
            Sayings.Lines([say.Concept(each.Code), .. each.Notes]),
            Sayings.Lines(each.Reactions.Select(reaction => Sayings.Join(", ", say.Concepts(reaction.Manifestations), say.Code(reaction.Severity)))),
            say.Code(each.Criticality),
            Sayings.Lines(say.Concept(each.ClinicalStatus), say.Concept(each.VerificationStatus)),
            say.Date(each.Onset) ?? say.Date(each.RecordedDate),
        ]);

    private static InfoTable Problems(IEnumerable<ConditionRecord> records, Sayings say) => Table(
        say,
        records.Where(each => !IsError(each.VerificationStatus)),
        each => each.RecordedDate ?? Start(each.Onset),
        [(SheetLabel.Problem, 6), (SheetLabel.Status, 3), (SheetLabel.Severity, 3), (SheetLabel.Since, 3), (SheetLabel.Until, 3)],
        each =>
        [
            Sayings.Lines([Sayings.Join(", ", say.Concept(each.Code), say.Concepts(each.BodySites)), .. each.Notes]),
            Sayings.Lines(say.Concept(each.ClinicalStatus), say.Concept(each.VerificationStatus)),
            say.Concept(each.Severity),
            say.Date(each.Onset) ?? say.Date(each.RecordedDate),
            say.Date(each.Abatement),
        ]);

    private static InfoTable Medications(IEnumerable<HealthRecord> records, Sayings say) => Table(
        say,
        records.Where(each => each is MedicationRequestRecord { Status: not Error } or MedicationStatementRecord { Status: not Error }),
        each => each is MedicationRequestRecord request ? request.AuthoredOn
            : each is MedicationStatementRecord statement ? Start(statement.Effective) ?? statement.DateAsserted : null,
        [(SheetLabel.Medicine, 6), (SheetLabel.Use, 6), (SheetLabel.Status, 3), (SheetLabel.Date, 3)],
        each => each switch
        {
            MedicationRequestRecord request =>
            [
                Sayings.Lines([say.Concept(request.Medication), .. request.Notes]),
                Sayings.Lines(request.Dosages.Select(say.Dosage)),
                Sayings.Lines(say.Code(request.Status), say.Label(SheetLabel.Prescribed)),
                say.Date(request.AuthoredOn),
            ],
            MedicationStatementRecord statement =>
            [
                Sayings.Lines([say.Concept(statement.Medication), .. statement.Notes]),
                Sayings.Lines(statement.Dosages.Select(say.Dosage)),
                Sayings.Lines(say.Code(statement.Status), say.Label(SheetLabel.Reported)),
                say.Date(statement.Effective) ?? say.Date(statement.DateAsserted),
            ],
            _ => throw new InvalidOperationException($"A {each.Kind} is no medication."),
        });

    private static InfoTable Results(IEnumerable<ObservationRecord> records, Sayings say) => Table(
        say,
        records.Where(each => each.Status != Error),
        each => Start(each.Effective) ?? each.Issued,
        [(SheetLabel.Date, 3), (SheetLabel.Test, 5), (SheetLabel.Result, 5), (SheetLabel.UsualRange, 3), (SheetLabel.Meaning, 3)],
        each =>
        [
            say.Date(each.Effective) ?? say.Date(each.Issued),
            Sayings.Lines([say.Concept(each.Code), .. each.Notes]),
            Sayings.Lines(
            [
                say.Observed(each.Value) ?? say.Concept(each.AbsentReason),
                .. each.Components.Select(part => $"{say.Concept(part.Code)}: {say.Observed(part.Value) ?? say.Words.Unknown}"),
            ]),
            Sayings.Lines(each.Ranges.Select(say.Range)),
            Sayings.Lines([.. each.Interpretations.Select(say.Concept), each.Status == "final" ? null : say.Code(each.Status)]),
        ]);

    private static InfoTable Immunisations(IEnumerable<ImmunizationRecord> records, Sayings say) => Table(
        say,
        records.Where(each => each.Status != Error),
        each => Start(each.Occurrence),
        [(SheetLabel.Date, 3), (SheetLabel.Vaccine, 6), (SheetLabel.Dose, 3), (SheetLabel.Lot, 3), (SheetLabel.Status, 3)],
        each =>
        [
            say.Date(each.Occurrence),
            Sayings.Lines([say.Concept(each.Vaccine), .. each.Notes]),
            Sayings.Lines(say.Quantity(each.Dose), say.Concept(each.Site)),
            Sayings.Lines(each.LotNumber, each.ExpirationDate),
            say.Code(each.Status),
        ]);

    private static InfoTable Procedures(IEnumerable<ProcedureRecord> records, Sayings say) => Table(
        say,
        records.Where(each => each.Status != Error),
        each => Start(each.Performed),
        [(SheetLabel.Date, 3), (SheetLabel.Procedure, 6), (SheetLabel.Site, 3), (SheetLabel.Outcome, 3), (SheetLabel.Status, 3)],
        each =>
        [
            say.Date(each.Performed),
            Sayings.Lines([say.Concept(each.Code), .. each.Notes]),
            say.Concepts(each.BodySites),
            say.Concept(each.Outcome),
            say.Code(each.Status),
        ]);

    private static InfoTable Insurance(IEnumerable<CoverageRecord> records, Sayings say) => Table(
        say,
        records.Where(each => each.Status != Error),
        each => Start(each.Period),
        [(SheetLabel.Insurer, 5), (SheetLabel.Plan, 4), (SheetLabel.MemberNumber, 4), (SheetLabel.Numbers, 4), (SheetLabel.Period, 3), (SheetLabel.Status, 3)],
        each =>
        [
            Sayings.Lines(each.Payors),
            say.Concept(each.Type),
            Sayings.Lines(each.SubscriberId, say.Concept(each.Relationship)),
            Sayings.Lines(each.Classes.Select(part => $"{say.Concept(part.Type)}: {Sayings.Join(", ", part.Value, part.Name)}")),
            say.Date(each.Period),
            say.Code(each.Status),
        ]);

    private static InfoTable Table<T>(
        Sayings say, IEnumerable<T> records, Func<T, string?> day, (SheetLabel Label, int Share)[] columns, Func<T, IReadOnlyList<string?>> cells)
        where T : HealthRecord =>
        new(
            Columns(say, columns),
            [.. records.OrderByDescending(day, StringComparer.Ordinal).Select(each => (IReadOnlyList<string>)[.. cells(each).Select(cell => cell ?? string.Empty)])]);

    private static List<InfoColumn> Columns(Sayings say, params ReadOnlySpan<(SheetLabel Label, int Share)> columns)
    {
        var found = new List<InfoColumn>(columns.Length);
        foreach (var (label, share) in columns)
        {
            found.Add(new InfoColumn(say.Label(label), share));
        }

        return found;
    }

    private static IReadOnlyList<string> Field(Sayings say, SheetLabel label, string? value) =>
        [say.Label(label), string.IsNullOrEmpty(value) ? say.Words.Unknown : value];

    // As written: days sort by their text, and a month before the days in it.
    private static string? Start(When? when) => when?.At ?? when?.Start;

    private static bool IsError(Concept? status) => status?.Codings.Any(coding => coding.Code == Error) == true;
}
