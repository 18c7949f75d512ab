using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Writing;
using Collaborations.Records;

namespace Collaborations.Fhir.Resources;

/// <summary>Procedure (FHIR R4, 9.3).</summary>
internal static class ProcedureResource
{
    public static ProcedureRecord? Read(FhirElement resource, RecordSource source)
    {
        var status = resource.Status("preparation", "in-progress", "not-done", "on-hold", "stopped", "completed", "entered-in-error", "unknown");
        var code = resource.RequiredConcept("code");
        return status is null || code is null
            ? null
            : new ProcedureRecord(
                source,
                status,
                code,
                resource.When("performed"),
                resource.Concepts("bodySite"),
                resource.Concept("outcome"),
                resource.Annotations());
    }

    public static void Write(ProcedureRecord record, FhirWriter writer)
    {
        writer.Text("status", record.Status);
        writer.Concept("code", record.Code);
        writer.When("performed", record.Performed);
        writer.Concepts("bodySite", record.BodySites);
        writer.Concept("outcome", record.Outcome);
        writer.Annotations(record.Notes);
    }
}
