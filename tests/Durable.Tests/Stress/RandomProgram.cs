using Durable.Tests.Harness;
using Microsoft.DurableTask;

namespace Durable.Tests.Stress;

/// <summary>What a random orchestration does next.</summary>
public enum Act
{
    Call,
    FanOut,
    Retry,
    Timer,
    Child,
    Talk,
    TimeOut,
    Renew,
    Large,
    Fail,
}

/// <param name="Act">What is done.</param>
/// <param name="Number">Its parameter.</param>
/// <param name="Inner">The program of a child.</param>
public sealed record Step(Act Act, int Number, IReadOnlyList<Step>? Inner = null);

/// <param name="Value">The value so far.</param>
/// <param name="Steps">What is still to be done.</param>
public sealed record Script(long Value, IReadOnlyList<Step> Steps);

/// <summary>
/// Orchestrations made by chance from a seed. What each comes to is known without an engine, so any engine's result can be held against it.
/// </summary>
internal static class RandomProgram
{
    private const long Modulus = 1_000_003;
    private static readonly TimeSpan Pause = TimeSpan.FromMinutes(1);
    private static readonly RetryPolicy Patience = new(5, Pause);

    public static Script Make(Random random, int length, int depth = 2) =>
        new(random.Next(1_000), [.. Enumerable.Range(0, length).Select(_ => MakeStep(random, depth))]);

    /// <summary>What the program comes to.</summary>
    public static long Expect(Script script) => script.Steps.Aggregate(script.Value, (value, step) => step.Act switch
    {
        Act.Call or Act.Retry => Mix(value, step.Number),
        Act.FanOut => Enumerable.Range(0, step.Number).Aggregate(value, (sum, part) => Mix(sum, Mix(part, step.Number))),
        Act.Child => Mix(value, Expect(new Script(step.Number, step.Inner!))),
        Act.Talk => Enumerable.Range(0, step.Number).Aggregate(value, (sum, word) => Mix(sum, word)),
        Act.TimeOut => Mix(value, 7),
        Act.Large => Mix(value, step.Number),
        Act.Fail => Mix(value, step.Number.ToString(System.Globalization.CultureInfo.InvariantCulture).Length),
        _ => value,
    });

    public static void Register(EngineHost host)
    {
        host.Activity("Mix", call => Mix(call.GetInput<long[]>()![0], call.GetInput<long[]>()![1]));

        // Fails in every third place; the next attempt comes two places on, after its timer, and never in such a place.
        host.Activity("Stumble", call => call.TaskId % 3 == 0 ? throw new InvalidOperationException("stumbled") : call.GetInput<long[]>()!.Aggregate(Mix));
        host.Activity("Grow", call => new string('g', call.GetInput<int>()));
        host.Activity("Break", call => throw new InvalidOperationException(call.GetInput<int>().ToString(System.Globalization.CultureInfo.InvariantCulture)));
        host.Orchestration("Random", RunAsync);
    }

    private static async Task<object?> RunAsync(TaskOrchestrationContext ctx)
    {
        var script = ctx.GetInput<Script>()!;
        var value = script.Value;
        for (var position = 0; position < script.Steps.Count; position++)
        {
            var step = script.Steps[position];
            if (step.Act == Act.Renew)
            {
                ctx.ContinueAsNew(new Script(value, [.. script.Steps.Skip(position + 1)]));
                return null;
            }

            value = await DoAsync(ctx, step, value);
        }

        return value;
    }

    private static async Task<long> DoAsync(TaskOrchestrationContext ctx, Step step, long value)
    {
        switch (step.Act)
        {
            case Act.Call:
                return await ctx.CallActivityAsync<long>("Mix", new[] { value, step.Number });
            case Act.Retry:
                return await ctx.CallActivityAsync<long>("Stumble", new[] { value, step.Number }, TaskOptions.FromRetryPolicy(Patience));
            case Act.FanOut:
                var parts = await Task.WhenAll(Enumerable.Range(0, step.Number).Select(part => ctx.CallActivityAsync<long>("Mix", new long[] { part, step.Number })));
                return parts.Aggregate(value, Mix);
            case Act.Timer:
                await ctx.CreateTimer(step.Number * Pause, CancellationToken.None);
                return value;
            case Act.Child:
                return Mix(value, await ctx.CallSubOrchestratorAsync<long>("Random", new Script(step.Number, step.Inner!)));
            case Act.Talk:
                for (var word = 0; word < step.Number; word++)
                {
                    ctx.SendEvent(ctx.InstanceId, "Word", word);
                }

                for (var word = 0; word < step.Number; word++)
                {
                    value = Mix(value, await ctx.WaitForExternalEvent<int>("Word"));
                }

                return value;
            case Act.TimeOut:
                try
                {
                    return Mix(value, await ctx.WaitForExternalEvent<int>("Never", Pause));
                }
                catch (OperationCanceledException)
                {
                    return Mix(value, 7);
                }

            case Act.Large:
                return Mix(value, (await ctx.CallActivityAsync<string>("Grow", step.Number)).Length);
            default:
                try
                {
                    await ctx.CallActivityAsync("Break", step.Number);
                    return -1;
                }
                catch (TaskFailedException failure)
                {
                    return Mix(value, failure.FailureDetails.ErrorMessage.Length);
                }
        }
    }

    private static Step MakeStep(Random random, int depth)
    {
        var act = (Act)random.Next(Enum.GetValues<Act>().Length);
        return act switch
        {
            Act.FanOut or Act.Talk => new Step(act, random.Next(1, 8)),
            Act.Child when depth == 0 => new Step(Act.Call, random.Next(1_000)),
            Act.Child => new Step(act, random.Next(1_000), Make(random, random.Next(1, 6), depth - 1).Steps),
            Act.Large => new Step(act, random.Next(1, 12_000)),
            Act.Timer => new Step(act, random.Next(0, 3)),
            _ => new Step(act, random.Next(1_000)),
        };
    }

    private static long Mix(long value, long other) => ((value * 31) + other) % Modulus;
}
