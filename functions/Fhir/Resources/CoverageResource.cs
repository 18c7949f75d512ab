using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Writing;
using Collaborations.Records;

namespace Collaborations.Fhir.Resources;

/// <summary>Coverage (FHIR R4, 13.1). A payor is kept by name.</summary>
internal static class CoverageResource
{
    public static CoverageRecord? Read(FhirElement resource, RecordSource source, BundleReferences references)
    {
        var status = resource.Status("active", "cancelled", "draft", "entered-in-error");
        var payors = Payors(resource, references);
        return status is null || payors.Count == 0
            ? null
            : new CoverageRecord(
                source,
                status,
                resource.Concept("type"),
                resource.Text("subscriberId"),
                resource.Concept("relationship"),
                resource.Period("period"),
                payors,
                Classes(resource));
    }

    public static void Write(CoverageRecord record, FhirWriter writer)
    {
        writer.Text("status", record.Status);
        writer.Concept("type", record.Type);
        writer.Text("subscriberId", record.SubscriberId);
        writer.Concept("relationship", record.Relationship);
        writer.Period("period", record.Period);
        writer.Objects("payor", record.Payors, payor => writer.Text("display", payor));
        writer.Objects("class", record.Classes, each =>
        {
            writer.Concept("type", each.Type);
            writer.Text("value", each.Value);
            writer.Text("name", each.Name);
        });
    }

    private static List<string> Payors(FhirElement resource, BundleReferences references)
    {
        var found = new List<string>();
        var payors = resource.Many("payor");
        foreach (var payor in payors)
        {
            var target = payor.Text("reference");
            var name = payor.Text("display")
                ?? (target is ['#', .. var inside] ? resource.Contained(inside)?.Text("name") : references.OrganizationOf(target));
            if (name is not null)
            {
                found.Add(name);
            }
            else
            {
                resource.Notes.Add(Reasons.ReferenceToNothing, "payor");
            }
        }

        if (payors.Count == 0)
        {
            resource.Notes.Add(Reasons.ElementMissing, "payor");
        }

        return found;
    }

    private static List<CoverageClass> Classes(FhirElement resource)
    {
        var found = new List<CoverageClass>();
        foreach (var each in resource.Many("class"))
        {
            if (each.RequiredConcept("type") is { } type && each.Text("value") is { } value)
            {
                found.Add(new CoverageClass(type, value, each.Text("name")));
            }
        }

        return found;
    }
}
