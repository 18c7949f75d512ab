using Durable.Tests.Harness;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class CustomStatus
    {
        [Fact]
        public async Task IsVisibleWhileTheStepsActivityStillRuns()
        {
            await using var host = new EngineHost();
            var release = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            host.AsyncActivity("Slow", async _ =>
            {
                await release.Task;
                return null;
            });
            host.Orchestration("Report", async ctx =>
            {
                ctx.SetCustomStatus(new Parcel("half way", [50]));
                await ctx.CallActivityAsync("Slow");
                return null;
            });

            var id = await host.ScheduleAsync("Report");
            var instance = await host.UntilAsync(id, seen => seen.SerializedCustomStatus is not null);
            release.SetResult();
            await host.CompletionAsync(id);

            Assert.Equal(OrchestrationRuntimeStatus.Running, instance.RuntimeStatus);
            Assert.Equal([50], instance.ReadCustomStatusAs<Parcel>()!.Weights);
        }

        [Fact]
        public async Task LastOneOfAStep_Counts()
        {
            await using var host = new EngineHost();
            host.Orchestration("Report", async ctx =>
            {
                ctx.SetCustomStatus("one");
                ctx.SetCustomStatus("two");
                await ctx.WaitForExternalEvent<object>("Go");
                return null;
            });

            var id = await host.ScheduleAsync("Report");
            var instance = await host.UntilAsync(id, seen => seen.SerializedCustomStatus is not null);

            Assert.Equal("two", instance.ReadCustomStatusAs<string>());
        }

        [Fact]
        public async Task SetToNothing_IsCleared()
        {
            await using var host = new EngineHost();
            host.Orchestration("Report", async ctx =>
            {
                ctx.SetCustomStatus("something");
                await ctx.WaitForExternalEvent<object>("Go");
                ctx.SetCustomStatus(null);
                await ctx.WaitForExternalEvent<object>("End");
                return null;
            });

            var id = await host.ScheduleAsync("Report");
            await host.UntilAtAsync(id, "something");
            await host.Client.RaiseEventAsync(id, "Go");
            var instance = await host.UntilAsync(id, seen => seen.SerializedCustomStatus is null);

            Assert.Equal(OrchestrationRuntimeStatus.Running, instance.RuntimeStatus);
        }

        [Fact]
        public async Task StaysWhenTheInstanceHasEnded()
        {
            await using var host = new EngineHost();
            host.Orchestration("Report", ctx =>
            {
                ctx.SetCustomStatus("last words");
                return Task.FromResult<object?>(null);
            });

            Assert.Equal("last words", (await host.RunAsync("Report")).ReadCustomStatusAs<string>());
        }

        [Fact]
        public async Task StaysWhenTheInstanceHasFailed()
        {
            await using var host = new EngineHost();
            host.Orchestration("Report", ctx =>
            {
                ctx.SetCustomStatus("last words");
                throw new InvalidOperationException("fell");
            });

            var instance = await host.RunAsync("Report");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal("last words", instance.ReadCustomStatusAs<string>());
        }

        [Fact]
        public async Task NotAskedFor_IsNotGiven()
        {
            await using var host = new EngineHost();
            host.Orchestration("Report", ctx =>
            {
                ctx.SetCustomStatus("words");
                return Task.FromResult<object?>("output");
            });
            var id = (await host.RunAsync("Report", "input")).InstanceId;

            var instance = await host.Client.GetInstanceAsync(id, getInputsAndOutputs: false);

            Assert.Throws<InvalidOperationException>(() => instance!.ReadInputAs<string>());
            Assert.Throws<InvalidOperationException>(() => instance!.ReadOutputAs<string>());
            Assert.Throws<InvalidOperationException>(() => instance!.ReadCustomStatusAs<string>());
        }
    }
}
