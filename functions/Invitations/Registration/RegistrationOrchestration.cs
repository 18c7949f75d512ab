using Collaborations.Identifiers;
using Collaborations.Messaging;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.Invitations.Registration;

/// <param name="Invitation">Which.</param>
/// <param name="Generation">Of its link: each has an orchestration of its own.</param>
public sealed record RegistrationInput(InvitationId Invitation, int Generation);

/// <summary>
/// A registration from the email with the link to the first sign-in: waits for each step in its order, reminds on day 3 and day 15, and ends
/// on day 30, or when the link is withdrawn, replaced or locked. The steps are decided on the record; here is what follows from them, and when.
/// </summary>
public static class RegistrationOrchestration
{
    /// <summary>The person has done something, or the inviter has: look at the record.</summary>
    public const string ProgressedEvent = "Progressed";

    private static readonly RegistrationStage[] Steps =
    [
        RegistrationStage.BirthDate,
        RegistrationStage.Phone,
        RegistrationStage.Delivery,
        RegistrationStage.Code,
        RegistrationStage.Terms,
        RegistrationStage.Password,
        RegistrationStage.SignIn,
    ];

    public static string InstanceOf(InvitationId invitation, int generation) => $"registration-{invitation}-{generation}";

    [Function(nameof(RegistrationOrchestration))]
    public static async Task<RegistrationStage> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, RegistrationInput input)
    {
        var journey = new RegistrationJourney(context, input);
        await journey.InviteAsync();
        var stage = await journey.LookAsync();
        foreach (var step in Steps)
        {
            if (stage == step && step == RegistrationStage.SignIn)
            {
                await journey.JoinAsync();
            }

            while (stage == step)
            {
                context.SetCustomStatus(step);
                stage = await journey.WaitAsync();
            }
        }

        context.SetCustomStatus(stage);
        if (stage == RegistrationStage.Locked)
        {
            await journey.TellInviterAsync(EmailKind.InvitationLocked);
        }

        return stage;
    }
}
