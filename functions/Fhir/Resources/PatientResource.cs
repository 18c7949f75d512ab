using Collaborations.Accounts;
using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Writing;
using Collaborations.Patients;
using Collaborations.Records;

namespace Collaborations.Fhir.Resources;

/// <summary>Patient (FHIR R4, 8.1): name, birth date, identifiers, telephones, email and language.</summary>
internal static class PatientResource
{
    /// <summary>Kinds of identifier that are nobody's patient number: social security, passport, driving licence, and the like.</summary>
    private static readonly string[] NoPatientNumbers = ["SS", "SB", "PPN", "DL", "NI", "TAX"];

    /// <returns>As somebody would type it; what is missing is null, the names are empty.</returns>
    public static PatientForm Read(FhirElement resource)
    {
        var name = Best(resource, "name");
        var (first, last) = name is null ? (string.Empty, string.Empty) : NamesOf(name);
        var telecom = resource.Many("telecom").Select(Telecom).ToList();
        return new PatientForm(
            first,
            last,
            Code(resource),
            BirthDate(resource),
            telecom.FirstOrDefault(each => each.System == "email").Value,
            telecom.FirstOrDefault(each => each.IsMobile).Value,
            telecom.FirstOrDefault(each => each.System == "phone" && !each.IsMobile).Value,
            Language(resource));
    }

    public static void Write(Patient patient, FhirWriter writer)
    {
        writer.Objects("name", [patient], each =>
        {
            writer.Text("family", each.LastName);
            writer.Texts("given", [each.FirstName]);
        });
        List<(string System, string? Use, string? Value)> telecom =
            [("phone", "mobile", patient.Mobile), ("phone", "home", patient.Landline), ("email", null, patient.Email)];
        writer.Objects("telecom", [.. telecom.Where(each => each.Value is not null)], each =>
        {
            writer.Text("system", each.System);
            writer.Text("value", each.Value);
            writer.Text("use", each.Use);
        });
        writer.Text("birthDate", patient.BirthDate?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        writer.Objects("communication", [new Concept(null, [new Coding("urn:ietf:bcp:47", Languages.Tag(patient.Language), null)])], language =>
        {
            writer.Concept("language", language);
            writer.Flag("preferred", true);
        });
    }

    // The official one, or else the first; the others have no place here.
    private static FhirElement? Best(FhirElement resource, string name) =>
        resource.Choose(name, all => all.FirstOrDefault(each => each.Text("use") == "official") ?? all.FirstOrDefault(each => each.Text("use") == "usual"));

    private static (string First, string Last) NamesOf(FhirElement name)
    {
        var (family, given) = (name.Text("family"), string.Join(' ', name.Texts("given")));
        var text = name.Text("text");
        if (family is not null || given.Length > 0 || text is null)
        {
            return (given, family ?? string.Empty);
        }

        var space = text.LastIndexOf(' ');
        return space < 0 ? (string.Empty, text) : (text[..space], text[(space + 1)..]);
    }

    private static string? Code(FhirElement resource)
    {
        var usable = resource.Identifiers().Where(each => each.Identifier.Value.Length <= PatientForm.LongestCode).ToList();
        return (usable.FirstOrDefault(each => each.Kind == "MR").Identifier
            ?? usable.FirstOrDefault(each => !NoPatientNumbers.Contains(each.Kind, StringComparer.Ordinal)).Identifier)?.Value;
    }

    private static DateOnly? BirthDate(FhirElement resource)
    {
        if (resource.Date("birthDate") is not { } text)
        {
            return null;
        }

        var day = FhirDates.DayOf(text);
        if (day is null)
        {
            resource.Notes.Add(Reasons.DateIncomplete, "birthDate");
        }

        return day;
    }

    private static (string? System, bool IsMobile, string? Value) Telecom(FhirElement telecom)
    {
        telecom.Skip("rank", "period");
        var (system, use) = (telecom.Text("system"), telecom.Text("use"));
        return (system, system == "sms" || (system == "phone" && use == "mobile"), telecom.Text("value"));
    }

    private static Language? Language(FhirElement resource)
    {
        var spoken = resource.Many("communication")
            .Select(each => (Preferred: each.Flag("preferred") == true, Language: each.Concept("language")))
            .OrderByDescending(each => each.Preferred)
            .Select(each => each.Language is { Codings: [var first, ..] } ? first.Code : null)
            .OfType<string>()
            .FirstOrDefault();
        return spoken is null ? null : Languages.Parse(spoken.Split('-')[0]);
    }
}
