using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class SubOrchestrations
    {
        [Fact]
        public async Task Result_ComesBackToTheParent()
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", ctx => Task.FromResult<object?>(new Parcel(ctx.GetInput<string>()!, [1])));
            host.Orchestration("Parent", async ctx => (await ctx.CallSubOrchestratorAsync<Parcel>("Child", "box")).Name);

            Assert.Equal("box", await host.OutputAsync<string>("Parent"));
        }

        [Fact]
        public async Task Failure_ComesBackWithItsChain()
        {
            await using var host = new EngineHost();
            host.Activity("Break", _ => throw new CrateBrokenException("broken"));
            host.Orchestration("Child", async ctx =>
            {
                await ctx.CallActivityAsync("Break");
                return null;
            });
            host.Orchestration("Parent", async ctx =>
            {
                await ctx.CallSubOrchestratorAsync("Child");
                return null;
            });

            var instance = await host.RunAsync("Parent");

            // test/Grpc.IntegrationTests/OrchestrationErrorHandling.cs, InnerExceptionDetailsArePreserved: one level for each orchestration.
            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal(
                [
                    $"{typeof(TaskFailedException).FullName}: Task 'Child' (#0) failed with an unhandled exception: Task 'Break' (#0) failed with an unhandled exception: broken",
                    $"{typeof(TaskFailedException).FullName}: Task 'Break' (#0) failed with an unhandled exception: broken",
                    $"{typeof(CrateBrokenException).FullName}: broken",
                ],
                Failures.Chain(instance.FailureDetails));
        }

        [Fact]
        public async Task OwnId_IsUsed()
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", ctx => Task.FromResult<object?>(ctx.InstanceId));
            host.Orchestration("Parent", async ctx => await ctx.CallSubOrchestratorAsync<string>("Child", new TaskOptions().WithInstanceId("my child")));

            Assert.Equal("my child", await host.OutputAsync<string>("Parent"));
            Assert.Equal("Child", (await host.Client.GetInstanceAsync("my child"))!.Name);
        }

        [Fact]
        public async Task WithoutAnId_EachGetsItsOwn()
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", ctx => Task.FromResult<object?>(ctx.InstanceId));
            host.Orchestration("Parent", async ctx => await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => ctx.CallSubOrchestratorAsync<string>("Child"))));

            var ids = await host.OutputAsync<string[]>("Parent");

            Assert.Equal(10, ids.Distinct().Count());
        }

        [Fact]
        public async Task Nested_FiveDeep()
        {
            await using var host = new EngineHost();
            host.Orchestration("Down", async ctx =>
            {
                var depth = ctx.GetInput<int>();
                return depth == 0 ? 0 : 1 + await ctx.CallSubOrchestratorAsync<int>("Down", depth - 1);
            });

            Assert.Equal(5, await host.OutputAsync<int>("Down", 5));
        }

        [Fact]
        public async Task FiftyAtOnce_AllComplete()
        {
            await using var host = new EngineHost();
            host.Activity("Square", call => call.GetInput<int>() * call.GetInput<int>());
            host.Orchestration("Child", async ctx => await ctx.CallActivityAsync<int>("Square", ctx.GetInput<int>()));
            host.Orchestration("Parent", async ctx => (await Task.WhenAll(Enumerable.Range(1, 50).Select(n => ctx.CallSubOrchestratorAsync<int>("Child", n)))).Sum());

            Assert.Equal(Enumerable.Range(1, 50).Sum(n => n * n), await host.OutputAsync<int>("Parent"));
        }

        [Fact]
        public async Task EventsOfTheChild_DoNotReachTheParent()
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
            host.Orchestration("Parent", async ctx => $"{await ctx.CallSubOrchestratorAsync<string>("Child", new SubOrchestrationOptions(instanceId: "child"))} {await ctx.WaitForExternalEvent<string>("Word")}");

            var parent = await host.ScheduleAsync("Parent");
            await host.UntilStatusAsync("child", OrchestrationRuntimeStatus.Running);
            await host.Client.RaiseEventAsync("child", "Word", "inner");
            await host.Client.RaiseEventAsync(parent, "Word", "outer");

            Assert.Equal("inner outer", await host.OutputOfAsync<string>(parent));
        }

        [Fact]
        public async Task ChildThatContinuesAsNew_AnswersTheParentAtItsEnd()
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", ctx =>
            {
                var generation = ctx.GetInput<int>();
                if (generation < 5)
                {
                    ctx.ContinueAsNew(generation + 1);
                }

                return Task.FromResult<object?>($"generation {generation} of {ctx.Parent?.InstanceId}");
            });
            host.Orchestration("Parent", async ctx => await ctx.CallSubOrchestratorAsync<string>("Child", 1));

            var id = await host.ScheduleAsync("Parent", null, "parent");

            Assert.Equal("generation 5 of parent", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task ChildTerminated_FailsTheTaskOfTheParent()
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", async ctx => await ctx.WaitForExternalEvent<string>("Never"));
            host.Orchestration("Parent", async ctx =>
            {
                try
                {
                    return await ctx.CallSubOrchestratorAsync<string>("Child", new SubOrchestrationOptions(instanceId: "child"));
                }
                catch (TaskFailedException failure)
                {
                    return $"lost {failure.TaskName}";
                }
            });

            var parent = await host.ScheduleAsync("Parent");
            await host.UntilStatusAsync("child", OrchestrationRuntimeStatus.Running);
            await host.Client.TerminateInstanceAsync("child");

            Assert.Equal("lost Child", await host.OutputOfAsync<string>(parent));
        }

        [Fact]
        public async Task ParentEndsFirst_TheChildGoesOnAfterATermination()
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
            host.Orchestration("Parent", async ctx => await ctx.CallSubOrchestratorAsync<string>("Child", new SubOrchestrationOptions(instanceId: "child")));

            var parent = await host.ScheduleAsync("Parent");
            await host.UntilStatusAsync("child", OrchestrationRuntimeStatus.Running);
            await host.Client.TerminateInstanceAsync(parent);
            Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await host.CompletionAsync(parent)).RuntimeStatus);
            await host.Client.RaiseEventAsync("child", "Word", "alive");

            Assert.Equal("alive", await host.OutputOfAsync<string>("child"));
        }

        [Fact]
        public async Task IdOfARunningInstance_FailsTheTaskAndLeavesThatInstance()
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
            host.Orchestration("Parent", async ctx =>
            {
                var failure = await Failures.FailureOfAsync(ctx.CallSubOrchestratorAsync<string>("Child", new SubOrchestrationOptions(instanceId: "taken")));
                return failure.FailureDetails.ErrorMessage;
            });
            await host.ScheduleAsync("Child", null, "taken");
            await host.UntilStatusAsync("taken", OrchestrationRuntimeStatus.Running);

            Assert.Contains("taken", await host.OutputAsync<string>("Parent"), StringComparison.Ordinal);
            await host.Client.RaiseEventAsync("taken", "Word", "alive");
            Assert.Equal("alive", await host.OutputOfAsync<string>("taken"));
        }

        [Fact]
        public async Task IdOfAnEndedInstance_IsUsedAgain()
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", ctx => Task.FromResult<object?>(ctx.GetInput<int>()));
            host.Orchestration("Parent", async ctx => await ctx.CallSubOrchestratorAsync<int>("Child", 2, new SubOrchestrationOptions(instanceId: "used")));

            await host.RunAsync("Child", 1, new StartOrchestrationOptions("used"));

            Assert.Equal(2, await host.OutputAsync<int>("Parent"));
        }

        [Fact]
        public async Task Cut_WhileTheChildRuns_TheParentStillHearsIt()
        {
            await using var host = new EngineHost();
            host.Orchestration("Child", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
            host.Orchestration("Parent", async ctx => await ctx.CallSubOrchestratorAsync<string>("Child", new SubOrchestrationOptions(instanceId: "child")));

            var parent = await host.ScheduleAsync("Parent");
            await host.UntilStatusAsync("child", OrchestrationRuntimeStatus.Running);
            await host.CrashAsync();
            await host.Client.RaiseEventAsync("child", "Word", "heard");

            Assert.Equal("heard", await host.OutputOfAsync<string>(parent));
        }
    }

    public sealed class Messages
    {
        [Fact]
        public async Task SendEvent_ReachesAnotherInstance()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<Parcel>("Parcel"));
            host.Orchestration("Send", ctx =>
            {
                ctx.SendEvent("listener", "Parcel", new Parcel("box", [7]));
                return Task.FromResult<object?>("sent");
            });

            await host.ScheduleAsync("Listen", null, "listener");
            Assert.Equal("sent", await host.OutputAsync<string>("Send"));

            var heard = await host.OutputOfAsync<Parcel>("listener");

            Assert.Equal([7], heard.Weights);
        }

        [Fact]
        public async Task SendEvent_KeepsTheOrderOfOneSender()
        {
            await using var host = new EngineHost();
            host.Activity("Nothing", _ => null);
            host.Orchestration("Listen", async ctx =>
            {
                var seen = new List<int>();
                while (seen.Count < 20)
                {
                    seen.Add(await ctx.WaitForExternalEvent<int>("Number"));
                }

                return seen;
            });
            host.Orchestration("Send", async ctx =>
            {
                for (var number = 0; number < 20; number++)
                {
                    ctx.SendEvent("listener", "Number", number);
                    if (number % 5 == 4)
                    {
                        await ctx.CallActivityAsync("Nothing");
                    }
                }

                return null;
            });

            await host.ScheduleAsync("Listen", null, "listener");
            await host.ScheduleAsync("Send");

            Assert.Equal(Enumerable.Range(0, 20), await host.OutputOfAsync<int[]>("listener"));
        }

        [Fact]
        public async Task SendEvent_ToNobody_IsDroppedAndTheSenderGoesOn()
        {
            await using var host = new EngineHost();
            host.Activity("Nothing", _ => null);
            host.Orchestration("Send", async ctx =>
            {
                ctx.SendEvent("nobody", "Word", "lost");
                await ctx.CallActivityAsync("Nothing");
                return "went on";
            });

            Assert.Equal("went on", await host.OutputAsync<string>("Send"));
        }

        [Fact]
        public async Task SendEvent_ToOneself_IsHeard()
        {
            await using var host = new EngineHost();
            host.Orchestration("Talk", async ctx =>
            {
                ctx.SendEvent(ctx.InstanceId, "Word", "echo");
                return await ctx.WaitForExternalEvent<string>("Word");
            });

            Assert.Equal("echo", await host.OutputAsync<string>("Talk"));
        }

        [Fact]
        public async Task SendEvent_IsNotSentAgainInAReplay()
        {
            await using var host = new EngineHost();
            host.Orchestration("Listen", async ctx =>
            {
                var words = new List<string> { await ctx.WaitForExternalEvent<string>("Word") };
                ctx.SetCustomStatus("heard");
                words.Add(await ctx.WaitForExternalEvent<string>("Word"));
                return words;
            });
            host.Orchestration("Send", async ctx =>
            {
                ctx.SendEvent("listener", "Word", "first");
                await ctx.WaitForExternalEvent<object>("Go");
                ctx.SendEvent("listener", "Word", "second");
                return null;
            });

            await host.ScheduleAsync("Listen", null, "listener");
            var sender = await host.ScheduleAsync("Send");
            await host.UntilAtAsync("listener", "heard");
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(sender, "Go");

            Assert.Equal(["first", "second"], await host.OutputOfAsync<string[]>("listener"));
        }

        [Fact]
        public async Task TwoInstances_TalkBackAndForth()
        {
            await using var host = new EngineHost();
            host.Orchestration("Player", async ctx =>
            {
                var other = ctx.GetInput<string>()!;
                if (ctx.InstanceId == "ping")
                {
                    ctx.SendEvent(other, "Ball", 1);
                }

                int ball;
                do
                {
                    ball = await ctx.WaitForExternalEvent<int>("Ball");
                    ctx.SendEvent(other, "Ball", ball + 1);
                }
                while (ball < 20);
                return ball;
            });

            await host.ScheduleAsync("Player", "ping", "pong");
            await host.ScheduleAsync("Player", "pong", "ping");

            Assert.Equal(41, await host.OutputOfAsync<int>("ping") + await host.OutputOfAsync<int>("pong"));
        }
    }
}
