using Collaborations.Identifiers;
using Collaborations.Verification;

namespace Collaborations.Accounts.Phones;

/// <summary>A number that its owner still has to prove, by a code.</summary>
/// <param name="Phone">As it will be.</param>
/// <param name="Challenge">The code's.</param>
public sealed record PhoneAddition(AccountPhone Phone, ChallengeId Challenge);

/// <summary>Body of <c>POST /account/phones</c>.</summary>
public sealed record PhoneAdditionRequest(string Password, string Number, PhoneKind Kind, Channel Channel);
