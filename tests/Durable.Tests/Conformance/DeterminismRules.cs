using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    /// <summary>Code that was changed under a running instance: the instance fails and its failure names the first difference.</summary>
    public sealed class Determinism
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        [Fact]
        public Task CallRemoved_IsNamed() => ChangedAsync(
            async ctx => await ctx.CallActivityAsync("Reserve"),
            _ => Task.CompletedTask,
            "Reserve");

        [Fact]
        public Task ActivityRenamed_IsNamed() => ChangedAsync(
            async ctx => await ctx.CallActivityAsync("Reserve"),
            async ctx => await ctx.CallActivityAsync("Charge"),
            "Reserve",
            "Charge");

        [Fact]
        public Task OrderSwapped_IsNamed() => ChangedAsync(
            async ctx =>
            {
                await ctx.CallActivityAsync("Reserve");
                await ctx.CallActivityAsync("Charge");
            },
            async ctx =>
            {
                await ctx.CallActivityAsync("Charge");
                await ctx.CallActivityAsync("Reserve");
            },
            "Reserve",
            "Charge");

        [Fact]
        public Task CallAddedBefore_IsNamed() => ChangedAsync(
            async ctx => await ctx.CallActivityAsync("Reserve"),
            async ctx =>
            {
                await ctx.CallActivityAsync("Charge");
                await ctx.CallActivityAsync("Reserve");
            },
            "Reserve",
            "Charge");

        [Fact]
        public Task TimerInThePlaceOfAnActivity_IsNamed() => ChangedAsync(
            async ctx => await ctx.CallActivityAsync("Reserve"),
            async ctx => await ctx.CreateTimer(Hour, CancellationToken.None),
            "Reserve",
            "timer");

        [Fact]
        public Task SubOrchestrationInThePlaceOfAnActivity_IsNamed() => ChangedAsync(
            async ctx => await ctx.CallActivityAsync("Reserve"),
            async ctx => await ctx.CallSubOrchestratorAsync("Child"),
            "Reserve",
            "Child");

        [Fact]
        public Task SubOrchestrationRenamed_IsNamed() => ChangedAsync(
            async ctx => await ctx.CallSubOrchestratorAsync("Child"),
            async ctx => await ctx.CallSubOrchestratorAsync("Reserve"),
            "Child",
            "Reserve");

        [Fact]
        public Task MessageToAnotherInstance_IsNamed() => ChangedAsync(
            ctx =>
            {
                ctx.SendEvent("somebody", "Hello", "payload");
                return Task.CompletedTask;
            },
            async ctx => await ctx.CallActivityAsync("Reserve"),
            "Hello",
            "Reserve");

        [Fact]
        public async Task CallAddedAfterEverything_IsNoDifference()
        {
            await using var host = Host();
            Define(host, async ctx => await ctx.CallActivityAsync("Reserve"));
            var id = await StandingAsync(host);

            host.Orchestration("Order", async ctx =>
            {
                await ctx.CallActivityAsync("Reserve");
                ctx.SetCustomStatus("standing");
                await ctx.WaitForExternalEvent<object>("Go");
                await ctx.CallActivityAsync("Charge");
                return "went on";
            });
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Go");

            Assert.Equal("went on", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task OtherInput_IsNoDifference()
        {
            await using var host = Host();
            Define(host, async ctx => await ctx.CallActivityAsync("Reserve", "old input"));
            var id = await StandingAsync(host);

            Define(host, async ctx => await ctx.CallActivityAsync("Reserve", "new input"));
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Go");

            Assert.Equal("ended", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task OneInstanceThatDiffers_DoesNotStopTheEngine()
        {
            await using var host = Host();
            Define(host, async ctx => await ctx.CallActivityAsync("Reserve"));
            var id = await StandingAsync(host);
            Define(host, async ctx => await ctx.CallActivityAsync("Charge"));

            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Go");
            Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.CompletionAsync(id)).RuntimeStatus);
            var next = await StandingAsync(host);
            await host.Client.RaiseEventAsync(next, "Go");

            Assert.Equal("ended", await host.OutputOfAsync<string>(next));
        }

        private static async Task ChangedAsync(
            Func<TaskOrchestrationContext, Task> before, Func<TaskOrchestrationContext, Task> after, params string[] named)
        {
            await using var host = Host();
            Define(host, before);
            var id = await StandingAsync(host);

            Define(host, after);
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Go");
            var instance = await host.CompletionAsync(id);

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.EndsWith("NonDeterministicOrchestrationException", instance.FailureDetails!.ErrorType, StringComparison.Ordinal);
            Assert.All(named, name => Assert.Contains(name, instance.FailureDetails.ErrorMessage, StringComparison.OrdinalIgnoreCase));
        }

        private static EngineHost Host()
        {
            var host = new EngineHost();
            host.Activity("Reserve", _ => null);
            host.Activity("Charge", _ => null);
            host.Orchestration("Child", _ => Task.FromResult<object?>(null));
            return host;
        }

        private static void Define(EngineHost host, Func<TaskOrchestrationContext, Task> begin) =>
            host.Orchestration("Order", async ctx =>
            {
                await begin(ctx);
                ctx.SetCustomStatus("standing");
                await ctx.WaitForExternalEvent<object>("Go");
                return "ended";
            });

        private static async Task<string> StandingAsync(EngineHost host)
        {
            var id = await host.ScheduleAsync("Order");
            await host.UntilAtAsync(id, "standing");
            return id;
        }
    }
}
