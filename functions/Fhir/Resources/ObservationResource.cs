using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Writing;
using Collaborations.Records;

namespace Collaborations.Fhir.Resources;

/// <summary>Observation (FHIR R4, 10.1). Of the kinds of value, ratios, ranges, samples and times of day have no place here.</summary>
internal static class ObservationResource
{
    public static ObservationRecord? Read(FhirElement resource, RecordSource source)
    {
        var status = resource.Status("registered", "preliminary", "final", "amended", "corrected", "cancelled", "entered-in-error", "unknown");
        var code = resource.RequiredConcept("code");
        return status is null || code is null
            ? null
            : new ObservationRecord(
                source,
                status,
                resource.Concepts("category"),
                code,
                resource.When("effective") ?? Instant(resource),
                resource.Date("issued"),
                Value(resource),
                resource.Concept("dataAbsentReason"),
                resource.Concepts("interpretation"),
                [.. resource.Many("referenceRange").Select(range => new ReferenceRange(range.Quantity("low"), range.Quantity("high"), range.Text("text")))],
                Components(resource),
                resource.Annotations());
    }

    public static void Write(ObservationRecord record, FhirWriter writer)
    {
        writer.Text("status", record.Status);
        writer.Concepts("category", record.Categories);
        writer.Concept("code", record.Code);
        writer.When("effective", record.Effective);
        writer.Text("issued", record.Issued);
        Write(record.Value, writer);
        writer.Concept("dataAbsentReason", record.AbsentReason);
        writer.Concepts("interpretation", record.Interpretations);
        writer.Annotations(record.Notes);
        writer.Objects("referenceRange", record.Ranges, range =>
        {
            writer.Quantity("low", range.Low);
            writer.Quantity("high", range.High);
            writer.Text("text", range.Text);
        });
        writer.Objects("component", record.Components, component =>
        {
            writer.Concept("code", component.Code);
            Write(component.Value, writer);
        });
    }

    // An instant is a dateTime with nothing left out.
    private static When? Instant(FhirElement resource) => resource.Date("effectiveInstant") is { } at ? new When(at, null, null, null) : null;

    private static ObservedValue? Value(FhirElement element)
    {
        var value = new ObservedValue(
            element.Quantity("valueQuantity"),
            element.Concept("valueCodeableConcept"),
            element.Text("valueString"),
            element.Flag("valueBoolean"),
            element.WholeNumber("valueInteger"),
            element.Date("valueDateTime"));
        return value == new ObservedValue(null, null, null, null, null, null) ? null : value;
    }

    private static List<ObservationComponent> Components(FhirElement resource)
    {
        var found = new List<ObservationComponent>();
        foreach (var component in resource.Many("component"))
        {
            if (component.RequiredConcept("code") is { } code)
            {
                found.Add(new ObservationComponent(code, Value(component)));
            }
        }

        return found;
    }

    private static void Write(ObservedValue? value, FhirWriter writer)
    {
        writer.Quantity("valueQuantity", value?.Quantity);
        writer.Concept("valueCodeableConcept", value?.Concept);
        writer.Text("valueString", value?.Text);
        writer.Flag("valueBoolean", value?.Flag);
        writer.Number("valueInteger", value?.Number);
        writer.Text("valueDateTime", value?.At);
    }
}
