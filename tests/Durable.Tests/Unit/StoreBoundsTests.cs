using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Unit;

/// <summary>What a table cannot hold must neither stop the engine nor leave anyone waiting.</summary>
public static class StoreBoundsTests
{
    [Trait("Size", "Small")]
    public sealed class SubOrchestration
    {
        [Fact]
        public async Task ThatTheStoreDoesNotTake_FailsTheCall()
        {
            await using var host = new EngineHost();
            host.Orchestration("Parent", async ctx =>
            {
                var failed = await Assert.ThrowsAsync<TaskFailedException>(() => ctx.CallSubOrchestratorAsync(new string('n', 40_000)));
                return failed.FailureDetails.ErrorType;
            });

            Assert.Equal(typeof(Azure.RequestFailedException).FullName, await host.OutputAsync<string>("Parent"));
            Assert.False(host.Engine.Faulted.IsCompleted);
        }
    }

    [Trait("Size", "Small")]
    public sealed class Times
    {
        [Fact]
        public async Task TimerBeforeAllTime_FiresAtOnce()
        {
            await using var host = new EngineHost();
            host.Orchestration("Early", async ctx =>
            {
                await ctx.CreateTimer(DateTime.SpecifyKind(DateTime.MinValue, DateTimeKind.Utc), CancellationToken.None);
                return "fired";
            });

            Assert.Equal("fired", await host.OutputAsync<string>("Early"));
        }

        [Fact]
        public async Task StartAndBoundsBeforeAllTime_AreNow()
        {
            await using var host = new EngineHost();
            host.Orchestration("Echo", ctx => Task.FromResult<object?>(ctx.GetInput<int>()));

            var id = await host.ScheduleAsync("Echo", 7, new StartOrchestrationOptions(StartAt: DateTimeOffset.MinValue));

            Assert.Equal(7, await host.OutputOfAsync<int>(id));
            var query = new OrchestrationQuery(CreatedFrom: DateTimeOffset.MinValue, CreatedTo: DateTimeOffset.MaxValue);
            var found = new List<string>();
            await foreach (var instance in host.Client.GetAllInstancesAsync(query))
            {
                found.Add(instance.InstanceId);
            }

            Assert.Equal([id], found);
        }
    }
}
