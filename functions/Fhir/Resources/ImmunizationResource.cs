using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Writing;
using Collaborations.Records;

namespace Collaborations.Fhir.Resources;

/// <summary>Immunization (FHIR R4, 11.5).</summary>
internal static class ImmunizationResource
{
    public static ImmunizationRecord? Read(FhirElement resource, RecordSource source)
    {
        var status = resource.Status("completed", "entered-in-error", "not-done");
        var vaccine = resource.RequiredConcept("vaccineCode");
        var occurrence = resource.When("occurrence");
        if (occurrence is null)
        {
            resource.Notes.Add(Reasons.ElementMissing, "occurrence[x]");
        }

        return status is null || vaccine is null || occurrence is null
            ? null
            : new ImmunizationRecord(
                source,
                status,
                vaccine,
                occurrence,
                resource.Flag("primarySource"),
                resource.Text("lotNumber"),
                resource.Date("expirationDate"),
                resource.Concept("site"),
                resource.Quantity("doseQuantity"),
                resource.Annotations());
    }

    public static void Write(ImmunizationRecord record, FhirWriter writer)
    {
        writer.Text("status", record.Status);
        writer.Concept("vaccineCode", record.Vaccine);
        writer.When("occurrence", record.Occurrence);
        writer.Flag("primarySource", record.PrimarySource);
        writer.Text("lotNumber", record.LotNumber);
        writer.Text("expirationDate", record.ExpirationDate);
        writer.Concept("site", record.Site);
        writer.Quantity("doseQuantity", record.Dose);
        writer.Annotations(record.Notes);
    }
}
