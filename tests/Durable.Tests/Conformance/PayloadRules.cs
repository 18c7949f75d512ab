using Durable.Tests.Harness;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Durable.Tests.Conformance;

public static partial class EngineRules
{
    public sealed class Payloads
    {
        private const int Megabyte = 1024 * 1024;

        [Fact]
        public async Task OfAMegabyte_PassEverywhere()
        {
            await using var host = new EngineHost();
            host.Activity("Echo", call => call.GetInput<string>());
            host.Orchestration("Child", ctx => Task.FromResult<object?>(ctx.GetInput<string>()));
            host.Orchestration("Pass", async ctx =>
            {
                var text = await ctx.CallActivityAsync<string>("Echo", ctx.GetInput<string>());
                text = await ctx.CallSubOrchestratorAsync<string>("Child", text);
                ctx.SetCustomStatus("waiting");
                return text + await ctx.WaitForExternalEvent<string>("More");
            });
            var large = Text(Megabyte);

            var id = await host.ScheduleAsync("Pass", large);
            await host.UntilAtAsync(id, "waiting");
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "More", large);
            var instance = await host.CompletionAsync(id);

            Assert.Equal(large, instance.ReadInputAs<string>());
            Assert.True(large + large == instance.ReadOutputAs<string>(), "The output is not the input twice.");
        }

        // 64 KiB is the limit of a string property of a table, in UTF-16: https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
        [Theory]
        [InlineData(32 * 1024)]
        [InlineData((64 * 1024) - 2)]
        [InlineData(64 * 1024)]
        [InlineData(256 * 1024)]
        public async Task AtTheLimitsOfTheTable_ComeBackWhole(int length)
        {
            await using var host = new EngineHost();
            host.Activity("Echo", call => call.GetInput<string>());
            host.Orchestration("Pass", async ctx => await ctx.CallActivityAsync<string>("Echo", ctx.GetInput<string>()));
            var text = Text(length);

            Assert.True(text == await host.OutputAsync<string>("Pass", text), "The text came back changed.");
        }

        [Fact]
        public async Task OfManySmallResults_ComeBackAfterARestart()
        {
            await using var host = new EngineHost();
            host.Activity("Make", call => Text(5_000 + call.GetInput<int>()));
            host.Orchestration("Gather", async ctx =>
            {
                var parts = await Task.WhenAll(Enumerable.Range(0, 100).Select(number => ctx.CallActivityAsync<string>("Make", number)));
                ctx.SetCustomStatus("gathered");
                await ctx.WaitForExternalEvent<object>("Go");
                return parts.Select((part, index) => part == Text(5_000 + index)).Count(whole => whole);
            });

            var id = await host.ScheduleAsync("Gather");
            await host.UntilAtAsync(id, "gathered");
            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Go");

            Assert.Equal(100, await host.OutputOfAsync<int>(id));
        }

        [Fact]
        public async Task OfEveryLetter_ComeBackUnchanged()
        {
            await using var host = new EngineHost();
            host.Activity("Echo", call => call.GetInput<string>());
            host.Orchestration("Pass", async ctx =>
            {
                ctx.SetCustomStatus(ctx.GetInput<string>());
                return await ctx.CallActivityAsync<string>("Echo", ctx.GetInput<string>());
            });
            const string letters = "nul \0, tab \t, lines \r\n\u2028, quotes ' \" `, back \\, Zoë, 日本語, 🦉, \uFEFF mark, <b>&amp;</b>";

            var instance = await host.RunAsync("Pass", letters);

            Assert.Equal(letters, EngineHost.Output<string>(instance));
            Assert.Equal(letters, instance.ReadCustomStatusAs<string>());
        }

        [Fact]
        public async Task ManyLargeEventsBeforeTheyAreRead_AreKept()
        {
            await using var host = new EngineHost();
            host.Orchestration("Read", async ctx =>
            {
                await ctx.WaitForExternalEvent<object>("Begin");
                var total = 0;
                for (var count = 0; count < 40; count++)
                {
                    total += (await ctx.WaitForExternalEvent<string>("Part")).Length;
                }

                return total;
            });

            var id = await host.ScheduleAsync("Read");
            for (var count = 0; count < 40; count++)
            {
                await host.Client.RaiseEventAsync(id, "Part", Text(60_000));
            }

            await host.RestartAsync();
            await host.Client.RaiseEventAsync(id, "Begin");

            Assert.Equal(40 * 60_000, await host.OutputOfAsync<int>(id));
        }

        [Fact]
        public async Task ManyUnreadEvents_AreKept()
        {
            await using var host = new EngineHost();
            host.Orchestration("Read", async ctx =>
            {
                await ctx.WaitForExternalEvent<object>("Begin");
                var total = 0;
                for (var count = 0; count < 1_000; count++)
                {
                    total += await ctx.WaitForExternalEvent<int>("Number");
                }

                return total;
            });

            var id = await host.ScheduleAsync("Read");
            await Task.WhenAll(Enumerable.Range(0, 1_000).Select(number => host.Client.RaiseEventAsync(id, "Number", number)));
            await host.Client.RaiseEventAsync(id, "Begin");

            Assert.Equal(Enumerable.Range(0, 1_000).Sum(), await host.OutputOfAsync<int>(id));
        }

        // Nobody but the engine can clear away what the generations of an eternal orchestration leave behind.
        [Fact]
        public async Task OfEarlierGenerations_DoNotPileUp()
        {
            await using var host = new EngineHost();
            host.Activity("Grow", call => Text(20_000 + call.GetInput<string>()!.Length % 1_000));
            host.Orchestration("Turn", async ctx =>
            {
                var (round, text) = ctx.GetInput<Parcel>() is { } parcel ? (parcel.Weights[0], parcel.Name) : (0, Text(20_000));
                if (round == 50)
                {
                    ctx.SetCustomStatus("turned");
                    return await ctx.WaitForExternalEvent<string>("End");
                }

                ctx.ContinueAsNew(new Parcel($"{round} {await ctx.CallActivityAsync<string>("Grow", text + round)}", [round + 1]));
                return null;
            });

            var id = await host.ScheduleAsync("Turn");
            await host.UntilAtAsync(id, "turned");

            Assert.InRange(await host.CountBlobsAsync(), 0, 15);
        }

        [Fact]
        public async Task TooLarge_AreRefusedAtTheDoor()
        {
            await using var host = new EngineHost();
            host.Orchestration("Echo", ctx => Task.FromResult<object?>(ctx.GetInput<string>()));
            host.Orchestration("Listen", async ctx => await ctx.WaitForExternalEvent<string>("Word"));
            var large = Text(5 * Megabyte);

            await Assert.ThrowsAnyAsync<ArgumentException>(() => host.ScheduleAsync("Echo", large));
            var id = await host.ScheduleAsync("Listen");
            await Assert.ThrowsAnyAsync<ArgumentException>(() => host.Client.RaiseEventAsync(id, "Word", large));
            await host.Client.RaiseEventAsync(id, "Word", "small");

            Assert.Equal("small", await host.OutputOfAsync<string>(id));
        }

        [Fact]
        public async Task TooLargeFromAnActivity_FailTheTask()
        {
            await using var host = new EngineHost();
            host.Activity("Make", _ => Text(5 * Megabyte));
            host.Orchestration("Call", async ctx => await ctx.CallActivityAsync<string>("Make"));

            var instance = await host.RunAsync("Call");

            Assert.Equal(OrchestrationRuntimeStatus.Failed, instance.RuntimeStatus);
            Assert.False(host.Engine.Faulted.IsCompleted);
        }

        [Fact]
        public async Task TagsOfAnySize_DoNotStopTheEngine()
        {
            await using var host = new EngineHost();
            host.Orchestration("Done", _ => Task.FromResult<object?>("done"));
            var tags = Enumerable.Range(0, 100).ToDictionary(number => $"tag {number}", _ => Text(1_000));

            await Record.ExceptionAsync(() => host.RunAsync("Done", null, new StartOrchestrationOptions("tagged") { Tags = tags }));

            Assert.False(host.Engine.Faulted.IsCompleted);
            Assert.Equal("done", await host.OutputAsync<string>("Done"));
        }

        private static string Text(int length) => string.Create(length, length, static (span, seed) =>
        {
            for (var index = 0; index < span.Length; index++)
            {
                span[index] = (char)('a' + ((index + seed) % 26));
            }
        });
    }
}
