using System.Collections.Frozen;
using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Resources;
using Collaborations.Records;

namespace Collaborations.Fhir.Import;

/// <summary>Which resources become records, how, and where each says whose it is.</summary>
internal static class ResourceReader
{
    private static readonly FrozenDictionary<string, (string Subject, Func<FhirElement, RecordSource, BundleReferences, HealthRecord?> Read)> Readers =
        new Dictionary<string, (string, Func<FhirElement, RecordSource, BundleReferences, HealthRecord?>)>
        {
            ["AllergyIntolerance"] = ("patient", (resource, source, _) => AllergyResource.Read(resource, source)),
            ["Condition"] = ("subject", (resource, source, _) => ConditionResource.Read(resource, source)),
            ["MedicationRequest"] = ("subject", MedicationRequestResource.Read),
            ["MedicationStatement"] = ("subject", MedicationStatementResource.Read),
            ["Observation"] = ("subject", (resource, source, _) => ObservationResource.Read(resource, source)),
            ["Immunization"] = ("patient", (resource, source, _) => ImmunizationResource.Read(resource, source)),
            ["Procedure"] = ("subject", (resource, source, _) => ProcedureResource.Read(resource, source)),
            ["Coverage"] = ("beneficiary", CoverageResource.Read),
        }.ToFrozenDictionary(StringComparer.Ordinal);

    public static bool IsRecord(string resourceType) => Readers.ContainsKey(resourceType);

    public static string SubjectOf(string resourceType) => Readers[resourceType].Subject;

    public static HealthRecord? Read(string resourceType, FhirElement resource, RecordSource source, BundleReferences references) =>
        Readers[resourceType].Read(resource, source, references);
}
