using Durable.Tests.Harness;
using Local.Durable;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class Versions
    {
        [Fact]
        public async Task OfTheStart_IsTheInstances()
        {
            await using var host = VersionHost();

            Assert.Equal("1.5", EngineHost.Output<string>(await host.RunAsync("Tell", null, new StartOrchestrationOptions { Version = "1.5" })));
        }

        [Fact]
        public async Task WithoutOne_TheDefaultIsTheInstances()
        {
            await using var host = VersionHost("2.0");

            Assert.Equal("2.0", await host.OutputAsync<string>("Tell"));
        }

        [Fact]
        public async Task WithoutAny_ItIsEmpty()
        {
            await using var host = VersionHost();

            Assert.Equal(string.Empty, await host.OutputAsync<string>("Tell"));
        }

        // An empty version that was asked for is one: GrpcDurableTaskClient.ScheduleNewOrchestrationInstanceAsync.
        [Fact]
        public async Task Unversioned_GoesBeforeTheDefault()
        {
            await using var host = VersionHost("2.0");

            Assert.Equal(string.Empty, EngineHost.Output<string>(await host.RunAsync("Tell", null, new StartOrchestrationOptions { Version = TaskVersion.Unversioned })));
        }

        // TaskOrchestrationContextWrapper.CallSubOrchestratorAsync: the engine's default, not the parent's version.
        [Fact]
        public async Task OfASubOrchestration_IsTheDefaultAndNotTheParents()
        {
            await using var host = VersionHost("2.0");
            host.Orchestration("Parent", async ctx => $"{ctx.Version} {await ctx.CallSubOrchestratorAsync<string>("Tell")}");

            Assert.Equal("1.5 2.0", EngineHost.Output<string>(await host.RunAsync("Parent", null, new StartOrchestrationOptions { Version = "1.5" })));
        }

        [Fact]
        public async Task OfASubOrchestration_IsTheOneAskedFor()
        {
            await using var host = VersionHost("2.0");
            host.Orchestration("Parent", async ctx => await ctx.CallSubOrchestratorAsync<string>("Tell", new SubOrchestrationOptions { Version = "1.1" }));

            Assert.Equal("1.1", await host.OutputAsync<string>("Parent"));
        }

        [Fact]
        public async Task CompareVersionTo_KnowsNumbersFromText()
        {
            await using var host = new EngineHost();
            host.Orchestration("Compare", ctx => Task.FromResult<object?>(new[] { "1.9", "1.10", "1.11", "" }.Select(other => Math.Sign(ctx.CompareVersionTo(other)))));

            Assert.Equal([1, 0, -1, 1], EngineHost.Output<List<int>>(await host.RunAsync("Compare", null, new StartOrchestrationOptions { Version = "1.10" })));
        }

        [Theory]
        [InlineData(VersionMatchStrategy.Strict, "1.0")]
        [InlineData(VersionMatchStrategy.Strict, "3.0")]
        [InlineData(VersionMatchStrategy.CurrentOrOlder, "3.0")]
        public async Task ThatDoesNotMatch_FailsTheInstanceWhenFailing(VersionMatchStrategy strategy, string version)
        {
            await using var host = VersionHost("2.0", strategy, VersionFailureStrategy.Fail);

            var instance = await host.RunAsync("Tell", null, new StartOrchestrationOptions { Version = version });

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal("VersionMismatch", instance.FailureDetails!.ErrorType);
            Assert.Contains($"'{version}'", instance.FailureDetails.ErrorMessage, StringComparison.Ordinal);
            Assert.Contains("'2.0'", instance.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        }

        [Theory]
        [InlineData(VersionMatchStrategy.Strict, "2.0")]
        [InlineData(VersionMatchStrategy.CurrentOrOlder, "2.0")]
        [InlineData(VersionMatchStrategy.CurrentOrOlder, "1.0")]
        [InlineData(VersionMatchStrategy.None, "3.0")]
        public async Task ThatMatches_Runs(VersionMatchStrategy strategy, string version)
        {
            await using var host = VersionHost("2.0", strategy, VersionFailureStrategy.Fail);

            Assert.Equal(version, EngineHost.Output<string>(await host.RunAsync("Tell", null, new StartOrchestrationOptions { Version = version })));
        }

        [Fact]
        public async Task ThatDoesNotMatch_WaitsForAnEngineThatDoesWhenRejecting()
        {
            await using var host = VersionHost("2.0", VersionMatchStrategy.CurrentOrOlder, VersionFailureStrategy.Reject);
            host.Orchestration("Listen", async ctx => $"{ctx.Version} {await ctx.WaitForExternalEvent<string>("Word")}");

            var id = await host.ScheduleAsync("Listen", null, new StartOrchestrationOptions { Version = "3.0" });
            await host.Client.RaiseEventAsync(id, "Word", "patience");
            await host.RunAsync("Tell");
            var pending = await host.Client.GetInstanceAsync(id);
            host.Configure = options => options.DefaultVersion = "3.0";
            await host.RestartAsync();

            Assert.Equal(OrchestrationRuntimeStatus.Pending, pending!.RuntimeStatus);
            Assert.Equal("3.0 patience", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task OlderEngine_LeavesARunningInstanceOfANewerOneAlone()
        {
            await using var host = VersionHost("3.0", VersionMatchStrategy.CurrentOrOlder, VersionFailureStrategy.Reject);
            host.Orchestration("Listen", async ctx => $"{ctx.Version} {await ctx.WaitForExternalEvent<string>("Word")}");

            var id = await host.ScheduleAsync("Listen");
            await host.UntilStatusAsync(id, OrchestrationRuntimeStatus.Running);
            host.Configure = options => options.DefaultVersion = "2.0";
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Word", "kept");
            await host.RunAsync("Tell");
            var meanwhile = await host.Client.GetInstanceAsync(id);
            host.Configure = options => options.DefaultVersion = "3.0";
            await host.RestartAsync();

            Assert.Equal(OrchestrationRuntimeStatus.Running, meanwhile!.RuntimeStatus);
            Assert.Equal("3.0 kept", await host.OutputOfAsync<string>(id));
        }

        private static EngineHost VersionHost(
            string? version = null,
            VersionMatchStrategy match = VersionMatchStrategy.CurrentOrOlder,
            VersionFailureStrategy failure = VersionFailureStrategy.Reject)
        {
            var host = new EngineHost
            {
                Configure = options =>
                {
                    options.DefaultVersion = version;
                    options.VersionMatchStrategy = match;
                    options.VersionFailureStrategy = failure;
                },
            };
            host.Orchestration("Tell", ctx => Task.FromResult<object?>(ctx.Version));
            return host;
        }
    }
}
