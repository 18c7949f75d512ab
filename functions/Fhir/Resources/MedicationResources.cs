using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Writing;
using Collaborations.Records;

namespace Collaborations.Fhir.Resources;

/// <summary>MedicationRequest (FHIR R4, 11.1).</summary>
internal static class MedicationRequestResource
{
    public static MedicationRequestRecord? Read(FhirElement resource, RecordSource source, BundleReferences references)
    {
        var status = resource.Status("active", "on-hold", "cancelled", "completed", "entered-in-error", "stopped", "draft", "unknown");
        var intent = resource.Required("intent", "proposal", "plan", "order", "original-order", "reflex-order", "filler-order", "instance-order", "option");
        var medication = Medications.Read(resource, references);
        return status is null || intent is null || medication is null
            ? null
            : new MedicationRequestRecord(
                source, status, intent, medication, resource.Date("authoredOn"), resource.Dosages("dosageInstruction"), resource.Annotations());
    }

    public static void Write(MedicationRequestRecord record, FhirWriter writer)
    {
        writer.Text("status", record.Status);
        writer.Text("intent", record.Intent);
        writer.Concept("medicationCodeableConcept", record.Medication);
        writer.Text("authoredOn", record.AuthoredOn);
        writer.Annotations(record.Notes);
        writer.Dosages("dosageInstruction", record.Dosages);
    }
}

/// <summary>MedicationStatement (FHIR R4, 11.4).</summary>
internal static class MedicationStatementResource
{
    public static MedicationStatementRecord? Read(FhirElement resource, RecordSource source, BundleReferences references)
    {
        var status = resource.Status("active", "completed", "entered-in-error", "intended", "stopped", "on-hold", "unknown", "not-taken");
        var medication = Medications.Read(resource, references);
        return status is null || medication is null
            ? null
            : new MedicationStatementRecord(
                source,
                status,
                medication,
                resource.When("effective"),
                resource.Date("dateAsserted"),
                resource.Dosages("dosage"),
                resource.Annotations());
    }

    public static void Write(MedicationStatementRecord record, FhirWriter writer)
    {
        writer.Text("status", record.Status);
        writer.Concept("medicationCodeableConcept", record.Medication);
        writer.When("effective", record.Effective);
        writer.Text("dateAsserted", record.DateAsserted);
        writer.Annotations(record.Notes);
        writer.Dosages("dosage", record.Dosages);
    }
}

/// <summary>Which medicine: by its code, or by a Medication in the bundle or inside the resource.</summary>
internal static class Medications
{
    public static Concept? Read(FhirElement resource, BundleReferences references)
    {
        if (resource.Concept("medicationCodeableConcept") is { } coded)
        {
            return coded;
        }

        if (resource.One("medicationReference") is not { } reference)
        {
            resource.Notes.Add(Reasons.ElementMissing, "medication[x]");
            return null;
        }

        var display = reference.Text("display");
        var target = reference.Text("reference");
        var found = target is ['#', .. var inside]
            ? resource.Contained(inside)?.Concept("code")
            : references.MedicationOf(target);
        if (found is null && display is null)
        {
            resource.Notes.Add(Reasons.ReferenceToNothing, "medicationReference");
            return null;
        }

        return found ?? new Concept(display, []);
    }
}
