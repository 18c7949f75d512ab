using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public sealed class CrateBrokenException(string message, Exception? inner = null) : Exception(message, inner);

public static partial class EngineRules
{
    public sealed class Failures
    {
        [Fact]
        public async Task OfAnActivity_ArriveWithTypeMessageAndInner()
        {
            await using var host = new EngineHost();
            host.Activity("Break", _ => throw new CrateBrokenException("outer", new InvalidOperationException("middle", new TimeoutException("inner"))));
            host.Orchestration("Catch", async ctx =>
            {
                var failure = await FailureOfAsync(ctx.CallActivityAsync("Break"));
                var details = failure.FailureDetails;
                Assert.Equal("Break", failure.TaskName);
                Assert.Equal("Task 'Break' (#0) failed with an unhandled exception: outer", failure.Message);
                Assert.True(details.IsCausedBy<CrateBrokenException>());
                Assert.True(details.IsCausedBy<Exception>());
                Assert.False(details.IsCausedBy<TimeoutException>());
                return string.Join('|', Chain(details));
            });

            Assert.Equal(
                $"{typeof(CrateBrokenException).FullName}: outer|System.InvalidOperationException: middle|System.TimeoutException: inner",
                await host.OutputAsync<string>("Catch"));
        }

        // TaskId counts what the orchestrator has asked for, from zero.
        [Fact]
        public async Task OfASecondTask_TellItsNumber()
        {
            await using var host = new EngineHost();
            host.Activity("Fine", _ => null);
            host.Activity("Break", _ => throw new InvalidOperationException("broken"));
            host.Orchestration("Catch", async ctx =>
            {
                await ctx.CallActivityAsync("Fine");
                var failure = await FailureOfAsync(ctx.CallActivityAsync("Break"));
                return failure.TaskId;
            });

            Assert.Equal(1, await host.OutputAsync<int>("Catch"));
        }

        // test/Grpc.IntegrationTests/OrchestrationErrorHandling.cs, UnhandledActivityException.
        [Fact]
        public async Task OfAnActivityNotCaught_FailTheInstanceWithTheWholeChain()
        {
            await using var host = new EngineHost();
            host.Activity("Break", _ => throw new InvalidOperationException("broken", new CrateBrokenException("inside")));
            host.Orchestration("Fall", async ctx =>
            {
                await ctx.CallActivityAsync("Break");
                return null;
            });

            var instance = await host.RunAsync("Fall");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal(
                [
                    $"{typeof(TaskFailedException).FullName}: Task 'Break' (#0) failed with an unhandled exception: broken",
                    "System.InvalidOperationException: broken",
                    $"{typeof(CrateBrokenException).FullName}: inside",
                ],
                Chain(instance.FailureDetails));
        }

        [Fact]
        public async Task OfTheOrchestrator_FailTheInstanceWithItsException()
        {
            await using var host = new EngineHost();
            host.Activity("Fine", _ => null);
            host.Orchestration("Fall", async ctx =>
            {
                await ctx.CallActivityAsync("Fine");
                throw new CrateBrokenException("outer", new TimeoutException("inner"));
            });

            var instance = await host.RunAsync("Fall");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal([$"{typeof(CrateBrokenException).FullName}: outer", "System.TimeoutException: inner"], Chain(instance.FailureDetails));
            Assert.True(instance.FailureDetails!.IsCausedBy<CrateBrokenException>());
            Assert.Contains(nameof(Failures), instance.FailureDetails.StackTrace, StringComparison.Ordinal);
            Assert.Null(instance.ReadOutputAs<object>());
        }

        [Fact]
        public async Task OfTheOrchestratorBeforeItsFirstAwait_FailTheInstance()
        {
            await using var host = new EngineHost();
            host.Orchestration("Fall", _ => throw new CrateBrokenException("at once"));

            var instance = await host.RunAsync("Fall");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal("at once", instance.FailureDetails!.ErrorMessage);
        }

        [Fact]
        public async Task CaughtAndCompensated_TheInstanceCompletes()
        {
            await using var host = new EngineHost();
            var undone = 0;
            host.Activity("Break", _ => throw new InvalidOperationException("broken"));
            host.Activity("Undo", _ => ++undone);
            host.Orchestration("Saga", async ctx =>
            {
                try
                {
                    await ctx.CallActivityAsync("Break");
                    return "done";
                }
                catch (TaskFailedException)
                {
                    await ctx.CallActivityAsync("Undo");
                    return "undone";
                }
            });

            Assert.Equal("undone", await host.OutputAsync<string>("Saga"));
            Assert.Equal(1, undone);
        }

        [Fact]
        public async Task Finally_RunsItsActivityAndTheFailureStands()
        {
            await using var host = new EngineHost();
            var released = 0;
            host.Activity("Break", _ => throw new InvalidOperationException("broken"));
            host.Activity("Release", _ => ++released);
            host.Orchestration("Hold", async ctx =>
            {
                try
                {
                    await ctx.CallActivityAsync("Break");
                    return null;
                }
                finally
                {
                    await ctx.CallActivityAsync("Release");
                }
            });

            var instance = await host.RunAsync("Hold");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal("broken", instance.FailureDetails!.InnerFailure!.ErrorMessage);
            Assert.Equal(1, released);
        }

        [Fact]
        public async Task OfOneInstance_DoNotTouchAnother()
        {
            await using var host = new EngineHost();
            host.Orchestration("Fall", _ => throw new CrateBrokenException("alone"));
            host.Orchestration("Stand", async ctx => await ctx.WaitForExternalEvent<string>("Go"));

            var standing = await host.ScheduleAsync("Stand");
            await host.RunAsync("Fall");
            await host.Client.RaiseEventAsync(standing, "Go", "still here");

            Assert.Equal("still here", await host.OutputOfAsync<string>(standing));
            Assert.False(host.Engine.Faulted.IsCompleted);
        }

        // A text property of a table holds 32 Ki characters; a chain of long messages is longer, and control characters take six each in JSON.
        [Fact]
        public async Task WithALongChain_AreStoredAndDoNotStopTheEngine()
        {
            await using var host = new EngineHost();
            host.Orchestration("Down", async ctx =>
            {
                var depth = ctx.GetInput<int>();
                return depth == 0
                    ? throw Enumerable.Range(0, 20).Aggregate(default(Exception), (inner, level) => new CrateBrokenException(new string((char)level, 20_000), inner))!
                    : await ctx.CallSubOrchestratorAsync<object?>("Down", depth - 1);
            });

            var instance = await host.RunAsync("Down", 4);

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal(typeof(TaskFailedException).FullName, instance.FailureDetails!.ErrorType);
            Assert.False(host.Engine.Faulted.IsCompleted);
        }

        [Fact]
        public async Task InputThatDoesNotFit_FailsTheInstance()
        {
            await using var host = new EngineHost();
            host.Orchestration("Read", ctx => Task.FromResult<object?>(ctx.GetInput<int>()));

            var instance = await host.RunAsync("Read", "not a number");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        }

        [Fact]
        public async Task OutputThatCannotBeWritten_FailsTheInstance()
        {
            await using var host = new EngineHost();
            host.Orchestration("Loop", _ =>
            {
                var knot = new List<object>();
                knot.Add(knot);
                return Task.FromResult<object?>(knot);
            });

            var instance = await host.RunAsync("Loop");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
        }

        [Fact]
        public async Task ResultOfAnActivityThatCannotBeWritten_FailsTheTask()
        {
            await using var host = new EngineHost();
            host.Activity("Loop", _ =>
            {
                var knot = new List<object>();
                knot.Add(knot);
                return knot;
            });
            host.Orchestration("Call", async ctx =>
            {
                await ctx.CallActivityAsync("Loop");
                return null;
            });

            var instance = await host.RunAsync("Call");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal(typeof(TaskFailedException).FullName, instance.FailureDetails!.ErrorType);
        }

        // In an orchestrator nothing may be awaited but what its context gives and plain async methods, so not xunit's ThrowsAsync.
        internal static async Task<TaskFailedException> FailureOfAsync(Task task)
        {
            try
            {
                await task;
            }
            catch (TaskFailedException failure)
            {
                return failure;
            }

            throw new InvalidOperationException("The task did not fail.");
        }

        internal static IEnumerable<string> Chain(TaskFailureDetails? details)
        {
            for (; details is not null; details = details.InnerFailure)
            {
                yield return details.ToString();
            }
        }
    }

    public sealed class UnknownNames
    {
        // src/Worker/Grpc/GrpcDurableTaskWorker.Processor.cs: "No orchestrator task named".
        [Fact]
        public async Task Orchestration_FailsTheInstanceAndNamesIt()
        {
            await using var host = new EngineHost();

            var instance = await host.RunAsync("NobodyKnowsMe");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal("OrchestratorTaskNotFound", instance.FailureDetails!.ErrorType);
            Assert.Contains("NobodyKnowsMe", instance.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Activity_FailsTheTaskAndNamesIt()
        {
            await using var host = new EngineHost();
            host.Orchestration("Call", async ctx =>
            {
                var failure = await Failures.FailureOfAsync(ctx.CallActivityAsync("NobodyKnowsMe"));
                return failure.FailureDetails.ToString();
            });

            var text = await host.OutputAsync<string>("Call");

            Assert.StartsWith("ActivityTaskNotFound", text, StringComparison.Ordinal);
            Assert.Contains("NobodyKnowsMe", text, StringComparison.Ordinal);
        }

        [Fact]
        public async Task SubOrchestration_FailsTheTaskAndNamesIt()
        {
            await using var host = new EngineHost();
            host.Orchestration("Call", async ctx =>
            {
                var failure = await Failures.FailureOfAsync(ctx.CallSubOrchestratorAsync("NobodyKnowsMe"));
                return failure.FailureDetails.ErrorMessage;
            });

            Assert.Contains("NobodyKnowsMe", await host.OutputAsync<string>("Call"), StringComparison.Ordinal);
        }
    }
}
