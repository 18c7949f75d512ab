using System.Text.Json.Nodes;

namespace Collaborations.Tests.Fhir;

/// <summary>
/// A bundle in which everything optional is there or not, by chance: what a record of R4 may lack, one from elsewhere does lack. The same seed
/// gives the same bundle.
/// </summary>
internal static class RandomBundle
{
    private const int PerKind = 4;

    /// <summary>What R4, or this product, does not let be absent; without it an entry would rightly be refused.</summary>
    private static readonly string[] Needed =
        ["resourceType", "id", "status", "intent", "code", "subject", "patient", "beneficiary", "medicationCodeableConcept", "vaccineCode", "occurrenceDateTime", "payor", "content",
            "attachment", "contentType", "data", "manifestation", "type", "value", "text", "coding"];

    public static JsonObject Of(int seed)
    {
        var random = new Random(seed);
        var resources = new List<JsonObject> { Bundles.Patient("1") };
        for (var each = 0; each < PerKind; each++)
        {
            resources.AddRange(Bundles.Everything($"{each}-", "Patient/1").Select(resource => Thinned(resource, random)));
        }

        return Bundles.Of([.. resources]);
    }

    // Nothing is left empty: FHIR has no empty objects.
    private static JsonObject Thinned(JsonObject resource, Random random)
    {
        foreach (var name in resource.Select(member => member.Key).Where(name => !Needed.Contains(name)).ToList())
        {
            if (random.Next(3) == 0 && resource.Count > 1)
            {
                resource.Remove(name);
            }
            else if (resource[name] is JsonObject { Count: > 1 } child)
            {
                Thinned(child, random);
            }
        }

        // Which of several doses is the first is said by their order.
        foreach (var dosage in (resource["dosageInstruction"] as JsonArray ?? []).OfType<JsonObject>())
        {
            dosage.Remove("sequence");
        }

        return resource;
    }
}
