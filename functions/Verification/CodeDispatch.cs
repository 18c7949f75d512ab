using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.DurableTask.Client;

namespace Collaborations.Verification;

/// <summary>Hands a code that was begun over to the orchestration that sends it, and waits a moment for it to be on its way.</summary>
public sealed class CodeDispatch(ProcessGate gate, ChallengeStore challenges)
{
    /// <param name="processes">The client that the function was given.</param>
    /// <param name="challenge">Whose code.</param>
    /// <param name="sequence">Which of its codes.</param>
    /// <param name="invitation">Whose inviter is told where the code does not arrive; null where nobody is.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task SendAsync(
        DurableTaskClient processes, ChallengeId challenge, int sequence, InvitationId? invitation, CancellationToken cancellation)
    {
        await ProcessGate.StartAsync(
            processes,
            nameof(CodeDeliveryOrchestration),
            CodeDeliveryOrchestration.InstanceOf(challenge, sequence),
            new CodeDeliveryInput(challenge, sequence, invitation),
            cancellation);
        await gate.WaitAsync(
            async () => (await challenges.FindAsync(challenge, cancellation))?.Record.Delivery != CodeDelivery.Pending, cancellation);
    }
}
