using Collaborations.Processes;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Collaborations.Tests.Processes;

/// <summary>Starts that another was quicker with, and events that come too late.</summary>
public sealed class ProcessGateTests
{
    [Trait("Size", "Small")]
    public sealed class StartOnce
    {
        [Theory]
        [InlineData(OrchestrationRuntimeStatus.Running)]
        [InlineData(OrchestrationRuntimeStatus.Completed)]
        public async Task Where_another_was_quicker_What_is_there_stays_whatever_became_of_it(OrchestrationRuntimeStatus status)
        {
            await using var client = new RacedClient(before: null, since: status);
            await ProcessGate.StartOnceAsync(client, "Any", "one", 1, default);
            Assert.Equal(1, client.Starts);
        }

        [Fact]
        public async Task Where_it_is_there_It_is_not_started()
        {
            await using var client = new RacedClient(before: OrchestrationRuntimeStatus.Failed, since: null);
            await ProcessGate.StartOnceAsync(client, "Any", "one", 1, default);
            Assert.Equal(0, client.Starts);
        }

        [Fact]
        public async Task Where_it_cannot_be_started_And_is_not_there_The_reason_is_thrown()
        {
            await using var client = new RacedClient(before: null, since: null);
            await Assert.ThrowsAsync<InvalidOperationException>(() => ProcessGate.StartOnceAsync(client, "Any", "one", 1, default));
        }
    }

    [Trait("Size", "Small")]
    public sealed class StartUnlessRunning
    {
        [Fact]
        public async Task Where_another_was_quicker_That_one_runs_on()
        {
            await using var client = new RacedClient(before: OrchestrationRuntimeStatus.Completed, since: OrchestrationRuntimeStatus.Running);
            await ProcessGate.StartUnlessRunningAsync(client, "Any", "one", 1, default);
            Assert.Equal(1, client.Starts);
        }

        [Theory]
        [InlineData(null)]
        [InlineData(OrchestrationRuntimeStatus.Completed)]
        public async Task Where_it_cannot_be_started_And_none_runs_The_reason_is_thrown(OrchestrationRuntimeStatus? since)
        {
            await using var client = new RacedClient(before: null, since);
            await Assert.ThrowsAsync<InvalidOperationException>(() => ProcessGate.StartUnlessRunningAsync(client, "Any", "one", 1, default));
        }
    }

    [Trait("Size", "Small")]
    public sealed class Tell
    {
        [Theory]
        [InlineData(null)]
        [InlineData(OrchestrationRuntimeStatus.Completed)]
        [InlineData(OrchestrationRuntimeStatus.Terminated)]
        public async Task One_that_has_ended_or_never_was_Does_not_mind(OrchestrationRuntimeStatus? status)
        {
            await using var client = new RacedClient(before: status, since: status);
            await ProcessGate.TellAsync(client, "one", "Anything", true, default);
            Assert.Equal(1, client.Tells);
        }

        [Fact]
        public async Task Where_one_that_runs_is_not_told_The_reason_is_thrown()
        {
            await using var client = new RacedClient(before: OrchestrationRuntimeStatus.Running, since: null);
            await Assert.ThrowsAsync<InvalidOperationException>(() => ProcessGate.TellAsync(client, "one", "Anything", true, default));
        }
    }

    /// <summary>Takes no start and no event, and shows the instance as it is before and since.</summary>
    private sealed class RacedClient(OrchestrationRuntimeStatus? before, OrchestrationRuntimeStatus? since) : UnaskedClient
    {
        public int Starts { get; private set; }

        public int Tells { get; private set; }

        public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            Task.FromResult((Starts == 0 ? before : since) is { } status ? new OrchestrationMetadata("Any", instanceId) { RuntimeStatus = status } : null);

        public override Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
        {
            Starts++;
            throw new InvalidOperationException("It is there, or the engine is not.");
        }

        public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
        {
            Tells++;
            throw new InvalidOperationException("It is not there, or the engine is not.");
        }
    }
}
