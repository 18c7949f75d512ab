using System.Globalization;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Practices;

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
    public static PatientAnswer Of(PatientId id, Storage.Versioned<Patient> patient)
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

public sealed record PatientList(IReadOnlyList<PatientSummary> Patients);

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

    public async Task<Result<PatientList>> SearchAsync(MemberCaller caller, string? query, CancellationToken cancellation)
    {
        if (!string.IsNullOrWhiteSpace(query))
        {
            return new PatientList(await index.SearchAsync(caller.Practice, query, cancellation));
        }

        var opened = new List<PatientSummary>();
        foreach (var id in await recent.ListAsync(caller.Practice, caller.Id, cancellation))
        {
            if (await patients.FindAsync(caller.Practice, id, cancellation) is { Record: var patient })
            {
                opened.Add(PatientSummary.Of(id, patient));
            }
        }

        return new PatientList(opened);
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
            await index.AddAsync(practice, id, patient, cancellation);
            return await patients.AddAsync(practice, id, patient, cancellation)
                ? id
                : throw new InvalidOperationException("A new patient's id is taken.");
        });
    }

    /// <summary>Adds a patient under an id that was decided before, or makes the one who is there so. The same again changes nothing.</summary>
    /// <param name="practice">Whose directory.</param>
    /// <param name="id">Whom.</param>
    /// <param name="make">Pure: from the patient as they are, or null, to what they become. Their account stays as it is.</param>
    /// <param name="cancellation">The work was given up.</param>
    public async Task PutAsync(PracticeId practice, PatientId id, Func<Patient?, Patient> make, CancellationToken cancellation)
    {
        if (await patients.FindAsync(practice, id, cancellation) is null)
        {
            var added = make(null);
            await index.AddAsync(practice, id, added, cancellation);
            if (await patients.AddAsync(practice, id, added, cancellation))
            {
                return;
            }
        }

        while (await patients.FindAsync(practice, id, cancellation) is { Record: var before })
        {
            var after = make(before) with { Account = before.Account };
            if (after == before)
            {
                return;
            }

            // Cut off in between and tried again, it begins from the same record: so the index first, both ways.
            await index.AddAsync(practice, id, after, cancellation);
            await index.RemoveAsync(practice, id, before, after, cancellation);
            var changed = await patients.ChangeAsync<Done>(
                practice, id, current => current == before ? (after, Done.Instance) : new PreconditionFailed(), cancellation);
            if (changed.Refusal is null)
            {
                return;
            }
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
        return await checkedForm.ThenAsync(async patient =>
        {
            var after = patient with { Account = before.Record.Account };
            await index.AddAsync(practice, id, after, cancellation);
            var changed = await patients.ChangeAsync<Done>(
                practice, id, current => current == before.Record ? (after, Done.Instance) : new PreconditionFailed(), cancellation);
            return await changed.ThenAsync<PatientAnswer>(async _ =>
            {
                await index.RemoveAsync(practice, id, before.Record, after, cancellation);
                return await patients.FindAsync(practice, id, cancellation) is { } written ? PatientAnswer.Of(id, written) : new NotFound();
            });
        });
    }

    private async Task<Result<Patient>> CheckAsync(PracticeId practice, PatientForm form, string code, CancellationToken cancellation) =>
        await practices.FindAsync(practice, cancellation) is { Record: var record }
            ? form.Check(record, code, DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
            : new NotFound();

    // From the random end of the id: two patients of one practice with the same digits are as good as impossible, and a person can change it.
    public static string CodeOf(PatientId id) =>
        (BitConverter.ToUInt64(id.Value.ToByteArray().AsSpan(8)) % (ulong)Math.Pow(10, CodeDigits)).ToString("D" + CodeDigits, CultureInfo.InvariantCulture);
}
