using Collaborations.Operating.Workflows;
using Collaborations.Tests.Processes;
using Microsoft.DurableTask.Client;

namespace Collaborations.Tests.Operating;

/// <summary>Ended or begun anew by another meanwhile, with a client that throws where the engine here says nothing.</summary>
[Trait("Size", "Small")]
public sealed class WorkflowRaceTests
{
    [Theory]
    [InlineData(OrchestrationRuntimeStatus.Completed, "workflow-ended")]
    [InlineData(null, "not-found")]
    public async Task Cancelled_Is_refused(OrchestrationRuntimeStatus? since, string code)
    {
        await using var processes = new MovedClient(OrchestrationRuntimeStatus.Running, since);
        var answer = await WorkflowHandler.CancelAsync(processes, "one", CancelReason.Stuck, CancellationToken.None);
        Assert.True(answer.IsRefused(out var refusal, out _));
        Assert.Equal(code, refusal.Code);
    }

    [Fact]
    public async Task Purged_after_it_was_begun_anew_Is_refused()
    {
        await using var processes = new MovedClient(OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Running);
        var answer = await WorkflowHandler.PurgeAsync(processes, "one", CancellationToken.None);
        Assert.True(answer.IsRefused(out var refusal, out _));
        Assert.Equal("workflow-not-ended", refusal.Code);
    }

    [Fact]
    public async Task By_the_id_of_an_entity_It_is_not_found()
    {
        await using var processes = new MovedClient(OrchestrationRuntimeStatus.Running, null);
        Assert.True((await WorkflowHandler.ShowAsync(processes, "@counter@one", CancellationToken.None)).IsRefused(out var refusal, out _));
        Assert.Equal("not-found", refusal.Code);
    }

    /// <summary>Shows an instance as it was once, and then as it is; takes neither an end nor a purge.</summary>
    private sealed class MovedClient(OrchestrationRuntimeStatus before, OrchestrationRuntimeStatus? since) : UnaskedClient
    {
        private bool _isSeen;

        public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        {
            var status = _isSeen ? since : before;
            _isSeen = true;
            return Task.FromResult(status is { } known ? new OrchestrationMetadata("One", instanceId) { RuntimeStatus = known } : null);
        }

        public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
            throw new InvalidOperationException("It has ended.");

        public override Task<PurgeResult> PurgeInstanceAsync(string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default) =>
            throw new InvalidOperationException("It runs.");
    }
}
