using Collaborations.Identifiers;
using Collaborations.Messaging;
using Collaborations.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.Verification;

/// <summary>Which code of which challenge; for whom, if somebody is to know that it did not arrive.</summary>
public sealed record CodeDeliveryInput(ChallengeId Challenge, int Sequence, InvitationId? Invitation);

/// <summary>Sends one code and watches over it until it has arrived, failed, or is over.</summary>
public static class CodeDeliveryOrchestration
{
    public static string InstanceOf(ChallengeId challenge, int sequence) => $"code-{challenge}-{sequence}";

    [Function(nameof(CodeDeliveryOrchestration))]
    public static async Task<CodeDelivery> RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, CodeDeliveryInput input)
    {
        var delivery = await SendAsync(context, input);
        context.SetCustomStatus(delivery);
        if (delivery == CodeDelivery.Sent)
        {
            delivery = await WatchAsync(context);
        }

        if (delivery == CodeDelivery.Failed)
        {
            await context.CallActivityAsync(nameof(CodeDeliveryActivities.NoteCodeFailure), input, Retries.Options);
        }

        return delivery;
    }

    private static async Task<CodeDelivery> SendAsync(TaskOrchestrationContext context, CodeDeliveryInput input)
    {
        try
        {
            return await context.CallActivityAsync<CodeDelivery>(nameof(CodeDeliveryActivities.SendCode), input, Retries.Quick);
        }
        catch (TaskFailedException)
        {
            return CodeDelivery.Failed;
        }
    }

    private static async Task<CodeDelivery> WatchAsync(TaskOrchestrationContext context)
    {
        using var arrived = new CancellationTokenSource();
        var over = context.CreateTimer(Challenge.Lifetime, arrived.Token);
        var report = context.WaitForExternalEvent<DeliveryReport>(DeliveryReportHandler.ReportedEvent, arrived.Token);
        if (await Task.WhenAny(report, over) == over)
        {
            arrived.Stop();
            return CodeDelivery.Sent;
        }

        var outcome = (await report).Outcome;
        arrived.Stop();
        return outcome == DeliveryOutcome.Delivered ? CodeDelivery.Sent : CodeDelivery.Failed;
    }
}
