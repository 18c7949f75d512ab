using Collaborations.Accounts;
using Collaborations.Accounts.Passwords;
using Collaborations.Identifiers;
using Collaborations.Notices;
using Collaborations.Practices;
using Collaborations.Security;
using Collaborations.Terms;
using Collaborations.Verification;

namespace Collaborations.Invitations.Registration;

public sealed record OfferedPhone(PhoneId PhoneId, string Masked, PhoneKind Kind, bool OnFile);

/// <summary>What the pages of a registration show.</summary>
public sealed record RegistrationState(
    InvitationKind Kind,
    RegistrationStage Step,
    string PracticeName,
    string InviterName,
    Language Language,
    IReadOnlyList<OfferedPhone> Phones,
    bool OnlyNumbersOnFile,
    IReadOnlyList<PhoneCountry> Countries,
    CodeState? Code,
    PasswordRules? PasswordRules,
    string TermsVersion,
    int? AttemptsLeft,
    string? Email);

/// <summary>
/// Reads where a registration stands. A browser that has not answered the first step learns whose invitation it is, and nothing of the person:
/// no number, no address.
/// </summary>
public sealed class RegistrationReader(
    InvitationStore invitations, PracticeStore practices, ChallengeStore challenges, NoticeSender names, TimeProvider clock)
{
    public async Task<Result<RegistrationState>> ReadAsync(OpenLink link, CancellationToken cancellation)
    {
        if (await invitations.FindAsync(link.Id, cancellation) is not { Record: var invitation }
            || await practices.FindAsync(invitation.Practice, cancellation) is not { Record: var practice })
        {
            return new LinkNotOpen();
        }

        var now = clock.GetUtcNow();
        var stage = invitation.StageAt(now);
        if (stage > RegistrationStage.SignIn)
        {
            return new LinkNotOpen();
        }

        var progress = invitation.Progress;
        var bound = (link with { Invitation = invitation }).IsBound;
        var state = new RegistrationState(
            invitation.Kind,
            bound || stage == RegistrationStage.SignIn ? stage : FirstStep(invitation),
            practice.Name,
            await names.NameOfAsync(invitation.Practice, invitation.Inviter, cancellation),
            invitation.Language,
            [],
            invitation.OnlyNumbersOnFile(practice),
            [.. practice.Countries.Select(PhoneCountry.Of)],
            null,
            null,
            TermsOfUse.Version,
            progress.BirthDateTriesLeft < RegistrationProgress.BirthDateTries ? progress.BirthDateTriesLeft : null,
            null);
        if (!bound)
        {
            return state;
        }

        var challenge = progress.Challenge is { } id ? await challenges.FindAsync(id, cancellation) : null;
        return state with
        {
            Phones = [.. progress.Phones.Select(phone => new OfferedPhone(phone.Id, PhoneNumber.Mask(phone.Number), phone.Kind, phone.OnFile))],
            Code = stage == RegistrationStage.Code && challenge is not null ? CodeState.Of(challenge.Record, now) : null,
            PasswordRules = PasswordPolicy.RulesFor([invitation.TieTo(practice)], invitation.Email, await names.NameOfAsync(invitation, cancellation)),
            Email = stage == RegistrationStage.SignIn ? invitation.Email : null,
        };
    }

    public static RegistrationStage FirstStep(Invitation invitation) =>
        invitation.AsksBirthDate ? RegistrationStage.BirthDate : RegistrationStage.Phone;
}
