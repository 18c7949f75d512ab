using Collaborations.Accounts.Proofs;
using Collaborations.Identifiers;
using Collaborations.Notices;
using Collaborations.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.Accounts.Reset;

/// <param name="Proof">Of the reset, if it comes to one.</param>
/// <param name="EmailDigest">Of the address that was typed; whether somebody has it is found out here, where nobody can measure how long that takes.</param>
public sealed record PasswordResetInput(ProofId Proof, string EmailDigest);

/// <summary>A forgotten password, from the request to the new one or to the end of its link. An address that nobody has ends here at once.</summary>
public static class PasswordResetOrchestration
{
    [Function(nameof(PasswordResetOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, PasswordResetInput input)
    {
        if (!await context.CallActivityAsync<bool>(nameof(PasswordResetActivities.OpenPasswordReset), input, Retries.Options))
        {
            return;
        }

        await context.CallActivityAsync(nameof(PasswordResetActivities.SendPasswordReset), input.Proof, Retries.Options);
        await context.UntilOverAsync(ProofKind.PasswordReset);
        if (await context.CallActivityAsync<AccountId?>(nameof(PasswordResetActivities.FinishPasswordReset), input.Proof, Retries.Options) is { } account)
        {
            await context.CallActivityAsync(
                nameof(NoticeActivities.SendNotice), new NoticeSend(account, NoticeKind.PasswordChanged, context.InstanceId), Retries.Options);
        }

        await context.CallActivityAsync(nameof(ProofActivities.ForgetProof), input.Proof, Retries.Options);
    }
}
