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
/// Table PatientIdentities. Partition: the practice and the keyed digest of an identifier; one row, which says whose it is. Table PatientSources.
/// Partition: practice and patient; one row.
/// </summary>
public sealed class PatientIdentityStore(TableServiceClient service, KeyedDigests digests)
{
    private const string PatientRow = "patient";
    private const string SourceRow = "source";

    private readonly RecordTable _identities = new(service, "PatientIdentities");
    private readonly RecordTable _sources = new(service, "PatientSources");

    /// <summary>The practice's own number of a patient, as an identifier that no other practice's can be taken for.</summary>
    public static SourceIdentifier OwnNumber(PracticeId practice, string code) => new($"urn:uuid:{practice.Value}", code);

    public async Task<PatientId?> FindAsync(PracticeId practice, SourceIdentifier identifier, CancellationToken cancellation) =>
        await _identities.FindAsync(Key(practice, identifier), PatientRow, cancellation) is { } row ? RecordRow.Read<Owner>(row).Record.Patient : null;

    /// <returns>Whose the identifier is: this patient's, or another's who had it before.</returns>
    public async Task<PatientId> ClaimAsync(PracticeId practice, SourceIdentifier identifier, PatientId patient, CancellationToken cancellation)
    {
        var claimed = await _identities.InsertAsync(RecordRow.Of(Key(practice, identifier), PatientRow, new Owner(patient)), cancellation) is not null;
        return claimed ? patient : await FindAsync(practice, identifier, cancellation) ?? throw new InvalidOperationException("An identifier's owner is gone.");
    }

    public async Task<PatientSource?> FindSourceAsync(PracticeId practice, PatientId patient, CancellationToken cancellation) =>
        await _sources.FindAsync($"{practice}-{patient}", SourceRow, cancellation) is { } row ? RecordRow.Read<PatientSource>(row).Record : null;

    public Task PutSourceAsync(PracticeId practice, PatientId patient, PatientSource source, CancellationToken cancellation) =>
        _sources.PutAsync(RecordRow.Of($"{practice}-{patient}", SourceRow, source), cancellation);

    private string Key(PracticeId practice, SourceIdentifier identifier) =>
        $"{practice}-{digests.Of(DigestPurpose.PatientIdentity, $"{practice}\n{identifier.System}\n{identifier.Value}")}";

    private sealed record Owner(PatientId Patient);
}
