using System.Diagnostics;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Durable.Tests.Crasher;
using Durable.Tests.Harness;
using Local.Durable;

namespace Durable.Tests.Ownership;

/// <summary>One store has one engine: the second is refused with a sentence, the first stops when it loses its hold, the dead one is followed at once.</summary>
public static class OwnershipTests
{
    /// <summary>A lease lasts 15 to 60 seconds; nobody has to wait for it to run out.</summary>
    private static readonly TimeSpan BeforeALeaseEnds = TimeSpan.FromSeconds(14);

    public sealed class SecondEngine
    {
        [Fact]
        public async Task WhileTheFirstLives_IsRefusedWithASentenceThatNamesIt()
        {
            await using var host = Listener();
            await host.StartAsync();

            var refused = await Assert.ThrowsAsync<DurableEngineException>(() => StartSecondAsync(host));

            Assert.Contains(host.TaskHub, refused.Message, StringComparison.Ordinal);
            Assert.Contains($"{Environment.ProcessId}", refused.Message, StringComparison.Ordinal);
            Assert.EndsWith(".", refused.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Refused_TheFirstGoesOnUndisturbed()
        {
            await using var host = Listener();
            var id = await host.ScheduleAsync("Listen");

            await Assert.ThrowsAsync<DurableEngineException>(() => StartSecondAsync(host));
            await host.Client.RaiseEventAsync(id, "Word", "heard");

            Assert.Equal("heard", await host.OutputOfAsync<string>(id));
            Assert.False(host.Engine.Faulted.IsCompleted);
        }

        [Fact]
        public async Task AfterTheFirstHasStopped_StartsAtOnce()
        {
            await using var host = Listener();
            var id = await host.ScheduleAsync("Listen");
            await host.StopAsync();
            var watch = Stopwatch.StartNew();

            await host.StartAsync();

            Assert.InRange(watch.Elapsed, TimeSpan.Zero, BeforeALeaseEnds);
            await host.Client.RaiseEventAsync(id, "Word", "heard");
            Assert.Equal("heard", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task AfterTheFirstHasDied_StartsAtOnce()
        {
            await using var host = Listener();
            var id = await host.ScheduleAsync("Listen");
            var watch = Stopwatch.StartNew();

            await host.CrashAsync();

            Assert.InRange(watch.Elapsed, TimeSpan.Zero, BeforeALeaseEnds);
            await host.Client.RaiseEventAsync(id, "Word", "heard");
            Assert.Equal("heard", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task IsToldWhoHolds_AndAsksWhetherItLives()
        {
            await using var host = Listener();
            await host.StartAsync();
            var asked = new List<int>();
            host.Configure += options => options.IsHolderAlive = holder =>
            {
                asked.Add(holder.ProcessId);
                return true;
            };

            await Assert.ThrowsAsync<DurableEngineException>(() => StartSecondAsync(host));

            Assert.Equal([Environment.ProcessId], asked.Distinct());
        }

        [Fact]
        public async Task OnAnotherTaskHub_IsNobodysSecond()
        {
            await using var host = Listener();
            await using var other = Listener();

            await host.StartAsync();
            await other.StartAsync();

            Assert.NotEqual(host.TaskHub, other.TaskHub);
        }

        private static async Task StartSecondAsync(EngineHost host)
        {
            using var probe = new StorageProbe();
            await using var second = await host.BuildAsync(probe);
            using var limit = new CancellationTokenSource(EngineHost.Limit);
            await second.StartAsync(limit.Token);
            await second.StopAsync(limit.Token);
        }
    }

    public sealed class FirstEngine
    {
        [Fact]
        public async Task WhoseLeaseWasTaken_FaultsWithASentence()
        {
            await using var host = Listener();
            await host.ScheduleAsync("Listen");
            var first = host.Engine;

            await BreakLeaseAsync(host);

            var fault = Assert.IsType<DurableEngineException>(await first.Faulted.WaitAsync(EngineHost.Limit));
            Assert.Contains(host.TaskHub, fault.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task WhoseLeaseWasTaken_TakesNoMoreWork()
        {
            await using var host = Listener();
            var id = await host.ScheduleAsync("Listen");
            var first = host.Engine;

            await BreakLeaseAsync(host);
            await first.Faulted.WaitAsync(EngineHost.Limit);

            await Assert.ThrowsAnyAsync<Exception>(() => first.Client.RaiseEventAsync(id, "Word", "unheard"));
            await Assert.ThrowsAnyAsync<Exception>(() => first.Client.ScheduleNewOrchestrationInstanceAsync("Listen"));
        }

        /// <summary>Between a takeover and its next renewal the first does not know; the store's version of each record keeps it from undoing anything.</summary>
        [Fact]
        public async Task ThatDoesNotKnowYet_CannotOverwriteItsSuccessor()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => new[] { await ctx.WaitForExternalEvent<string>("Word"), await ctx.WaitForExternalEvent<string>("Word") });
            var id = await host.ScheduleAsync("Listen");
            await host.UntilStatusAsync(id, Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Running);
            var first = host.Engine;
            host.Configure = options => options.IsHolderAlive = static _ => false;

            using var probe = new StorageProbe();
            await using var second = await host.BuildAsync(probe);
            using var limit = new CancellationTokenSource(EngineHost.Limit);
            await second.StartAsync(limit.Token);
            await second.Client.RaiseEventAsync(id, "Word", "one", limit.Token);
            await Assert.ThrowsAnyAsync<Exception>(() => first.Client.RaiseEventAsync(id, "Word", "late", limit.Token));
            await second.Client.RaiseEventAsync(id, "Word", "two", limit.Token);
            var instance = await second.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, limit.Token);

            Assert.Equal("[\"one\",\"two\"]", instance.SerializedOutput);
            Assert.IsType<DurableEngineException>(await first.Faulted.WaitAsync(EngineHost.Limit));
            Assert.False(second.Faulted.IsCompleted);
        }

        /// <summary>The first is believed dead but lives: whatever it answers must be true, and its successor's work must stand.</summary>
        [Fact]
        public async Task ThatIsBelievedDead_LosesNothingItHasAcknowledged()
        {
            await using var host = Listener();
            var id = await host.ScheduleAsync("Listen");
            await host.UntilStatusAsync(id, Microsoft.DurableTask.Client.OrchestrationRuntimeStatus.Running);
            var first = host.Engine;
            host.Configure += options => options.IsHolderAlive = static _ => false;

            using var probe = new StorageProbe();
            await using var second = await host.BuildAsync(probe);
            using var limit = new CancellationTokenSource(EngineHost.Limit);
            await second.StartAsync(limit.Token);
            var acknowledged = await AcknowledgesAsync(first, id, limit.Token);
            if (!acknowledged)
            {
                await second.Client.RaiseEventAsync(id, "Word", "through the second", limit.Token);
            }

            // The first may have brought it to its end itself, of which the second is not told.
            using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(5));
            var instance = await second.Client.GetInstanceAsync(id, getInputsAndOutputs: true, limit.Token);
            while (!instance!.IsCompleted && await pause.WaitForNextTickAsync(limit.Token))
            {
                instance = await second.Client.GetInstanceAsync(id, getInputsAndOutputs: true, limit.Token);
            }

            // Without an answer the word may have been written or not, as with any request whose answer is lost; with one, it was.
            string[] allowed = acknowledged ? ["\"through the first\""] : ["\"through the first\"", "\"through the second\""];
            Assert.Contains(instance.SerializedOutput, allowed);
            await first.Faulted.WaitAsync(EngineHost.Limit);
            await second.StopAsync(limit.Token);
        }

        private static async Task<bool> AcknowledgesAsync(DurableEngine engine, string id, CancellationToken cancellation)
        {
            try
            {
                await engine.Client.RaiseEventAsync(id, "Word", "through the first", cancellation);
                return true;
            }
            catch (Exception refused) when (refused is not OperationCanceledException)
            {
                return false;
            }
        }
    }

    private static EngineHost Listener()
    {
        var host = new EngineHost { Configure = options => options.LeaseRenewal = TimeSpan.FromMilliseconds(50) };
        host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
        return host;
    }

    /// <summary>Takes the lease away as an operator would: broken, and taken by somebody else.</summary>
    private static async Task BreakLeaseAsync(EngineHost host)
    {
        var azurite = await SharedAzurite.GetAsync();
        var service = new BlobServiceClient(azurite.ConnectionString);
        var taken = 0;
        var blobs = service.GetBlobContainerClient(DurableEngine.ContainerName(host.TaskHub));
        await foreach (var blob in blobs.GetBlobsAsync())
        {
            if (blob.Properties.LeaseState == LeaseState.Leased)
            {
                var lease = blobs.GetBlobClient(blob.Name).GetBlobLeaseClient();
                await lease.BreakAsync(TimeSpan.Zero);
                await lease.AcquireAsync(TimeSpan.FromSeconds(60));
                taken++;
            }
        }

        Assert.Equal(1, taken);
    }
}
