using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;
using Collaborations.Identifiers;
using Collaborations.Records;

namespace Collaborations.Fhir.Reading;

/// <summary>
/// What the references of a bundle lead to: by the address that its entry gives a resource, or by type and id. 16 bytes of a digest stand for an
/// address, so that a bundle of hundreds of thousands of patients is followed in tens of megabytes.
/// </summary>
public sealed class BundleReferences
{
    private readonly Dictionary<UInt128, PatientId?> _patients = [];
    private readonly Dictionary<UInt128, PatientId> _identified = [];
    private readonly Dictionary<UInt128, Concept> _medications = [];
    private readonly Dictionary<UInt128, string> _organizations = [];

    /// <summary>The ways in which an entry is referred to.</summary>
    public static IEnumerable<string> AddressesOf(BundleEntry entry)
    {
        if (entry.Address is { Length: > 0 } url)
        {
            yield return url;
        }

        if (entry.Resource is { } resource && resource.TryGetProperty("id", out var id) && id.ValueKind == System.Text.Json.JsonValueKind.String)
        {
            yield return $"{entry.ResourceType}/{FhirElement.StringOf(id)}";
        }
    }

    /// <param name="addresses">Those of <see cref="AddressesOf"/>.</param>
    /// <param name="patient">Whom they lead to.</param>
    public void AddPatient(IEnumerable<string> addresses, PatientId patient)
    {
        foreach (var address in addresses)
        {
            // Two servers may each have a Patient/1: an address that means two people means nobody.
            var key = KeyOf(address);
            _patients[key] = _patients.TryGetValue(key, out var known) && known != patient ? null : patient;
        }
    }

    public void AddIdentifiers(IEnumerable<SourceIdentifier> identifiers, PatientId patient)
    {
        foreach (var identifier in identifiers)
        {
            _identified[KeyOf(identifier)] = patient;
        }
    }

    public void AddMedication(BundleEntry entry, Concept medication)
    {
        foreach (var address in AddressesOf(entry))
        {
            _medications[KeyOf(address)] = medication;
        }
    }

    public void AddOrganization(BundleEntry entry, string name)
    {
        foreach (var address in AddressesOf(entry))
        {
            _organizations[KeyOf(address)] = name;
        }
    }

    public PatientId? PatientOf(string? reference) => reference is null ? null : _patients.GetValueOrDefault(KeyOf(Unversioned(reference)));

    public PatientId? PatientOf(SourceIdentifier identifier) => _identified.TryGetValue(KeyOf(identifier), out var patient) ? patient : null;

    public Concept? MedicationOf(string? reference) => reference is null ? null : _medications.GetValueOrDefault(KeyOf(Unversioned(reference)));

    public string? OrganizationOf(string? reference) => reference is null ? null : _organizations.GetValueOrDefault(KeyOf(Unversioned(reference)));

    /// <summary>Without the version that a reference may name.</summary>
    public static string Unversioned(string reference) =>
        reference.IndexOf("/_history/", StringComparison.Ordinal) is > 0 and var at ? reference[..at] : reference;

    private static UInt128 KeyOf(SourceIdentifier identifier) => KeyOf($"{identifier.System}\n{identifier.Value}");

    internal static UInt128 KeyOf(string address) => BinaryPrimitives.ReadUInt128BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(address)));
}
