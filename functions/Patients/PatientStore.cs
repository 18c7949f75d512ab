using Azure.Data.Tables;
using Collaborations.Identifiers;
using Collaborations.Storage;

namespace Collaborations.Patients;

/// <summary>Table Patients. Partition: practice and patient; one row.</summary>
public sealed class PatientStore(TableServiceClient service)
{
    private const string Row = "patient";

    private readonly RecordTable _table = new(service, "Patients");

    public async Task<Versioned<Patient>?> FindAsync(PracticeId practice, PatientId id, CancellationToken cancellation) =>
        await _table.FindAsync(Key(practice, id), Row, cancellation) is { } row ? RecordRow.Read<Patient>(row) : null;

    public async Task<bool> AddAsync(PracticeId practice, PatientId id, Patient patient, CancellationToken cancellation) =>
        await _table.InsertAsync(RecordRow.Of(Key(practice, id), Row, patient), cancellation) is not null;

    public Task<Result<TAnswer>> ChangeAsync<TAnswer>(
        PracticeId practice, PatientId id, Func<Patient, Result<(Patient Changed, TAnswer Answer)>> decide, CancellationToken cancellation) =>
        Decision.MakeAsync<Patient, TAnswer>(
            () => FindAsync(practice, id, cancellation),
            patient => patient is null ? new NotFound() : decide(patient),
            async (patient, before) => await _table.ReplaceAsync(RecordRow.Of(Key(practice, id), Row, patient), before!.ETag, cancellation) is not null);

    private static string Key(PracticeId practice, PatientId id) => $"{practice}-{id}";
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
