using Collaborations.Collaborating.Process;
using Collaborations.Identifiers;
using Collaborations.Tests.Processes;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Collaborations.Tests.Collaborating;

/// <summary>An email that is asked for when the process's thirty days are over.</summary>
public sealed class WakingTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    private static readonly CollaborationInput Input = new(PracticeId.From(Guid.CreateVersion7()), CollaborationId.From(Guid.CreateVersion7()));

    [Fact]
    public async Task In_its_last_turn_It_is_waited_for_and_begun_anew()
    {
        await using var client = new EndingClient(app.Clock.GetUtcNow() - TimeSpan.FromDays(30), looksBeforeEnd: 2);
        await WakeAsync(client);
        Assert.Equal(1, client.Starts);
    }

    [Fact]
    public async Task While_it_runs_It_is_left_to_it()
    {
        await using var client = new EndingClient(app.Clock.GetUtcNow() - TimeSpan.FromDays(29), looksBeforeEnd: 1);
        await WakeAsync(client);
        Assert.Equal((0, 1), (client.Starts, client.Looks));
    }

    private Task WakeAsync(EndingClient client) => app.Services.GetRequiredService<CollaborationSignals>().WakeAsync(client, Input, default);

    /// <summary>Shows an instance that runs when it is looked at so often, and has ended then.</summary>
    private sealed class EndingClient(DateTimeOffset began, int looksBeforeEnd) : UnaskedClient
    {
        public int Looks { get; private set; }

        public int Starts { get; private set; }

        public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
        {
            var status = Looks++ < looksBeforeEnd ? OrchestrationRuntimeStatus.Running : OrchestrationRuntimeStatus.Completed;
            return Task.FromResult<OrchestrationMetadata?>(new OrchestrationMetadata("Any", instanceId) { RuntimeStatus = status, CreatedAt = began });
        }

        public override Task<string> ScheduleNewOrchestrationInstanceAsync(
            TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
        {
            Starts++;
            return Task.FromResult("one");
        }
    }
}
