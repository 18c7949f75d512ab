using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Records;

namespace Collaborations.PatientInfo.Sheets;

/// <summary>Reads what is on record and puts it into the words of the practice's language.</summary>
public sealed class SheetReader(
    PracticeStore practices, MemberStore members, PatientStore patients, RecordStore records, SheetWords words, TimeProvider clock)
{
    /// <summary>Ours: entries on one sheet, some dozens of pages. Whoever wants more exports the record.</summary>
    public const int MostRows = 1000;

    private static readonly string[] LetterCountries = ["US", "CA", "MX"];

    /// <returns><see cref="NotFound"/> where there is no such practice, patient or member.</returns>
    public async Task<Result<InfoSheet>> ReadAsync(PatientInfoOrder order, CancellationToken cancellation)
    {
        if (await practices.FindAsync(order.Practice, cancellation) is not { Record: var practice }
            || await patients.FindAsync(order.Practice, order.Patient, cancellation) is not { Record: var patient }
            || await members.FindAsync(order.Practice, order.By, cancellation) is not { Record: var by })
        {
            return new NotFound();
        }

        var sayings = new Sayings(words.In(practice.Language), practice);
        var table = order.Kind == PatientInfoKind.Demographics
            ? InfoTables.Demographics(patient, sayings)
            : InfoTables.Of(order.Kind, await ListAsync(order, cancellation), sayings);
        return Sheet(order.Kind, practice, patient, by, sayings, table);
    }

    private static IReadOnlyList<RecordKind> KindsOf(PatientInfoKind kind) => kind switch
    {
        PatientInfoKind.Allergies => [RecordKind.AllergyIntolerance],
        PatientInfoKind.Problems => [RecordKind.Condition],
        PatientInfoKind.Medications => [RecordKind.MedicationRequest, RecordKind.MedicationStatement],
        PatientInfoKind.Results => [RecordKind.Observation],
        PatientInfoKind.Immunisations => [RecordKind.Immunization],
        PatientInfoKind.Procedures => [RecordKind.Procedure],
        PatientInfoKind.Insurance => [RecordKind.Coverage],
        _ => [],
    };

    private InfoSheet Sheet(PatientInfoKind kind, Practice practice, Patient patient, Member by, Sayings sayings, InfoTable table)
    {
        var (said, now) = (sayings.Words, clock.GetUtcNow());
        var rows = table.Rows.Count > MostRows ? [.. table.Rows.Take(MostRows)] : table.Rows;
        var remarks = rows.Count == 0 ? [said.Nothing[kind]]
            : rows.Count < table.Rows.Count ? [Fill(said.More, ("shown", sayings.Number(rows.Count)), ("total", sayings.Number(table.Rows.Count)))]
            : (IReadOnlyList<string>)[];
        return new InfoSheet(
            practice.Language,
            said.Titles[kind],
            practice.Name,
            Fill(said.Patient, ("number", patient.Code), ("birthDate", Sayings.Day(patient.BirthDate) ?? said.Unknown), ("name", patient.Name)),
            Fill(said.MadeBy, ("time", sayings.Time(now)), ("zone", practice.TimeZone), ("name", by.Name)),
            now,
            practice.Countries is [var home, ..] && LetterCountries.Contains(home, StringComparer.Ordinal),
            table.Columns,
            rows,
            remarks,
            said.PageOf,
            said.NotShown);
    }

    // Whatever somebody is called, the name is put in last: what stands in it is not taken for another place to fill.
    private static string Fill(string sentence, params ReadOnlySpan<(string Name, string Value)> values)
    {
        foreach (var (name, value) in values)
        {
            sentence = sentence.Replace($"{{{name}}}", value, StringComparison.Ordinal);
        }

        return sentence;
    }

    private async Task<List<HealthRecord>> ListAsync(PatientInfoOrder order, CancellationToken cancellation)
    {
        var found = new List<HealthRecord>();
        foreach (var kind in KindsOf(order.Kind))
        {
            await foreach (var (_, record) in records.ListAsync(order.Practice, order.Patient, kind, cancellation))
            {
                found.Add(record);
            }
        }

        return found;
    }
}
