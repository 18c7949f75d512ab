using System.Text.Json;
using Collaborations.Records;

namespace Collaborations.Fhir.Writing;

/// <summary>Writes elements of FHIR R4 as JSON; what is null or empty is not written, as the standard asks.</summary>
internal sealed class FhirWriter(Utf8JsonWriter json)
{
    public Utf8JsonWriter Json { get; } = json;

    public void Text(string name, string? value)
    {
        if (value is not null)
        {
            Json.WriteString(name, value);
        }
    }

    public void Flag(string name, bool? value)
    {
        if (value is { } flag)
        {
            Json.WriteBoolean(name, flag);
        }
    }

    public void Number(string name, decimal? value)
    {
        if (value is { } number)
        {
            Json.WriteNumber(name, number);
        }
    }

    public void Texts(string name, IReadOnlyList<string> values)
    {
        if (values.Count == 0)
        {
            return;
        }

        Json.WriteStartArray(name);
        foreach (var value in values)
        {
            Json.WriteStringValue(value);
        }

        Json.WriteEndArray();
    }

    public void Object(string name, Action content)
    {
        Json.WriteStartObject(name);
        content();
        Json.WriteEndObject();
    }

    public void Objects<T>(string name, IReadOnlyList<T> items, Action<T> content)
    {
        if (items.Count == 0)
        {
            return;
        }

        Json.WriteStartArray(name);
        foreach (var item in items)
        {
            Json.WriteStartObject();
            content(item);
            Json.WriteEndObject();
        }

        Json.WriteEndArray();
    }

    public void Concept(string name, Concept? concept)
    {
        if (concept is not null)
        {
            Object(name, () => ConceptContent(concept));
        }
    }

    public void Concepts(string name, IReadOnlyList<Concept> concepts) => Objects(name, concepts, ConceptContent);

    public void Quantity(string name, Quantity? quantity)
    {
        if (quantity is null)
        {
            return;
        }

        Object(name, () =>
        {
            Number("value", quantity.Value);
            Text("comparator", quantity.Comparator);
            Text("unit", quantity.Unit);
            Text("system", quantity.System);
            Text("code", quantity.Code);
        });
    }

    /// <summary>As dateTime, Period or string of the choice.</summary>
    public void When(string prefix, When? when)
    {
        if (when is { Start: null, End: null })
        {
            Text(prefix + "DateTime", when.At);
            Text(prefix + "String", when.Text);
        }
        else
        {
            Period(prefix + "Period", when);
        }
    }

    public void Period(string name, When? period)
    {
        if (period is not null)
        {
            Object(name, () =>
            {
                Text("start", period.Start);
                Text("end", period.End);
            });
        }
    }

    public void Annotations(IReadOnlyList<string> notes) => Objects("note", notes, note => Text("text", note));

    public void Dosages(string name, IReadOnlyList<Dosage> dosages) => Objects(name, dosages, dosage =>
    {
        Text("text", dosage.Text);
        if (dosage.Frequency is not null || dosage.Period is not null || dosage.PeriodUnit is not null)
        {
            Object("timing", () => Object("repeat", () =>
            {
                Number("frequency", dosage.Frequency);
                Number("period", dosage.Period);
                Text("periodUnit", dosage.PeriodUnit);
            }));
        }

        Flag("asNeededBoolean", dosage.AsNeeded);
        Concept("route", dosage.Route);
        if (dosage.Dose is { } dose)
        {
            Objects("doseAndRate", [dose], each => Quantity("doseQuantity", each));
        }
    });

    /// <summary>What every resource begins with.</summary>
    /// <param name="resourceType">Its type.</param>
    /// <param name="id">Its id.</param>
    /// <param name="source">Its identity.</param>
    /// <param name="patientNumber">The identifier that is the practice's own number of a patient, if there is one.</param>
    public void Head(string resourceType, string id, RecordSource source, SourceIdentifier? patientNumber = null)
    {
        Text("resourceType", resourceType);
        Text("id", id);
        if (source.LastUpdated is { } updated)
        {
            Object("meta", () => Text("lastUpdated", updated));
        }

        Objects("identifier", source.Identifiers, identifier =>
        {
            if (identifier == patientNumber)
            {
                Concept("type", new Concept(null, [new Coding("http://terminology.hl7.org/CodeSystem/v2-0203", "MR", null)]));
            }

            Text("system", identifier.System.Length > 0 ? identifier.System : null);
            Text("value", identifier.Value);
        });
    }

    public void Reference(string name, string reference) => Object(name, () => Text("reference", reference));

    private void ConceptContent(Concept concept)
    {
        Objects("coding", concept.Codings, coding =>
        {
            Text("system", coding.System);
            Text("code", coding.Code);
            Text("display", coding.Display);
        });
        Text("text", concept.Text);
    }
}
