using System.Globalization;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Practices;
using Collaborations.Storage;

namespace Collaborations.Patients;

/// <summary>A patient as members see them.</summary>
public sealed record PatientAnswer(
    PatientId PatientId,
    string FirstName,
    string LastName,
    string Code,
    DateOnly? BirthDate,
    string? Email,
    string? Mobile,
    string? Landline,
    Language Language,
    bool Registered,
    string Etag)
{
    public static PatientAnswer Of(PatientId id, Versioned<Patient> patient)
    {
        var record = patient.Record;
        return new PatientAnswer(
            id,
            record.FirstName,
            record.LastName,
            record.Code,
            record.BirthDate,
            record.Email,
            record.Mobile,
            record.Landline,
            record.Language,
            record.Account is not null,
            patient.ETag.ToString());
    }
}

/// <param name="Patients">In no order that means anything; the last opened, the latest first, where nothing was asked for.</param>
/// <param name="Cursor">For the next page; null where there is none.</param>
public sealed record PatientList(IReadOnlyList<PatientSummary> Patients, string? Cursor);

/// <summary>The directory: find, open, add, change.</summary>
public sealed class PatientHandler(
    PatientStore patients,
    PatientIndex index,
    RecentPatientStore recent,
    PracticeStore practices,
    AccountStore accounts,
    IdGenerator ids,
    TimeProvider clock)
{
    private const int CodeDigits = 8;

    public async Task<Result<PatientList>> SearchAsync(MemberCaller caller, string? query, string? cursor, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(query))
        {
            var page = await index.SearchAsync(caller.Practice, query, string.IsNullOrEmpty(cursor) ? null : cursor, cancellation);
            return new PatientList(page.Rows, page.Cursor);
        }

        var opened = new List<PatientSummary>();
        foreach (var id in await recent.ListAsync(caller.Practice, caller.Id, cancellation))
        {
            if (await patients.FindAsync(caller.Practice, id, cancellation) is { Record: var patient })
            {
                opened.Add(PatientSummary.Of(id, patient));
            }
        }

        return new PatientList(opened, Cursor: null);
    }

    public async Task<Result<PatientAnswer>> OpenAsync(MemberCaller caller, PatientId id, CancellationToken cancellation)
    {
        if (await patients.FindAsync(caller.Practice, id, cancellation) is not { } patient)
        {
            return new NotFound();
        }

        await recent.OpenedAsync(caller.Practice, caller.Id, id, cancellation);
        return PatientAnswer.Of(id, patient);
    }

    /// <summary>Ends a lock that came from wrong passwords.</summary>
    public async Task<Result<Done>> UnlockAsync(PracticeId practice, PatientId id, CancellationToken cancellation) =>
        await patients.FindAsync(practice, id, cancellation) is { Record.Account: { } account }
            ? await accounts.UnlockAsync(account, cancellation)
            : new NotFound();

    public async Task<Result<PatientId>> AddAsync(PracticeId practice, PatientForm form, CancellationToken cancellation)
    {
        var id = ids.New<PatientId>();
        var checkedForm = await CheckAsync(practice, form, CodeOf(id), cancellation);
        return await checkedForm.ThenAsync<PatientId>(async patient =>
        {
            await index.AddAsync(practice, [PatientSummary.Of(id, patient)], cancellation);
            return await patients.AddAsync(practice, id, patient, cancellation)
                ? id
                : throw new InvalidOperationException("A new patient's id is taken.");
        });
    }

    /// <summary>Adds patients under ids that were decided before, or makes those who are there so. The same again changes nothing.</summary>
    /// <param name="practice">Whose directory.</param>
    /// <param name="puts">Each id once, and, pure, what the patient becomes from what they are, or from null. Their account stays as it is.</param>
    /// <param name="cancellation">The work was given up.</param>
    public async Task PutAsync(
        PracticeId practice, IReadOnlyCollection<(PatientId Id, Func<Patient?, Patient> Make)> puts, CancellationToken cancellation)
    {
        for (var left = puts; left.Count > 0;)
        {
            var late = await TryPutAsync(practice, left, cancellation);
            left = [.. left.Where(each => late.Contains(each.Id))];
        }
    }

    /// <param name="practice">Whose directory.</param>
    /// <param name="id">Whom.</param>
    /// <param name="form">All fields anew.</param>
    /// <param name="expected">The version that the form was filled from.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task<Result<PatientAnswer>> ChangeAsync(
        PracticeId practice, PatientId id, PatientForm form, string? expected, CancellationToken cancellation)
    {
        if (await patients.FindAsync(practice, id, cancellation) is not { } before)
        {
            return new NotFound();
        }

        if (expected is null || expected != before.ETag.ToString().Trim('"'))
        {
            return new PreconditionFailed();
        }

        var checkedForm = await CheckAsync(practice, form, before.Record.Code, cancellation);
        return await checkedForm.ThenAsync<PatientAnswer>(async patient =>
        {
            var after = patient with { Account = before.Record.Account };
            var change = new PatientChange(id, before, after);
            var moves = await index.BeginAsync(practice, change.IsMove ? [(change.Was!, change.Is)] : [], cancellation);
            if (await patients.ReplaceAsync(practice, id, after, before, cancellation) is { } version)
            {
                // Their own change, and its version: who goes on from the answer overwrites nobody who has saved since.
                await index.EndAsync(practice, [.. moves.Select(move => (move, change.Is, true))], cancellation);
                return PatientAnswer.Of(id, new Versioned<Patient>(after, version));
            }

            if (await patients.FindAsync(practice, id, cancellation) is not { Record: var other })
            {
                return new NotFound();
            }

            await index.EndAsync(practice, [.. moves.Select(move => (move, PatientSummary.Of(id, other), false))], cancellation);
            return new PreconditionFailed();
        });
    }

    // Those whom somebody else wrote meanwhile are left, and decided again. Cut off in between and tried again, whoever was written already is in doubt in
    // the index, and found by their record.
    private async Task<IReadOnlyCollection<PatientId>> TryPutAsync(
        PracticeId practice, IReadOnlyCollection<(PatientId Id, Func<Patient?, Patient> Make)> puts, CancellationToken cancellation)
    {
        var found = await patients.FindAllAsync(practice, puts.Select(each => each.Id), cancellation);
        var changes = puts.Select(each => PatientChange.Of(each.Id, found.GetValueOrDefault(each.Id), each.Make)).Where(change => change.IsOne).ToList();
        PatientChange[] added = [.. changes.Where(change => change.Before is null)];
        await index.AddAsync(practice, added.Select(change => change.Is), cancellation);
        var moves = await index.BeginAsync(practice, changes.Where(change => change.IsMove).Select(change => (change.Was!, change.Is)), cancellation);
        var late = new HashSet<PatientId>(await patients.AddAllAsync(practice, [.. added.Select(change => (change.Id, change.After))], cancellation));
        await index.DoubtAsync(practice, added.Where(change => late.Contains(change.Id)).Select(change => change.Is), cancellation);
        await RowBatches.ForEachAsync(
            changes.Where(change => change.Before is not null),
            async (change, stop) =>
            {
                if (await patients.ReplaceAsync(practice, change.Id, change.After, change.Before!, stop) is null)
                {
                    lock (late)
                    {
                        late.Add(change.Id);
                    }
                }
            },
            cancellation);
        var now = changes.ToDictionary(change => change.Id, change => change.Is);
        await index.EndAsync(
            practice, [.. moves.Where(move => !late.Contains(move.PatientId)).Select(move => (move, now[move.PatientId], true))], cancellation);
        return late;
    }

    private async Task<Result<Patient>> CheckAsync(PracticeId practice, PatientForm form, string code, CancellationToken cancellation) =>
        await practices.FindAsync(practice, cancellation) is { Record: var record }
            ? form.Check(record, code, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
            : new NotFound();

    // From the random end of the id: two patients of one practice with the same digits are as good as impossible, and a person can change it.
    public static string CodeOf(PatientId id) =>
        (BitConverter.ToUInt64(id.Value.ToByteArray().AsSpan(8)) % (ulong)Math.Pow(10, CodeDigits)).ToString("D" + CodeDigits, CultureInfo.InvariantCulture);
}

/// <summary>A patient before and after; <see cref="Was"/> and <see cref="Is"/> are what the index says of them.</summary>
internal sealed record PatientChange(PatientId Id, Versioned<Patient>? Before, Patient After)
{
    public PatientSummary? Was => Before is null ? null : PatientSummary.Of(Id, Before.Record);

    public PatientSummary Is => PatientSummary.Of(Id, After);

    /// <summary>Whether they are found by something else than before.</summary>
    public bool IsMove => Was is not null && Was != Is;

    /// <summary>Whether there is anything to write.</summary>
    public bool IsOne => After != Before?.Record;

    public static PatientChange Of(PatientId id, Versioned<Patient>? before, Func<Patient?, Patient> make)
    {
        var after = make(before?.Record);
        return new PatientChange(id, before, before is null ? after : after with { Account = before.Record.Account });
    }
}
