using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class Queries
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        [Fact]
        public async Task WithoutFilter_GiveAll()
        {
            await using var host = new EngineHost();
            var ids = new[]
            {
                await Purge.EndAsync(host, OrchestrationRuntimeStatus.Completed),
                await Purge.EndAsync(host, OrchestrationRuntimeStatus.Failed),
                await Purge.EndAsync(host, OrchestrationRuntimeStatus.Terminated),
            };

            var found = await ListAsync(host, null);

            Assert.Equal(ids.Order(), found.Select(instance => instance.InstanceId).Order());
        }

        [Theory]
        [InlineData(OrchestrationRuntimeStatus.Completed)]
        [InlineData(OrchestrationRuntimeStatus.Failed)]
        [InlineData(OrchestrationRuntimeStatus.Terminated)]
        public async Task ByOneStatus_GiveThoseOnly(OrchestrationRuntimeStatus status)
        {
            await using var host = new EngineHost();
            foreach (var each in new[] { OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated })
            {
                await Purge.EndAsync(host, each);
            }

            var found = await ListAsync(host, new OrchestrationQuery(Statuses: [status]));

            Assert.Equal([status], found.Select(instance => instance.RuntimeStatus));
        }

        [Fact]
        public async Task ByLiveStatuses_GiveRunningSuspendedAndPending()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
            await Purge.EndAsync(host, OrchestrationRuntimeStatus.Completed);
            await host.ScheduleAsync("Listen", null, "running");
            await host.ScheduleAsync("Listen", null, "suspended");
            await host.UntilStatusAsync("suspended", OrchestrationRuntimeStatus.Running);
            await host.Client.SuspendInstanceAsync("suspended");
            await host.ScheduleAsync("Listen", null, new StartOrchestrationOptions("pending", host.Clock.GetUtcNow() + Hour));
            await host.UntilStatusAsync("running", OrchestrationRuntimeStatus.Running);
            await host.UntilStatusAsync("suspended", OrchestrationRuntimeStatus.Suspended);

            var live = await ListAsync(host, new OrchestrationQuery(
                Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended, OrchestrationRuntimeStatus.Pending]));

            Assert.Equal(["pending", "running", "suspended"], live.Select(instance => instance.InstanceId).Order(StringComparer.Ordinal));
        }

        [Fact]
        public async Task ByTimeOfCreation_GiveTheRangeWithBothEnds()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>(null));
            var start = host.Clock.GetUtcNow();
            for (var hour = 0; hour < 5; hour++)
            {
                await host.RunAsync("Done", null, new StartOrchestrationOptions($"hour {hour}"));
                host.Clock.Advance(Hour);
            }

            var range = await ListAsync(host, new OrchestrationQuery(start + Hour, start + (3 * Hour)));
            var from = await ListAsync(host, new OrchestrationQuery(CreatedFrom: start + (4 * Hour)));
            var to = await ListAsync(host, new OrchestrationQuery(CreatedTo: start));

            Assert.Equal(["hour 1", "hour 2", "hour 3"], range.Select(instance => instance.InstanceId).Order(StringComparer.Ordinal));
            Assert.Equal(["hour 4"], from.Select(instance => instance.InstanceId));
            Assert.Equal(["hour 0"], to.Select(instance => instance.InstanceId));
        }

        [Fact]
        public async Task ByPrefix_GiveThoseOnly()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>(null));
            foreach (var id in new[] { "case-1", "case-12", "case-2", "other-1", "cas", "casf" })
            {
                await host.RunAsync("Done", null, new StartOrchestrationOptions(id));
            }

            Assert.Equal(["case-1", "case-12", "case-2"], await IdsAsync("case-"));
            Assert.Equal(["case-1", "case-12"], await IdsAsync("case-1"));
            Assert.Empty(await IdsAsync("nobody"));

            async Task<string[]> IdsAsync(string prefix) =>
                [.. (await ListAsync(host, new OrchestrationQuery(InstanceIdPrefix: prefix))).Select(instance => instance.InstanceId).Order(StringComparer.Ordinal)];
        }

        [Fact]
        public async Task InPages_GiveEachInstanceOnce()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>(null));
            await host.StartAsync();
            await Task.WhenAll(Enumerable.Range(0, 25).Select(number => host.RunAsync("Done", null, new StartOrchestrationOptions($"page {number:00}"))));

            var sizes = new List<int>();
            var ids = new List<string>();
            await foreach (var page in host.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 10)).AsPages())
            {
                sizes.Add(page.Values.Count);
                ids.AddRange(page.Values.Select(instance => instance.InstanceId));
            }

            Assert.All(sizes, size => Assert.InRange(size, 0, 10));
            Assert.Equal(Enumerable.Range(0, 25).Select(number => $"page {number:00}"), ids.Order(StringComparer.Ordinal));
        }

        [Fact]
        public async Task ContinuationToken_GoesOnWhereThePageEnded()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>(null));
            await host.StartAsync();
            await Task.WhenAll(Enumerable.Range(0, 7).Select(number => host.RunAsync("Done", null, new StartOrchestrationOptions($"page {number}"))));

            var ids = new List<string>();
            string? token = null;
            var pages = 0;
            do
            {
                await using var reader = host.Client.GetAllInstancesAsync(new OrchestrationQuery(PageSize: 3, ContinuationToken: token)).AsPages().GetAsyncEnumerator();
                Assert.True(await reader.MoveNextAsync());
                ids.AddRange(reader.Current.Values.Select(instance => instance.InstanceId));
                token = reader.Current.ContinuationToken;
                Assert.True(++pages < 10);
            }
            while (token is not null);

            Assert.Equal(Enumerable.Range(0, 7).Select(number => $"page {number}"), ids.Order(StringComparer.Ordinal));
        }

        [Fact]
        public async Task WithInputsAndOutputs_GiveThem()
        {
            await using var host = new EngineHost();
            await Purge.EndAsync(host, OrchestrationRuntimeStatus.Completed);

            var with = Assert.Single(await ListAsync(host, new OrchestrationQuery(FetchInputsAndOutputs: true)));
            var without = Assert.Single(await ListAsync(host, new OrchestrationQuery(FetchInputsAndOutputs: false)));

            Assert.Equal("input", with.ReadInputAs<string>());
            Assert.Equal("output", with.ReadOutputAs<string>());
            Assert.Throws<InvalidOperationException>(() => without.ReadOutputAs<string>());
        }

        [Fact]
        public async Task OneInstance_ThatIsNotThere_IsNull()
        {
            await using var host = new EngineHost();
            await host.StartAsync();

            Assert.Null(await host.Client.GetInstanceAsync("nobody", getInputsAndOutputs: true));
        }

        [Fact]
        public async Task OneInstance_GivesNameTimesAndFailure()
        {
            await using var host = new EngineHost();
            var created = host.Clock.GetUtcNow();
            var id = await Purge.EndAsync(host, OrchestrationRuntimeStatus.Failed);

            var instance = await host.Client.GetInstanceAsync(id);

            Assert.Equal("Failed", instance!.Name);
            Assert.Equal(created, instance.CreatedAt);
            Assert.Equal(created, instance.LastUpdatedAt);
            Assert.Equal("fell", instance.FailureDetails!.ErrorMessage);
            Assert.False(instance.IsRunning);
        }

        [Fact]
        public async Task IdsByTimeOfTheEnd_GiveTheEndedOnesOfTheRange()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
            var start = host.Clock.GetUtcNow();
            foreach (var id in new[] { "first", "second", "third", "running" })
            {
                await host.ScheduleAsync("Listen", null, id);
            }

            foreach (var id in new[] { "first", "second", "third" })
            {
                host.Clock.Advance(Hour);
                await host.Client.RaiseEventAsync(id, "Word", "heard");
                await host.CompletionAsync(id);
            }

            var page = await host.Client.ListInstanceIdsAsync([OrchestrationRuntimeStatus.Completed], start + (2 * Hour), start + (3 * Hour));

            Assert.Equal(["second", "third"], page.Values.Order(StringComparer.Ordinal));
            Assert.Null(page.ContinuationToken);
        }

        [Fact]
        public async Task IdsInPages_GiveEachOnce()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>(null));
            await host.StartAsync();
            await Task.WhenAll(Enumerable.Range(0, 7).Select(number => host.RunAsync("Done", null, new StartOrchestrationOptions($"id {number}"))));

            var ids = new List<string>();
            string? key = null;
            do
            {
                var page = await host.Client.ListInstanceIdsAsync(pageSize: 3, lastInstanceKey: key);
                ids.AddRange(page.Values);
                key = page.ContinuationToken;
                Assert.InRange(ids.Count, 0, 7);
            }
            while (key is not null);

            Assert.Equal(Enumerable.Range(0, 7).Select(number => $"id {number}"), ids.Order(StringComparer.Ordinal));
        }

        [Fact]
        public async Task AfterARestart_GiveTheSame()
        {
            await using var host = new EngineHost();
            var id = await Purge.EndAsync(host, OrchestrationRuntimeStatus.Completed);
            var before = await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true);

            await host.RestartAsync();
            var after = await host.Client.GetInstanceAsync(id, getInputsAndOutputs: true);

            Assert.Equal(before!.ToString(), after!.ToString());
            Assert.Equal(before.CreatedAt, after.CreatedAt);
            Assert.Equal(before.LastUpdatedAt, after.LastUpdatedAt);
        }

        [Fact]
        public async Task OtherTaskHubs_AreNotSeen()
        {
            await using var host = new EngineHost();
            await using var other = new EngineHost();
            await Purge.EndAsync(host, OrchestrationRuntimeStatus.Completed);
            await other.StartAsync();

            Assert.Empty(await ListAsync(other, null));
        }

        internal static async Task<List<OrchestrationMetadata>> ListAsync(EngineHost host, OrchestrationQuery? query)
        {
            var found = new List<OrchestrationMetadata>();
            await foreach (var instance in host.Client.GetAllInstancesAsync(query))
            {
                found.Add(instance);
            }

            return found;
        }
    }
}
