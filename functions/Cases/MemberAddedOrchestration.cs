using Collaborations.Identifiers;
using Collaborations.Notices;
using Collaborations.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Collaborations.Cases;

/// <param name="Practice">Where.</param>
/// <param name="Case">Added to which case.</param>
/// <param name="Member">Who is told.</param>
public sealed record MemberAddedInput(PracticeId Practice, CaseId Case, MemberId Member);

/// <param name="Added">What happened.</param>
/// <param name="Process">Names the send.</param>
public sealed record MemberAddedSend(MemberAddedInput Added, string Process);

/// <summary>Tells somebody who was added to a case, until the service has taken the email.</summary>
public static class MemberAddedOrchestration
{
    [Function(nameof(MemberAddedOrchestration))]
    public static Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, MemberAddedInput input) =>
        context.CallActivityAsync(nameof(MemberAddedActivities.TellAddedMember), new MemberAddedSend(input, context.InstanceId), Retries.Options);
}

public sealed class MemberAddedActivities(NoticeSender notices)
{
    [Function(nameof(TellAddedMember))]
    public Task TellAddedMember([ActivityTrigger] MemberAddedSend input, CancellationToken cancellation) =>
        notices.TellAddedAsync(input.Added.Practice, input.Added.Member, input.Added.Case, input.Process, cancellation);
}
