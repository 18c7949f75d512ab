using System.Collections.Concurrent;
using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class Retries
    {
        private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

        [Fact]
        public async Task BackOff_GrowsByItsCoefficientUpToItsMaximum()
        {
            await using var host = new EngineHost();
            var attempts = Attempts(host, failures: 6);
            var policy = new RetryPolicy(10, Minute, backoffCoefficient: 2, maxRetryInterval: 5 * Minute);

            var id = await ScheduleCallAsync(host, TaskOptions.FromRetryPolicy(policy));
            foreach (var minutes in new[] { 1, 2, 4, 5, 5, 5 })
            {
                await host.AdvanceAsync(minutes * Minute);
            }

            Assert.Equal("attempt 7", await host.OutputOfAsync<string>(id));
            Assert.Equal([1, 2, 4, 5, 5, 5], attempts.Zip(attempts.Skip(1), (before, after) => (after - before).TotalMinutes));
        }

        [Fact]
        public async Task WithoutCoefficient_TheIntervalStays()
        {
            await using var host = new EngineHost();
            var attempts = Attempts(host, failures: 3);

            var id = await ScheduleCallAsync(host, TaskOptions.FromRetryPolicy(new RetryPolicy(4, Minute)));
            for (var retry = 0; retry < 3; retry++)
            {
                await host.AdvanceAsync(Minute);
            }

            Assert.Equal("attempt 4", await host.OutputOfAsync<string>(id));
            Assert.Equal([1, 1, 1], attempts.Zip(attempts.Skip(1), (before, after) => (after - before).TotalMinutes));
        }

        // No timer follows the last attempt: the failure is thrown at once.
        [Fact]
        public async Task AttemptsUsedUp_ThrowsTheLastFailureAtOnce()
        {
            await using var host = new EngineHost();
            var attempts = Attempts(host, failures: int.MaxValue);

            var id = await ScheduleCallAsync(host, TaskOptions.FromRetryPolicy(new RetryPolicy(3, Minute)));
            await host.AdvanceAsync(Minute);
            await host.AdvanceAsync(Minute);
            var instance = await host.CompletionAsync(id);

            Assert.Equal(3, attempts.Count);
            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal("attempt 3", instance.FailureDetails!.InnerFailure!.ErrorMessage);
        }

        [Fact]
        public async Task OneAttempt_IsNoRetry()
        {
            await using var host = new EngineHost();
            var attempts = Attempts(host, failures: int.MaxValue);

            var instance = await host.CompletionAsync(await ScheduleCallAsync(host, TaskOptions.FromRetryPolicy(new RetryPolicy(1, Minute))));

            Assert.Single(attempts);
            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        }

        // RetryInterceptor asks for a further attempt only while now is before the first attempt plus the time-out.
        [Fact]
        public async Task Timeout_EndsTheRetries()
        {
            await using var host = new EngineHost();
            var attempts = Attempts(host, failures: int.MaxValue);
            var policy = new RetryPolicy(100, Minute, retryTimeout: 2 * Minute);

            var id = await ScheduleCallAsync(host, TaskOptions.FromRetryPolicy(policy));
            await host.AdvanceAsync(Minute);
            await host.AdvanceAsync(Minute);
            var instance = await host.CompletionAsync(id);

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal(3, attempts.Count);
        }

        [Fact]
        public async Task HandleFailure_EndsTheRetriesForWhatItRefuses()
        {
            await using var host = new EngineHost();
            var attempts = 0;
            host.Activity("Work", _ => throw (++attempts == 1 ? new TimeoutException("passing") : new InvalidOperationException("lasting")));
            var policy = new RetryPolicy(5, Minute) { HandleFailure = failure => failure.IsCausedBy<TimeoutException>() };

            var id = await ScheduleCallAsync(host, TaskOptions.FromRetryPolicy(policy));
            await host.AdvanceAsync(Minute);
            var instance = await host.CompletionAsync(id);

            Assert.Equal(2, attempts);
            Assert.Equal("lasting", instance.FailureDetails!.InnerFailure!.ErrorMessage);
        }

        // RetryInterceptor: what goes wrong while the pause is reckoned never takes the place of the failure itself.
        [Fact]
        public async Task HandleFailureThatThrows_EndsWithTheFailure()
        {
            await using var host = new EngineHost();
            var attempts = Attempts(host, failures: int.MaxValue);
            var policy = new RetryPolicy(5, Minute) { HandleFailure = _ => throw new NotSupportedException("a fault in the rule") };

            var instance = await host.CompletionAsync(await ScheduleCallAsync(host, TaskOptions.FromRetryPolicy(policy)));

            Assert.Single(attempts);
            Assert.Equal("attempt 1", instance.FailureDetails!.InnerFailure!.ErrorMessage);
        }

        [Fact]
        public async Task Handler_IsAskedWithAttemptFailureAndTime()
        {
            await using var host = new EngineHost();
            Attempts(host, failures: 3);
            var asked = new List<string>();
            var options = TaskOptions.FromRetryHandler(async context =>
            {
                await context.OrchestrationContext.CreateTimer(context.LastAttemptNumber * Minute, context.CancellationToken);
                if (!context.OrchestrationContext.IsReplaying)
                {
                    asked.Add($"{context.LastAttemptNumber} {context.LastFailure.ErrorMessage} {context.TotalRetryTime.TotalMinutes}");
                }

                return true;
            });

            var id = await ScheduleCallAsync(host, options);
            foreach (var minutes in new[] { 1, 2, 3 })
            {
                await host.AdvanceAsync(minutes * Minute);
            }

            Assert.Equal("attempt 4", await host.OutputOfAsync<string>(id));
            Assert.Equal(["1 attempt 1 0", "2 attempt 2 1", "3 attempt 3 3"], asked);
        }

        [Fact]
        public async Task HandlerThatRefuses_EndsWithTheFailure()
        {
            await using var host = new EngineHost();
            var attempts = Attempts(host, failures: int.MaxValue);

            var id = await ScheduleCallAsync(host, TaskOptions.FromRetryHandler(context => context.LastAttemptNumber < 2));
            var instance = await host.CompletionAsync(id);

            Assert.Equal(2, attempts.Count);
            Assert.Equal("attempt 2", instance.FailureDetails!.InnerFailure!.ErrorMessage);
        }

        [Fact]
        public async Task SubOrchestration_IsRetriedUnderThePolicy()
        {
            await using var host = new EngineHost();
            var attempts = new ConcurrentQueue<DateTime>();
            host.Orchestration("Child", ctx =>
            {
                attempts.Enqueue(ctx.CurrentUtcDateTime);
                return attempts.Count < 3 ? throw new InvalidOperationException($"attempt {attempts.Count}") : Task.FromResult<object?>("well");
            });
            host.Orchestration("Parent", async ctx => await ctx.CallSubOrchestratorAsync<string>("Child", TaskOptions.FromRetryPolicy(new RetryPolicy(5, Minute))));

            var id = await host.ScheduleAsync("Parent");
            await host.AdvanceAsync(Minute);
            await host.AdvanceAsync(Minute);

            Assert.Equal("well", await host.OutputOfAsync<string>(id));
            Assert.Equal(3, attempts.Count);
        }

        // The same id is asked for in each attempt (TaskOrchestrationContextWrapper.CallSubOrchestratorAsync fixes it before the retries).
        [Fact]
        public async Task SubOrchestrationWithItsOwnId_IsRetriedUnderThatId()
        {
            await using var host = new EngineHost();
            var ids = new ConcurrentQueue<string>();
            host.Orchestration("Child", ctx =>
            {
                ids.Enqueue(ctx.InstanceId);
                return ids.Count < 3 ? throw new InvalidOperationException("again") : Task.FromResult<object?>("well");
            });
            var options = new SubOrchestrationOptions(new RetryPolicy(5, Minute), "child of its own");
            host.Orchestration("Parent", async ctx => await ctx.CallSubOrchestratorAsync<string>("Child", options));

            var id = await host.ScheduleAsync("Parent");
            await host.AdvanceAsync(Minute);
            await host.AdvanceAsync(Minute);

            Assert.Equal("well", await host.OutputOfAsync<string>(id));
            Assert.Equal(["child of its own", "child of its own", "child of its own"], ids);
        }

        // test/Grpc.IntegrationTests/OrchestrationErrorHandling.cs, TaskNotFoundErrorsAreNotRetried.
        [Theory]
        [InlineData(true)]
        [InlineData(false)]
        public async Task UnknownName_IsNotRetried(bool activity)
        {
            await using var host = new EngineHost();
            var asked = 0;
            var options = TaskOptions.FromRetryHandler(_ => ++asked > 0);
            host.Orchestration("Parent", async ctx =>
            {
                await (activity ? ctx.CallActivityAsync("Bogus", null, options) : ctx.CallSubOrchestratorAsync("Bogus", null, options));
                return null;
            });

            var instance = await host.RunAsync("Parent");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal(0, asked);
        }

        [Fact]
        public async Task RetryTimer_SurvivesACut()
        {
            await using var host = new EngineHost();
            var attempts = Attempts(host, failures: 1);

            var id = await ScheduleCallAsync(host, TaskOptions.FromRetryPolicy(new RetryPolicy(2, Minute)));
            await host.Clock.TimerDueByAsync(host.Clock.GetUtcNow() + Minute).WaitAsync(EngineHost.Limit);
            await host.CrashAsync();
            await host.AdvanceAsync(Minute);

            Assert.Equal("attempt 2", await host.OutputOfAsync<string>(id));
            Assert.Equal(2, attempts.Count);
        }

        private static ConcurrentQueue<DateTimeOffset> Attempts(EngineHost host, int failures)
        {
            var attempts = new ConcurrentQueue<DateTimeOffset>();
            host.Activity("Work", _ =>
            {
                attempts.Enqueue(host.Clock.GetUtcNow());
                var text = $"attempt {attempts.Count}";
                return attempts.Count <= failures ? throw new InvalidOperationException(text) : text;
            });
            return attempts;
        }

        private static Task<string> ScheduleCallAsync(EngineHost host, TaskOptions options)
        {
            host.Orchestration("Call", async ctx => await ctx.CallActivityAsync<string>("Work", options));
            return host.ScheduleAsync("Call");
        }
    }
}
