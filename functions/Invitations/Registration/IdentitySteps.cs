using Collaborations.Audit;
using Collaborations.Identifiers;
using Collaborations.Patients;
using Collaborations.Practices;
using Collaborations.Security;
using Collaborations.Verification;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Invitations.Registration;

public sealed record WrongBirthDate(int Left) : InvalidInput("wrong-birth-date", "birthDate")
{
    public override int? TriesLeft => Left;
}

public sealed record NumberNotOnFile() : InvalidInput("only-numbers-on-file", "phones");

public sealed record PhoneRequired() : InvalidInput("phone-required", "phones");

public sealed record TooManyPhones() : InvalidInput("too-many-phones", "phones");

/// <summary>Body of step 1.</summary>
public sealed record BirthDateAnswer(DateOnly BirthDate);

public sealed record NewPhone(string Number, PhoneKind Kind);

/// <summary>Body of step 2.</summary>
public sealed record RegistrationPhones(IReadOnlyList<NewPhone> Phones);

/// <summary>Steps 1 and 2: who you are, and the telephones. The first of them that is asked binds the rest to this browser.</summary>
public sealed class IdentitySteps(
    RegistrationGate gate,
    RegistrationReader reader,
    InvitationStore invitations,
    PatientStore patients,
    PracticeStore practices,
    KnownAccounts known,
    IdGenerator ids,
    TimeProvider clock)
{
    private const int MostPhones = 6;

    public Task<Result<RegistrationState>> AnswerBirthDateAsync(
        HttpRequest request, BirthDateAnswer body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        gate.OpenAsync(request, note, cancellation).ThenAsync(async link =>
        {
            if (!link.Invitation.AsksBirthDate)
            {
                return new StepOutOfOrder();
            }

            // A slip of the finger, and no guess: it costs no try.
            if (body.BirthDate > DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime))
            {
                return new BirthDateInFuture();
            }

            var patient = await patients.FindAsync(link.Invitation.Practice, PatientId.From(link.Invitation.Subject), cancellation);
            var account = await known.FindAsync(link.Invitation.Email, cancellation);
            var onFile = patient is null ? [] : RegistrationPhone.OnFileOf(patient.Record, ids);
            var digest = gate.BrowserOf(request);
            var decided = await invitations.ChangeAsync<Refusal?>(
                link.Id,
                invitation => Decide(invitation, link, body.BirthDate == patient?.Record.BirthDate, digest, onFile, account),
                cancellation);
            if (account is { } own && decided is { Refusal: null, Value: null })
            {
                await known.JoinAsync(own, link.Id, cancellation);
            }

            await RegistrationSignals.TellAsync(processes, link, cancellation);
            return decided.IsRefused(out var refusal, out var answer) || (refusal = answer) is not null
                ? Result<RegistrationState>.FromRefusal(refusal)
                : await reader.ReadAsync(link with { Browser = digest }, cancellation);
        });

    public Task<Result<RegistrationState>> ChoosePhonesAsync(
        HttpRequest request, RegistrationPhones body, AuditNote note, DurableTaskClient processes, CancellationToken cancellation) =>
        gate.OpenAsync(request, note, cancellation).ThenAsync(async link =>
        {
            if (await practices.FindAsync(link.Invitation.Practice, cancellation) is not { Record: var practice })
            {
                return new LinkNotOpen();
            }

            if (Read(body, practice, link.Invitation.OnlyNumbersOnFile(practice)).IsRefused(out var wrong, out var typed))
            {
                return wrong;
            }

            // Where no birth date is asked, this is the first step, and whoever has the link may begin it.
            var begins = !link.Invitation.AsksBirthDate && !link.IsBound;
            if ((begins ? await BindAsync(request, link, cancellation) : link).IsRefused(out var over, out var bound))
            {
                return over;
            }

            return await gate.StepAsync(
                    bound,
                    [RegistrationStage.Phone, RegistrationStage.Delivery, RegistrationStage.Code],
                    (invitation, now) => Choose(invitation, typed, now),
                    cancellation)
                .ThenAsync(async _ =>
                {
                    await RegistrationSignals.TellAsync(processes, bound, cancellation);
                    return await reader.ReadAsync(bound, cancellation);
                });
        });

    private static Result<IReadOnlyList<(string Number, PhoneKind Kind)>> Read(
        RegistrationPhones body, Practice practice, bool onlyNumbersOnFile)
    {
        if (body.Phones.Count > MostPhones)
        {
            return new TooManyPhones();
        }

        if (body.Phones.Count > 0 && onlyNumbersOnFile)
        {
            return new NumberNotOnFile();
        }

        var read = body.Phones.Select((phone, index) => (phone.Kind, Number: PhoneNumber.Read(phone.Number, practice.Countries, $"phones.{index}"))).ToList();
        InvalidInput[] wrong = [.. read.Select(phone => phone.Number.Refusal).OfType<InvalidInput>()];
        return wrong.Length > 0
            ? new InvalidForm(wrong)
            : Result<IReadOnlyList<(string, PhoneKind)>>.FromValue([.. read.Select(phone => (phone.Number.Value.Value, phone.Kind))]);
    }

    // A number that was there keeps its id, which another window may be about to choose. The code to one that was taken away proves nothing any more.
    private Result<(Invitation Changed, Done Answer)> Choose(
        Invitation invitation, IReadOnlyList<(string Number, PhoneKind Kind)> typed, DateTimeOffset now)
    {
        var progress = invitation.Progress;
        RegistrationPhone[] phones =
        [
            .. progress.Phones.Where(phone => phone.OnFile),
            .. typed.Where(phone => progress.Phones.All(each => !each.OnFile || each.Number != phone.Number)).DistinctBy(phone => phone.Number)
                .Select(phone => progress.Phones.FirstOrDefault(each => each.Number == phone.Number && each.Kind == phone.Kind)
                    ?? new RegistrationPhone(ids.New<PhoneId>(), phone.Number, phone.Kind, OnFile: false)),
        ];
        if (phones.Length == 0)
        {
            return new PhoneRequired();
        }

        var chosen = progress with { Phones = phones, PhonesChosen = true };
        var kept = phones.Any(phone => phone.Id == progress.Phone) ? chosen : chosen with { Phone = null };
        return ((invitation with { Progress = kept }).Note(InvitationEventKind.PhoneChosen, now), Done.Instance);
    }

    private Task<Result<OpenLink>> BindAsync(HttpRequest request, OpenLink link, CancellationToken cancellation)
    {
        var digest = gate.BrowserOf(request);
        return invitations.ChangeAsync<OpenLink>(
            link.Id,
            invitation => invitation.Generation != link.Invitation.Generation || invitation.StageAt(clock.GetUtcNow()) >= RegistrationStage.SignIn
                ? new LinkNotOpen()
                : (invitation with { Progress = Restart(invitation.Progress, digest) }, link with { Browser = digest }),
            cancellation);
    }

    // A person who goes on in another browser has proved there who they are, and not yet that the telephone is theirs.
    private static RegistrationProgress Restart(RegistrationProgress progress, string browser) => KeyedDigests.Same(browser, progress.Browser)
        ? progress
        : progress with
        {
            Browser = browser,
            Verified = false,
            Challenge = progress.Verified ? null : progress.Challenge,
            TermsVersion = null,
        };

    private Result<(Invitation, Refusal?)> Decide(
        Invitation invitation, OpenLink link, bool right, string browser, IReadOnlyList<RegistrationPhone> onFile, AccountId? account)
    {
        var now = clock.GetUtcNow();
        if (invitation.Generation != link.Invitation.Generation || invitation.StageAt(now) > RegistrationStage.SignIn)
        {
            return new LinkNotOpen();
        }

        if (invitation.Progress.Account is not null)
        {
            return new StepOutOfOrder();
        }

        var progress = invitation.Progress;
        if (!right)
        {
            var counted = (invitation with { Progress = progress with { BirthDateTriesLeft = progress.BirthDateTriesLeft - 1 } })
                .Note(InvitationEventKind.BirthDateWrong, now);
            return counted.Progress.BirthDateTriesLeft > 0
                ? (counted, new WrongBirthDate(counted.Progress.BirthDateTriesLeft))
                : (counted.End(RegistrationStage.Locked, InvitationEventKind.Locked, now), new LinkNotOpen());
        }

        var opened = invitation.Timeline.Any(each => each.Kind == InvitationEventKind.Opened && each.At >= invitation.SentAt)
            ? invitation
            : invitation.Note(InvitationEventKind.Opened, now);
        var identified = Restart(progress, browser) with
        {
            Identified = true,
            BirthDateTriesLeft = RegistrationProgress.BirthDateTries,
            Phones = progress.Phones.Count > 0 ? progress.Phones : onFile,
            Account = account,
        };
        return ((opened with { Progress = identified }).Note(InvitationEventKind.BirthDateAnswered, now), (Refusal?)null);
    }
}
