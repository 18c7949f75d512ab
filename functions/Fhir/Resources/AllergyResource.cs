using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Writing;
using Collaborations.Records;

namespace Collaborations.Fhir.Resources;

/// <summary>AllergyIntolerance (FHIR R4, 9.1).</summary>
internal static class AllergyResource
{
    public static AllergyRecord? Read(FhirElement resource, RecordSource source) =>
        resource.RequiredConcept("code") is not { } code
            ? null
            : new AllergyRecord(
                source,
                resource.Concept("clinicalStatus"),
                resource.Concept("verificationStatus"),
                resource.Text("type"),
                resource.Texts("category"),
                resource.Text("criticality"),
                code,
                resource.When("onset"),
                resource.Date("recordedDate"),
                [.. resource.Many("reaction").Select(reaction => new AllergyReaction(reaction.Concepts("manifestation"), reaction.Text("severity")))],
                resource.Annotations());

    public static void Write(AllergyRecord record, FhirWriter writer)
    {
        writer.Concept("clinicalStatus", record.ClinicalStatus);
        writer.Concept("verificationStatus", record.VerificationStatus);
        writer.Text("type", record.Type);
        writer.Texts("category", record.Categories);
        writer.Text("criticality", record.Criticality);
        writer.Concept("code", record.Code);
        writer.When("onset", record.Onset);
        writer.Text("recordedDate", record.RecordedDate);
        writer.Objects("reaction", record.Reactions, reaction =>
        {
            writer.Concepts("manifestation", reaction.Manifestations);
            writer.Text("severity", reaction.Severity);
        });
        writer.Annotations(record.Notes);
    }
}
