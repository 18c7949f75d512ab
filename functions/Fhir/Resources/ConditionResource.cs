using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Writing;
using Collaborations.Records;

namespace Collaborations.Fhir.Resources;

/// <summary>Condition (FHIR R4, 9.2).</summary>
internal static class ConditionResource
{
    public static ConditionRecord? Read(FhirElement resource, RecordSource source) =>
        resource.RequiredConcept("code") is not { } code
            ? null
            : new ConditionRecord(
                source,
                resource.Concept("clinicalStatus"),
                resource.Concept("verificationStatus"),
                resource.Concepts("category"),
                resource.Concept("severity"),
                code,
                resource.Concepts("bodySite"),
                resource.When("onset"),
                resource.When("abatement"),
                resource.Date("recordedDate"),
                resource.Annotations());

    public static void Write(ConditionRecord record, FhirWriter writer)
    {
        writer.Concept("clinicalStatus", record.ClinicalStatus);
        writer.Concept("verificationStatus", record.VerificationStatus);
        writer.Concepts("category", record.Categories);
        writer.Concept("severity", record.Severity);
        writer.Concept("code", record.Code);
        writer.Concepts("bodySite", record.BodySites);
        writer.When("onset", record.Onset);
        writer.When("abatement", record.Abatement);
        writer.Text("recordedDate", record.RecordedDate);
        writer.Annotations(record.Notes);
    }
}
