using Collaborations.Fhir.Reading;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Records;

namespace Collaborations.Fhir.Import;

/// <summary>
/// Whose a resource is: by the bundle's own addresses, by a search that a server would do (<c>Patient?identifier=system|value</c>), or by an
/// identifier in place of an address (FHIR R4, 2.3.0 and 3.1.0.11.2). An address outside the bundle is not followed.
/// </summary>
public sealed class SubjectFinder(PatientIdentityStore identities)
{
    private const string Search = "Patient?";
    private const string Identifier = "identifier";

    /// <summary>Null where it refers to nothing, or to nobody; why is noted.</summary>
    public async Task<PatientId?> FindAsync(ImportRun run, FhirElement resource, string name, CancellationToken cancellation)
    {
        if (resource.One(name) is not { } subject)
        {
            resource.Notes.Add(Reasons.ElementMissing, name);
            return null;
        }

        subject.Skip("display", "type");
        var reference = subject.Text("reference");
        var identifier = subject.One(Identifier);
        identifier?.Skip("use", "type", "assigner", "period");
        if (run.References.PatientOf(reference) is { } patient)
        {
            return patient;
        }

        var named = Searched(reference)
            ?? (identifier?.Text("value") is { } value ? new SourceIdentifier(identifier.Text("system") ?? string.Empty, value) : null);
        var found = named is null ? null : run.References.PatientOf(named) ?? await run.OwnerOfAsync(named, () => identities.FindAsync(run.PracticeId, named, cancellation));
        if (found is null)
        {
            resource.Notes.Add(Reasons.ReferenceToNothing, name);
        }

        return found;
    }

    private static SourceIdentifier? Searched(string? reference)
    {
        if (reference?.StartsWith(Search, StringComparison.Ordinal) != true)
        {
            return null;
        }

        foreach (var part in reference[Search.Length..].Split('&'))
        {
            if (part.Split('=', 2) is [Identifier, var value] && Uri.UnescapeDataString(value).Split('|', 2) is [var system, var token])
            {
                return new SourceIdentifier(system, token);
            }
        }

        return null;
    }
}
