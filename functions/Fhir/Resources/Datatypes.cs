using System.Text.RegularExpressions;
using Collaborations.Fhir.Reading;
using Collaborations.Records;

namespace Collaborations.Fhir.Resources;

/// <summary>The datatypes of FHIR R4 that records are made of.</summary>
internal static partial class Datatypes
{
    private const string UuidPrefix = "urn:uuid:";

    public static Concept? Concept(this FhirElement element, string name) => element.One(name) is { } concept ? ReadConcept(concept) : null;

    public static IReadOnlyList<Concept> Concepts(this FhirElement element, string name) =>
        [.. element.Many(name).Select(ReadConcept).OfType<Concept>()];

    public static Quantity? Quantity(this FhirElement element, string name)
    {
        if (element.One(name) is not { } quantity)
        {
            return null;
        }

        var read = new Quantity(
            quantity.Number("value"), quantity.Text("comparator"), quantity.Text("unit"), quantity.Text("system"), quantity.Text("code"));
        return read.Value is null && read.Unit is null && read.Code is null ? null : read;
    }

    /// <param name="element">Of which.</param>
    /// <param name="prefix">The name of the choice, such as onset of onset[x].</param>
    public static When? When(this FhirElement element, string prefix)
    {
        if (element.Date(prefix + "DateTime") is { } at)
        {
            return new When(at, null, null, null);
        }

        if (element.Period(prefix + "Period") is { } period)
        {
            return period;
        }

        return element.Text(prefix + "String") is { } text ? new When(null, null, null, text) : null;
    }

    public static When? Period(this FhirElement element, string name)
    {
        if (element.One(name) is not { } period)
        {
            return null;
        }

        var (start, end) = (period.Date("start"), period.Date("end"));
        return start is null && end is null ? null : new When(null, start, end, null);
    }

    /// <summary>The words of annotations; who wrote them, and when, has no place here.</summary>
    public static IReadOnlyList<string> Annotations(this FhirElement element) =>
        [.. element.Many("note").Select(note => note.Text("text")).OfType<string>()];

    /// <summary>A code that must be there and be one of these.</summary>
    public static string? Status(this FhirElement element, params ReadOnlySpan<string> known) => element.Required("status", known);

    public static string? Required(this FhirElement element, string name, params ReadOnlySpan<string> known)
    {
        if (element.Text(name) is not { } code)
        {
            element.Notes.Add(Reasons.ElementMissing, element.PathOf(name));
            return null;
        }

        if (known.Contains(code))
        {
            return code;
        }

        element.Notes.Add(Reasons.ElementMalformed, element.PathOf(name));
        return null;
    }

    public static Concept? RequiredConcept(this FhirElement element, string name)
    {
        var concept = element.Concept(name);
        if (concept is null)
        {
            element.Notes.Add(Reasons.ElementMissing, element.PathOf(name));
        }

        return concept;
    }

    public static IReadOnlyList<Dosage> Dosages(this FhirElement element, string name) => [.. element.Many(name).Select(ReadDosage)];

    /// <summary>Identifiers, each with the code of its kind (HL7 v2 table 0203), such as MR.</summary>
    public static IReadOnlyList<(SourceIdentifier Identifier, string? Kind)> Identifiers(this FhirElement resource)
    {
        var found = new List<(SourceIdentifier, string?)>();
        foreach (var identifier in resource.Many("identifier"))
        {
            // For how long and for what it is used says nothing that its system does not.
            identifier.Skip("use", "assigner", "period");
            var kind = identifier.Concept("type") is { Codings: [var first, ..] } ? first.Code : null;
            if (identifier.Text("value") is { } value)
            {
                found.Add((new SourceIdentifier(identifier.Text("system") ?? string.Empty, value), kind));
            }
        }

        return found;
    }

    /// <param name="resource">Of which.</param>
    /// <param name="fullUrl">Says the id where the resource does not: a UUID of the bundle's own.</param>
    public static RecordSource Source(this FhirElement resource, string? fullUrl)
    {
        var updated = resource.One("meta") is { } meta ? ReadMeta(meta) : null;
        var id = Id(resource) ?? (fullUrl?.StartsWith(UuidPrefix, StringComparison.Ordinal) == true ? fullUrl[UuidPrefix.Length..] : null);
        return new RecordSource(id, [.. resource.Identifiers().Select(each => each.Identifier)], updated);
    }

    private static string? Id(FhirElement resource)
    {
        if (resource.Text("id") is not { } id || IdForm().IsMatch(id))
        {
            return resource.Text("id");
        }

        resource.Notes.Add(Reasons.ElementMalformed, "id");
        return null;
    }

    // FHIR R4, 2.24.0.1: id.
    [GeneratedRegex(@"^[A-Za-z0-9\-.]{1,64}\z", RegexOptions.CultureInvariant)]
    private static partial Regex IdForm();

    // The profile was looked at for the version; the version's own number is the other server's.
    private static string? ReadMeta(FhirElement meta)
    {
        meta.Skip("profile", "versionId");
        return meta.Date("lastUpdated");
    }

    private static Concept? ReadConcept(FhirElement concept)
    {
        var codings = concept.Many("coding")
            .Select(coding => new Coding(coding.Text("system"), coding.Text("code"), coding.Text("display")))
            .Where(coding => coding.Code is not null || coding.Display is not null)
            .ToList();
        var text = concept.Text("text");
        return text is null && codings.Count == 0 ? null : new Concept(text, codings);
    }

    private static Dosage ReadDosage(FhirElement dosage)
    {
        dosage.Skip("sequence");
        var repeat = dosage.One("timing")?.One("repeat");
        return new Dosage(
            dosage.Text("text"),
            dosage.Flag("asNeededBoolean"),
            repeat?.WholeNumber("frequency"),
            repeat?.Number("period"),
            repeat?.Text("periodUnit"),
            dosage.Concept("route"),
            dosage.First("doseAndRate")?.Quantity("doseQuantity"));
    }
}
