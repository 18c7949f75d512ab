using Azure;
using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Patients;

/// <summary>
/// Table Patients. Partition: the practice and the last digit of the patient's id, which is random, so that many are written in few batches; row: the
/// patient.
/// </summary>
public sealed class PatientStore(TableServiceClient service)
{
    private readonly RecordTable _table = new(service, "Patients");

    public async Task<Versioned<Patient>?> FindAsync(PracticeId practice, PatientId id, CancellationToken cancellation) =>
        await _table.FindAsync(Key(practice, id), id.ToString(), cancellation) is { } row ? RecordRow.Read<Patient>(row) : null;

    public async Task<bool> AddAsync(PracticeId practice, PatientId id, Patient patient, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(Key(practice, id), id.ToString(), patient), cancellation) is not null;

    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        PracticeId practice, PatientId id, Func<Patient, Result<(Patient Changed, TAnswer Answer)>> decide, CancellationToken cancellation) =>
        Decision.MakeAsync<Patient, TAnswer>(
            () => FindAsync(practice, id, cancellation),
            patient => patient is null ? new NotFound() : decide(patient),
            async (patient, before) => await ReplaceAsync(practice, id, patient, before!, cancellation) is not null);

    /// <returns>Those that are there.</returns>
    public async Task<IReadOnlyDictionary<PatientId, Versioned<Patient>>> FindAllAsync(
        PracticeId practice, IEnumerable<PatientId> ids, CancellationToken cancellation)
    {
        var found = new Dictionary<PatientId, Versioned<Patient>>();
        foreach (var partition in ids.GroupBy(id => Key(practice, id)))
        {
            var rows = await _table.FindAllAsync(partition.Key, partition.Select(id => id.ToString()), cancellation);
            foreach (var id in partition.Where(id => rows.ContainsKey(id.ToString())))
            {
                found[id] = RecordRow.Read<Patient>(rows[id.ToString()]);
            }
        }

        return found;
    }

    /// <returns>Those under whose id somebody is already; they are as they were.</returns>
    public async Task<IReadOnlyCollection<PatientId>> AddAllAsync(
        PracticeId practice, IReadOnlyCollection<(PatientId Id, Patient Patient)> patients, CancellationToken cancellation)
    {
        var there = await _table.InsertAllAsync(
            patients.Select(each => RecordRow.Of(Key(practice, each.Id), each.Id.ToString(), each.Patient)), cancellation);
        var keys = there.Select(row => row.RowKey).ToHashSet(StringComparer.Ordinal);
        return [.. patients.Select(each => each.Id).Where(id => keys.Contains(id.ToString()))];
    }

    /// <returns>The new version; null where the patient is no longer as they were read.</returns>
    public Task<ETag?> ReplaceAsync(PracticeId practice, PatientId id, Patient patient, Versioned<Patient> before, CancellationToken cancellation) =>
        _table.ReplaceAsync(RecordRow.Of(Key(practice, id), id.ToString(), patient), before.ETag, cancellation);

    private static string Key(PracticeId practice, PatientId id) => $"{practice}-{id.ToString()[^1]}";
}

/// <summary>Table RecentPatients. Partition: the practice; row: the member, with the patients this member opened last.</summary>
public sealed class RecentPatientStore(TableServiceClient service)
{
    /// <summary>Product rule.</summary>
    private const int Most = 5;

    private readonly RecordTable _table = new(service, "RecentPatients");

    public async Task<IReadOnlyList<PatientId>> ListAsync(PracticeId practice, MemberId member, CancellationToken cancellation) =>
        (await FindAsync(practice, member, cancellation))?.Record.Patients ?? [];

    public async Task OpenedAsync(PracticeId practice, MemberId member, PatientId patient, CancellationToken cancellation) =>
        await Decision.MakeAsync<Recent, Done>(
            () => FindAsync(practice, member, cancellation),
            recent => recent is { Patients: [var latest, ..] } && latest == patient
                ? (recent, Done.Instance)
                : (new Recent([.. (recent?.Patients ?? []).Where(each => each != patient).Prepend(patient).Take(Most)]), Done.Instance),
            async (recent, before) =>
            {
                var row = RecordRow.Of(practice.ToString(), member.ToString(), recent);
                return before is null
                    ? await _table.InsertAsync(row, cancellation) is not null
                    : await _table.ReplaceAsync(row, before.ETag, cancellation) is not null;
            });

    private async Task<Versioned<Recent>?> FindAsync(PracticeId practice, MemberId member, CancellationToken cancellation) =>
        await _table.FindAsync(practice.ToString(), member.ToString(), cancellation) is { } row ? RecordRow.Read<Recent>(row) : null;

    private sealed record Recent(IReadOnlyList<PatientId> Patients);
}
