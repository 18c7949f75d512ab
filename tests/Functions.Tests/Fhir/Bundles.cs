using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Collaborations.Tests.Fhir;

/// <summary>Made-up FHIR: bundles and resources as a clinic's other system would write them. Nobody in them lives.</summary>
internal static class Bundles
{
    public const string System = "http://clinic.example/numbers";

    public static JsonObject Of(params ReadOnlySpan<JsonObject> resources) => OfType("collection", resources);

    public static JsonObject OfType(string type, params ReadOnlySpan<JsonObject> resources)
    {
        var entries = new JsonArray();
        foreach (var resource in resources)
        {
            entries.Add(Entry(resource));
        }

        return new JsonObject { ["resourceType"] = "Bundle", ["type"] = type, ["entry"] = entries };
    }

    public static JsonObject Entry(JsonObject resource) =>
        resource.ContainsKey("resource") ? resource : new JsonObject { ["fullUrl"] = $"http://clinic.example/fhir/{Address(resource)}", ["resource"] = resource };

    public static string Address(JsonObject resource) => $"{resource["resourceType"]}/{resource["id"]}";

    public static byte[] Bytes(this JsonNode bundle) => Encoding.UTF8.GetBytes(bundle.ToJsonString());

    public static JsonObject Patient(string id, string family = "Falk", string given = "Nora") => Resource(
        "Patient",
        id,
        $$"""
        {
          "identifier": [{ "system": "{{System}}", "value": "N-{{id}}", "type": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/v2-0203", "code": "MR" }] } }],
          "name": [{ "use": "official", "family": "{{family}}", "given": ["{{given}}"] }],
          "birthDate": "1971-03-09",
          "telecom": [
            { "system": "phone", "value": "(202) 555-0171", "use": "mobile" },
            { "system": "phone", "value": "+1 202 555 0172", "use": "home" },
            { "system": "email", "value": "Nora.{{id}}@home.example" }
          ],
          "communication": [{ "language": { "coding": [{ "system": "urn:ietf:bcp:47", "code": "fr-CA" }] }, "preferred": true }]
        }
        """);

    public static JsonObject Allergy(string id, string patient) => Resource(
        "AllergyIntolerance",
        id,
        $$"""
        {
          "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical", "code": "active" }] },
          "verificationStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/allergyintolerance-verification", "code": "confirmed" }] },
          "type": "allergy",
          "category": ["medication"],
          "criticality": "high",
          "code": { "coding": [{ "system": "http://snomed.info/sct", "code": "91936005", "display": "Allergy to penicillin" }], "text": "Penicillin" },
          "patient": { "reference": "{{patient}}" },
          "onsetDateTime": "1999",
          "recordedDate": "2019-05-03",
          "reaction": [{ "manifestation": [{ "text": "Hives" }], "severity": "moderate" }],
          "note": [{ "text": "Told by the patient." }]
        }
        """);

    public static JsonObject Condition(string id, string patient) => Resource(
        "Condition",
        id,
        $$"""
        {
          "clinicalStatus": { "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-clinical", "code": "resolved" }] },
          "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/condition-category", "code": "problem-list-item" }] }],
          "severity": { "text": "mild" },
          "code": { "coding": [{ "system": "http://snomed.info/sct", "code": "66383009", "display": "Gingivitis" }] },
          "bodySite": [{ "text": "Lower jaw" }],
          "subject": { "reference": "{{patient}}" },
          "onsetPeriod": { "start": "2020-01", "end": "2020-02" },
          "abatementString": "in the spring"
        }
        """);

    public static JsonObject MedicationRequest(string id, string patient) => Resource(
        "MedicationRequest",
        id,
        $$"""
        {
          "status": "active",
          "intent": "order",
          "medicationCodeableConcept": { "coding": [{ "system": "http://www.nlm.nih.gov/research/umls/rxnorm", "code": "308182", "display": "Amoxicillin 250 MG" }] },
          "subject": { "reference": "{{patient}}" },
          "authoredOn": "2021-11-20T09:30:00-05:00",
          "dosageInstruction": [{
            "sequence": 1, "text": "One capsule, three times a day", "asNeededBoolean": false,
            "timing": { "repeat": { "frequency": 3, "period": 1.0, "periodUnit": "d" } },
            "route": { "text": "by mouth" },
            "doseAndRate": [{ "doseQuantity": { "value": 1, "unit": "capsule" } }]
          }]
        }
        """);

    public static JsonObject MedicationStatement(string id, string patient) => Resource(
        "MedicationStatement",
        id,
        $$"""
        {
          "status": "active",
          "medicationCodeableConcept": { "text": "Fluoride rinse" },
          "subject": { "reference": "{{patient}}" },
          "effectivePeriod": { "start": "2022-02-01" },
          "dateAsserted": "2022-03-01",
          "dosage": [{ "text": "At night", "asNeededBoolean": true }]
        }
        """);

    public static JsonObject Observation(string id, string patient) => Resource(
        "Observation",
        id,
        $$"""
        {
          "status": "final",
          "category": [{ "coding": [{ "system": "http://terminology.hl7.org/CodeSystem/observation-category", "code": "vital-signs" }] }],
          "code": { "coding": [{ "system": "http://loinc.org", "code": "85354-9", "display": "Blood pressure panel" }], "text": "Blood pressure" },
          "subject": { "reference": "{{patient}}" },
          "effectiveDateTime": "2023-06-01T08:15:30.125Z",
          "issued": "2023-06-01T08:16:00Z",
          "interpretation": [{ "text": "normal" }],
          "referenceRange": [{ "low": { "value": 90, "unit": "mmHg" }, "high": { "value": 140, "unit": "mmHg" }, "text": "90 to 140" }],
          "component": [
            { "code": { "text": "Systolic" }, "valueQuantity": { "value": 121.50, "unit": "mmHg", "system": "http://unitsofmeasure.org", "code": "mm[Hg]" } },
            { "code": { "text": "Diastolic" }, "valueQuantity": { "value": 80, "unit": "mmHg", "system": "http://unitsofmeasure.org", "code": "mm[Hg]" } }
          ]
        }
        """);

    public static JsonObject Immunization(string id, string patient) => Resource(
        "Immunization",
        id,
        $$"""
        {
          "status": "completed",
          "vaccineCode": { "coding": [{ "system": "http://hl7.org/fhir/sid/cvx", "code": "113", "display": "Td (adult)" }] },
          "patient": { "reference": "{{patient}}" },
          "occurrenceDateTime": "2018-09-14",
          "primarySource": true,
          "lotNumber": "LT-77",
          "expirationDate": "2019-09-30",
          "site": { "text": "left arm" },
          "doseQuantity": { "value": 0.5, "unit": "mL" }
        }
        """);

    public static JsonObject Procedure(string id, string patient) => Resource(
        "Procedure",
        id,
        $$"""
        {
          "status": "completed",
          "code": { "coding": [{ "system": "http://snomed.info/sct", "code": "173291009", "display": "Simple extraction of tooth" }] },
          "subject": { "reference": "{{patient}}" },
          "performedPeriod": { "start": "2017-04-03T10:00:00Z", "end": "2017-04-03T10:40:00Z" },
          "bodySite": [{ "text": "Tooth 38" }],
          "outcome": { "text": "healed" }
        }
        """);

    public static JsonObject Coverage(string id, string patient) => Resource(
        "Coverage",
        id,
        $$"""
        {
          "status": "active",
          "type": { "text": "Dental" },
          "subscriberId": "SUB-1",
          "beneficiary": { "reference": "{{patient}}" },
          "relationship": { "coding": [{ "code": "self" }] },
          "period": { "start": "2024-01-01" },
          "payor": [{ "display": "Harbor Mutual" }],
          "class": [{ "type": { "coding": [{ "code": "group" }] }, "value": "G-5", "name": "Teachers" }]
        }
        """);

    public static JsonObject Document(string id, string patient, string contentType, byte[] content, string title) => Resource(
        "DocumentReference",
        id,
        $$"""
        {
          "status": "current",
          "type": { "text": "Letter" },
          "subject": { "reference": "{{patient}}" },
          "date": "2022-05-06T12:00:00Z",
          "description": "A letter of referral",
          "content": [{ "attachment": { "contentType": "{{contentType}}", "data": "{{Convert.ToBase64String(content)}}", "title": "{{title}}", "creation": "2022-05-05" } }]
        }
        """);

    /// <summary>One of each kind.</summary>
    public static JsonObject[] Everything(string prefix, string patient) =>
    [
        Allergy(prefix + "a", patient),
        Condition(prefix + "c", patient),
        MedicationRequest(prefix + "r", patient),
        MedicationStatement(prefix + "s", patient),
        Observation(prefix + "o", patient),
        Immunization(prefix + "i", patient),
        Procedure(prefix + "p", patient),
        Coverage(prefix + "v", patient),
        Document(prefix + "d", patient, "text/plain", "Dear colleague"u8.ToArray(), "Referral"),
    ];

    /// <summary>A resource with something else in place of one of its elements.</summary>
    public static JsonObject With(this JsonObject resource, string name, JsonNode? value)
    {
        resource[name] = value;
        return resource;
    }

    public static JsonObject Without(this JsonObject resource, string name)
    {
        resource.Remove(name);
        return resource;
    }

    public static JsonNode Json(string text) => JsonNode.Parse(text)!;

    private static JsonObject Resource(string type, string id, string content)
    {
        var resource = new JsonObject { ["resourceType"] = type, ["id"] = id };
        foreach (var (name, value) in JsonNode.Parse(content, documentOptions: new JsonDocumentOptions { AllowTrailingCommas = false })!.AsObject().ToList())
        {
            resource[name] = value?.DeepClone();
        }

        return resource;
    }
}
