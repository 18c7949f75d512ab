using Durable.Tests.Harness;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class Events
    {
        private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

        [Fact]
        public async Task RaisedBeforeTheyAreAwaited_AreKeptInOrder()
        {
            await using var host = new EngineHost();
            host.Orchestration("Collect", async ctx =>
            {
                ctx.SetCustomStatus("busy");
                await ctx.WaitForExternalEvent<object>("Begin");
                var seen = new List<int>();
                for (var count = 0; count < 5; count++)
                {
                    seen.Add(await ctx.WaitForExternalEvent<int>("Number"));
                }

                return seen;
            });

            var id = await host.ScheduleAsync("Collect");
            await host.UntilAtAsync(id, "busy");
            foreach (var number in Enumerable.Range(1, 5))
            {
                await host.Client.RaiseEventAsync(id, "Number", number);
            }

            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Begin");

            Assert.Equal([1, 2, 3, 4, 5], await host.OutputOfAsync<List<int>>(id));
        }

        [Fact]
        public async Task RaisedBeforeTheFirstStep_AreKept()
        {
            await using var host = new EngineHost();
            host.Orchestration("Collect", async ctx => await ctx.WaitForExternalEvent<string>("Word"));

            var id = await host.ScheduleAsync("Collect", null, new Microsoft.DurableTask.StartOrchestrationOptions("later", host.Clock.GetUtcNow() + Hour));
            await host.Client.RaiseEventAsync(id, "Word", "early");
            await host.AdvanceAsync(Hour);

            Assert.Equal("early", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task OfTwoNames_AreEachKeptInTheirOwnOrder()
        {
            await using var host = new EngineHost();
            host.Orchestration("Collect", async ctx =>
            {
                await ctx.WaitForExternalEvent<object>("Begin");
                var seen = new List<string>();
                foreach (var name in new[] { "B", "A", "A", "B" })
                {
                    seen.Add(name + await ctx.WaitForExternalEvent<int>(name));
                }

                return seen;
            });

            var id = await host.ScheduleAsync("Collect");
            foreach (var (name, number) in new[] { ("A", 1), ("B", 1), ("A", 2), ("B", 2) })
            {
                await host.Client.RaiseEventAsync(id, name, number);
            }

            await host.Client.RaiseEventAsync(id, "Begin");

            Assert.Equal(["B1", "A1", "A2", "B2"], await host.OutputOfAsync<string[]>(id));
        }

        // Waiters of one name are a stack, the newest is served first: test/Grpc.IntegrationTests/ExternalEventStackTests.cs.
        [Fact]
        public async Task WithThreeWaiters_GoToTheNewestFirst()
        {
            await using var host = new EngineHost();
            host.Orchestration("Stack", async ctx =>
            {
                var waiters = Enumerable.Range(0, 3).Select(_ => ctx.WaitForExternalEvent<string>("Event")).ToArray();
                ctx.SetCustomStatus("waiting");
                return await Task.WhenAll(waiters);
            });

            var id = await host.ScheduleAsync("Stack");
            await host.UntilAtAsync(id, "waiting");
            foreach (var payload in new[] { "first", "second", "third" })
            {
                await host.Client.RaiseEventAsync(id, "Event", payload);
            }

            Assert.Equal(["third", "second", "first"], await host.OutputOfAsync<string[]>(id));
        }

        [Fact]
        public async Task CancelledWaiterBelowANewOne_DoesNotTakeTheEvent()
        {
            await using var host = new EngineHost();
            host.Orchestration("Stack", async ctx =>
            {
                using var cancellation = new CancellationTokenSource();
                var abandoned = ctx.WaitForExternalEvent<string>("Event", cancellation.Token);
                cancellation.Cancel();
                var wanted = ctx.WaitForExternalEvent<string>("Event");
                ctx.SetCustomStatus("waiting");
                return $"{await wanted} {abandoned.IsCanceled}";
            });

            var id = await host.ScheduleAsync("Stack");
            await host.UntilAtAsync(id, "waiting");
            await host.Client.RaiseEventAsync(id, "Event", "taken");

            Assert.Equal("taken True", await host.OutputOfAsync<string>(id));
        }

        // Event names are case-insensitive: DurableTaskClient.RaiseEventAsync, and the comparers of TaskOrchestrationContextWrapper.
        [Theory]
        [InlineData("approval")]
        [InlineData("APPROVAL")]
        public async Task Name_IsFoundInAnyCase(string raised)
        {
            await using var host = new EngineHost();
            host.Orchestration("Wait", async ctx =>
            {
                var first = await ctx.WaitForExternalEvent<int>("Approval");
                ctx.SetCustomStatus("one");
                await ctx.WaitForExternalEvent<object>("Go");
                return first + await ctx.WaitForExternalEvent<int>("aPPROVAL");
            });

            var id = await host.ScheduleAsync("Wait");
            await host.Client.RaiseEventAsync(id, raised, 1);
            await host.UntilAtAsync(id, "one");
            await host.Client.RaiseEventAsync(id, raised, 2);
            await host.Client.RaiseEventAsync(id, "go");

            Assert.Equal(3, await host.OutputOfAsync<int>(id));
        }

        [Fact]
        public async Task Payload_KeepsItsType()
        {
            await using var host = new EngineHost();
            host.Orchestration("Wait", async ctx =>
            {
                var parcel = await ctx.WaitForExternalEvent<Parcel>("Parcel");
                var count = await ctx.WaitForExternalEvent<int?>("Count");
                var nothing = await ctx.WaitForExternalEvent<string?>("Nothing");
                return new Parcel(parcel.Name, [.. parcel.Weights, count!.Value], nothing is null ? null : parcel);
            });

            var id = await host.ScheduleAsync("Wait");
            await host.Client.RaiseEventAsync(id, "Parcel", new Parcel("box", [1, 2]));
            await host.Client.RaiseEventAsync(id, "Count", 3);
            await host.Client.RaiseEventAsync(id, "Nothing");
            var parcel = await host.OutputOfAsync<Parcel>(id);

            Assert.Equal("box", parcel.Name);
            Assert.Equal([1, 2, 3], parcel.Weights);
            Assert.Null(parcel.Inside);
        }

        [Fact]
        public async Task SameNameAwaitedWithTwoTypes_IsRefused()
        {
            await using var host = new EngineHost();
            host.Orchestration("Mix", async ctx =>
            {
                _ = ctx.WaitForExternalEvent<int>("Event");
                return await ctx.WaitForExternalEvent<string>("Event");
            });

            var instance = await host.RunAsync("Mix");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.Equal(typeof(ArgumentException).FullName, instance.FailureDetails!.ErrorType);
            Assert.Contains(nameof(Int32), instance.FailureDetails.ErrorMessage, StringComparison.Ordinal);
            Assert.Contains(nameof(String), instance.FailureDetails.ErrorMessage, StringComparison.Ordinal);
        }

        [Fact]
        public async Task PayloadThatDoesNotFit_FailsTheInstance()
        {
            await using var host = new EngineHost();
            host.Orchestration("Wait", async ctx => await ctx.WaitForExternalEvent<int>("Number"));

            var id = await host.ScheduleAsync("Wait");
            await host.Client.RaiseEventAsync(id, "Number", "not a number");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, (await host.CompletionAsync(id)).RuntimeStatus);
        }

        [Fact]
        public async Task WithATimeout_TheEventWinsAndTheTimerIsGone()
        {
            await using var host = new EngineHost();
            host.Orchestration("Wait", async ctx =>
            {
                ctx.SetCustomStatus("waiting");
                return await ctx.WaitForExternalEvent<string>("Event", Hour);
            });

            var id = await host.ScheduleAsync("Wait");
            await host.UntilAtAsync(id, "waiting");
            await host.Client.RaiseEventAsync(id, "Event", "in time");

            Assert.Equal("in time", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task WithATimeout_TheTimeoutWinsAndThrows()
        {
            await using var host = new EngineHost();
            host.Orchestration("Wait", async ctx =>
            {
                try
                {
                    return await ctx.WaitForExternalEvent<string>("Event", Hour);
                }
                catch (OperationCanceledException)
                {
                    return "too late";
                }
            });

            var id = await host.ScheduleAsync("Wait");
            await host.AdvanceAsync(Hour);

            Assert.Equal("too late", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task AwaitedAgainAfterATimeout_AreHeard()
        {
            await using var host = new EngineHost();
            host.Orchestration("Remind", async ctx =>
            {
                for (var reminders = 0; ; reminders++)
                {
                    try
                    {
                        ctx.SetCustomStatus($"waiting {reminders}");
                        return $"{await ctx.WaitForExternalEvent<string>("Answer", Hour)} after {reminders}";
                    }
                    catch (OperationCanceledException)
                    {
                        ctx.SetCustomStatus("reminding");
                    }
                }
            });

            var id = await host.ScheduleAsync("Remind");
            await host.UntilAtAsync(id, "waiting 0");
            await host.AdvanceAsync(Hour);
            await host.UntilAtAsync(id, "waiting 1");
            await host.AdvanceAsync(Hour);
            await host.UntilAtAsync(id, "waiting 2");
            await host.Client.RaiseEventAsync(id, "Answer", "yes");

            Assert.Equal("yes after 2", await host.OutputOfAsync<string>(id));
        }

        // RaiseEventAsync promises to keep an event for an orchestrator that has cancelled its wait. (The mirrored worker hands the first one to the
        // abandoned waiter all the same, so product code does not leave a name unawaited after a time-out.)
        [Fact]
        public async Task AfterATimeoutWithNobodyWaiting_AreKept()
        {
            await using var host = new EngineHost();
            host.Orchestration("Wait", async ctx =>
            {
                using var cancellation = new CancellationTokenSource();
                _ = ctx.WaitForExternalEvent<string>("Event", cancellation.Token);
                cancellation.Cancel();
                ctx.SetCustomStatus("abandoned");
                await ctx.WaitForExternalEvent<object>("Go");
                return await ctx.WaitForExternalEvent<string>("Event");
            });

            var id = await host.ScheduleAsync("Wait");
            await host.UntilAtAsync(id, "abandoned");
            await host.Client.RaiseEventAsync(id, "Event", "kept");
            await host.Client.RaiseEventAsync(id, "Event", "next");
            await host.Client.RaiseEventAsync(id, "Go");

            Assert.Equal("kept", await host.OutputOfAsync<string>(id));
        }

        // RaiseEventAsync: "silently discarded".
        [Fact]
        public async Task ForAnInstanceThatIsNotThere_AreDropped()
        {
            await using var host = new EngineHost();
            host.Orchestration("Wait", async ctx => await ctx.WaitForExternalEvent<string>("Event"));
            await host.StartAsync();

            await host.Client.RaiseEventAsync("nobody", "Event", "lost");
            var id = await host.ScheduleAsync("Wait", null, "nobody");
            await host.Client.RaiseEventAsync(id, "Event", "heard");

            Assert.Equal("heard", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task ForAnInstanceThatHasEnded_AreDropped()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", ctx => Task.FromResult<object?>("result"));

            var before = await host.RunAsync("Done");
            await host.Client.RaiseEventAsync(before.InstanceId, "Event", "lost");
            var after = await host.CompletionAsync(before.InstanceId);

            Assert.Equal(before.LastUpdatedAt, after.LastUpdatedAt);
            Assert.Equal("result", EngineHost.Output<string>(after));
        }

        [Fact]
        public async Task WithoutIdOrName_AreRefused()
        {
            await using var host = new EngineHost();
            await host.StartAsync();

            await Assert.ThrowsAnyAsync<ArgumentException>(() => host.Client.RaiseEventAsync(string.Empty, "Event"));
            await Assert.ThrowsAnyAsync<ArgumentException>(() => host.Client.RaiseEventAsync("id", string.Empty));
        }

        [Fact]
        public async Task AHundredInARow_AllArriveOnceAndInOrder()
        {
            await using var host = new EngineHost();
            host.Orchestration("Collect", async ctx =>
            {
                var seen = new List<int>();
                while (seen.Count < 100)
                {
                    seen.Add(await ctx.WaitForExternalEvent<int>("Number"));
                }

                return seen;
            });

            var id = await host.ScheduleAsync("Collect");
            foreach (var number in Enumerable.Range(0, 100))
            {
                await host.Client.RaiseEventAsync(id, "Number", number);
            }

            Assert.Equal(Enumerable.Range(0, 100), await host.OutputOfAsync<int[]>(id));
        }
    }
}
