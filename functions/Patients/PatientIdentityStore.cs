using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Records;
using Collaborations.Security;
using Collaborations.Storage;

namespace Collaborations.Patients;

/// <summary>What of a patient came from elsewhere.</summary>
/// <param name="Source">Identity there.</param>
/// <param name="Digest">Of the resource as it was taken last: the same again changes nothing, also where somebody has changed the patient since.</param>
public sealed record PatientSource(RecordSource Source, string Digest);

/// <summary>
/// Table PatientIdentities. Partition: the practice and the first digit of the keyed digest of an identifier; row: the digest, which says whose it is.
/// Table PatientSources. Partition: the practice and the last digit of the patient's id, which is random; row: the patient. So many of a practice are
/// read and written in few requests.
/// </summary>
public sealed class PatientIdentityStore(TableServiceClient service, KeyedDigests digests)
{
    /// <summary>Characters of JSON. Of a patient with more identifiers than that, nothing is certain.</summary>
    private const int LargestSource = 60_000;

    private readonly RecordTable _identities = new(service, "PatientIdentities");
    private readonly RecordTable _sources = new(service, "PatientSources");

    /// <summary>The practice's own number of a patient, as an identifier that no other practice's can be taken for.</summary>
    public static SourceIdentifier OwnNumber(PracticeId practice, string code) => new($"urn:uuid:{practice.Value}", code);

    /// <summary>Whether it is of a size that can be kept.</summary>
    public static bool Fits(PatientSource source) => RecordRow.SizeOf(source) <= LargestSource;

    public async Task<PatientId?> FindAsync(PracticeId practice, SourceIdentifier identifier, CancellationToken cancellation)
    {
        var digest = DigestOf(practice, identifier);
        return await _identities.FindAsync(Key(practice, digest), digest, cancellation) is { } row ? RecordRow.Read<Owner>(row).Record.Patient : null;
    }

    /// <returns>Whose the identifiers are; those of nobody are missing.</returns>
    public async Task<Dictionary<SourceIdentifier, PatientId>> FindAllAsync(
        PracticeId practice, IEnumerable<SourceIdentifier> identifiers, CancellationToken cancellation)
    {
        var owners = new Dictionary<SourceIdentifier, PatientId>();
        var digested = identifiers.Distinct().Select(identifier => (Identifier: identifier, Digest: DigestOf(practice, identifier)));
        foreach (var partition in digested.GroupBy(each => Key(practice, each.Digest)))
        {
            var rows = await _identities.FindAllAsync(partition.Key, partition.Select(each => each.Digest), cancellation);
            foreach (var (identifier, digest) in partition)
            {
                if (rows.TryGetValue(digest, out var row))
                {
                    owners[identifier] = RecordRow.Read<Owner>(row).Record.Patient;
                }
            }
        }

        return owners;
    }

    /// <returns>Whose the identifier is: this patient's, or another's who had it before.</returns>
    public async Task<PatientId> ClaimAsync(PracticeId practice, SourceIdentifier identifier, PatientId patient, CancellationToken cancellation) =>
        (await ClaimAllAsync(practice, [(identifier, patient)], cancellation)).TryGetValue(identifier, out var other) ? other : patient;

    /// <param name="practice">Whose directory.</param>
    /// <param name="claims">Each identifier once.</param>
    /// <param name="cancellation">The work was given up.</param>
    /// <returns>The identifiers that somebody had before, and whose they are.</returns>
    public async Task<Dictionary<SourceIdentifier, PatientId>> ClaimAllAsync(
        PracticeId practice, IReadOnlyCollection<(SourceIdentifier Identifier, PatientId Patient)> claims, CancellationToken cancellation)
    {
        var rows = claims.ToDictionary(claim => DigestOf(practice, claim.Identifier), StringComparer.Ordinal);
        var there = await _identities.InsertAllAsync(
            rows.Select(each => RecordRow.Of(Key(practice, each.Key), each.Key, new Owner(each.Value.Patient))), cancellation);
        return await FindAllAsync(practice, there.Select(row => rows[row.RowKey].Identifier), cancellation);
    }

    public async Task<PatientSource?> FindSourceAsync(PracticeId practice, PatientId patient, CancellationToken cancellation) =>
        await _sources.FindAsync(Key(practice, patient), patient.ToString(), cancellation) is { } row ? RecordRow.Read<PatientSource>(row).Record : null;

    /// <returns>What of these patients came from elsewhere; those of whom nothing did are missing.</returns>
    public async Task<Dictionary<PatientId, PatientSource>> FindSourcesAsync(
        PracticeId practice, IEnumerable<PatientId> patients, CancellationToken cancellation)
    {
        var sources = new Dictionary<PatientId, PatientSource>();
        foreach (var partition in patients.GroupBy(patient => Key(practice, patient)))
        {
            var rows = await _sources.FindAllAsync(partition.Key, partition.Select(patient => patient.ToString()), cancellation);
            foreach (var patient in partition.Where(patient => rows.ContainsKey(patient.ToString())))
            {
                sources[patient] = RecordRow.Read<PatientSource>(rows[patient.ToString()]).Record;
            }
        }

        return sources;
    }

    public Task PutSourcesAsync(PracticeId practice, IEnumerable<(PatientId Patient, PatientSource Source)> sources, CancellationToken cancellation) =>
        _sources.PutAllAsync(sources.Select(each => RecordRow.Of(Key(practice, each.Patient), each.Patient.ToString(), each.Source)), cancellation);

    private static string Key(PracticeId practice, string digest) => $"{practice}-{digest[0]}";

    private static string Key(PracticeId practice, PatientId patient) => $"{practice}-{patient.ToString()[^1]}";

    private string DigestOf(PracticeId practice, SourceIdentifier identifier) =>
        digests.Of(DigestPurpose.PatientIdentity, $"{practice}\n{identifier.System}\n{identifier.Value}");

    private sealed record Owner(PatientId Patient);
}
