using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.DurableTask.Client;

namespace Collaborations.Verification;

/// <summary>Hands a code that was begun over to the orchestration that sends it, and waits a moment for it to be on its way.</summary>
public sealed class CodeDispatch(ProcessGate gate, ChallengeStore challenges)
{
    /// <param name="processes">The client that the function was given.</param>
    /// <param name="code">Begun, and noted by the step that it is for.</param>
    /// <param name="invitation">Whose inviter is told where the code does not arrive; null where nobody is.</param>
    /// <param name="cancellation">The client left.</param>
    public async Task SendAsync(
        DurableTaskClient processes, BegunCode code, InvitationId? invitation, CancellationToken cancellation)
    {
        await ProcessGate.StartAsync(
            processes,
            nameof(CodeDeliveryOrchestration),
            CodeDeliveryOrchestration.InstanceOf(code.Id, code.Sequence),
            new CodeDeliveryInput(code.Id, code.Sequence, invitation),
            cancellation);
        await gate.WaitAsync(
            async () => (await challenges.FindAsync(code.Id, cancellation))?.Record.Delivery != CodeDelivery.Pending, cancellation);
    }
}
