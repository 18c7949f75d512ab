using Collaborations.Identifiers;
using Collaborations.Processes;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Collaborations.Accounts.Proofs;

/// <summary>Waits for a proof to be done with, or too old, and forgets it: who began one and left, leaves nothing behind.</summary>
internal static class ProofWait
{
    /// <summary>What the proof was for is done.</summary>
    private const string FinishedEvent = "Finished";

    public static string InstanceOf(ProofId proof) => $"proof-{proof}";

    public static Task TellAsync(DurableTaskClient processes, ProofId proof, CancellationToken cancellation) =>
        ProcessGate.TellAsync(processes, InstanceOf(proof), FinishedEvent, true, cancellation);

    /// <summary>Part of an orchestration: awaits durable tasks only.</summary>
    public static async Task UntilOverAsync(this TaskOrchestrationContext context, ProofKind kind)
    {
        using var finished = new CancellationTokenSource();
        var over = context.CreateTimer(PhoneProof.LifetimeOf(kind), finished.Token);
        var done = context.WaitForExternalEvent<bool>(FinishedEvent);
        if (await Task.WhenAny(done, over) == done)
        {
            finished.Stop();
        }
    }
}

/// <summary>The second step of one sign-in, from the right password until the session begins or the time is up.</summary>
public static class SignInOrchestration
{
    [Function(nameof(SignInOrchestration))]
    public static async Task RunAsync([OrchestrationTrigger] TaskOrchestrationContext context, ProofId proof)
    {
        await context.UntilOverAsync(ProofKind.SignIn);
        await context.CallActivityAsync(nameof(ProofActivities.ForgetProof), proof, Retries.Options);
    }
}

public sealed class ProofActivities(ProofStore proofs)
{
    [Function(nameof(ForgetProof))]
    public Task ForgetProof([ActivityTrigger] ProofId proof, CancellationToken cancellation) => proofs.ForgetAsync(proof, cancellation);
}
