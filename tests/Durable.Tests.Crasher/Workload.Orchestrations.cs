using Microsoft.DurableTask;

namespace Durable.Tests.Crasher;

/// <summary>The orchestrations.</summary>
public sealed partial class Workload
{
    private static async Task<object?> FamilyAsync(TaskOrchestrationContext ctx)
    {
        ctx.SetCustomStatus("standing");
        var younger = ctx.GetInput<int>() - 1;
        return younger < 0
            ? await ctx.WaitForExternalEvent<string>("Never")
            : await ctx.CallSubOrchestratorAsync<string>("Family", younger, new SubOrchestrationOptions(instanceId: $"family {younger}"));
    }

    private static async Task<object?> AgainAsync(TaskOrchestrationContext ctx)
    {
        var input = ctx.GetInput<string>();
        return input == "first" ? await ctx.WaitForExternalEvent<string>("Never") : input;
    }

    private async Task<object?> SleeperAsync(TaskOrchestrationContext ctx)
    {
        var wake = await ctx.WaitForExternalEvent<string>("Wake");
        Note(ctx);
        return wake;
    }

    private async Task<object?> DiaryAsync(TaskOrchestrationContext ctx)
    {
        var pages = await Task.WhenAll(Enumerable.Range(0, Pages).Select(page => ctx.CallActivityAsync<string>("Page", page)));
        Note(ctx);
        var last = await ctx.CallActivityAsync<string>("Page", Pages);
        return pages.Append(last).Sum(page => page.Length);
    }

    private async Task<object?> OrderAsync(TaskOrchestrationContext ctx)
    {
        var done = new List<string> { await ctx.CallActivityAsync<string>("Reserve", "chair") };
        Note(ctx);
        done.AddRange(await Task.WhenAll(Enumerable.Range(1, 3).Select(box => ctx.CallActivityAsync<string>("Pack", box))));
        ctx.SendEvent(Book, "Entry", 1);
        ctx.SendEvent(Book, "Entry", 2);
        done.Add(await ctx.CallActivityAsync<string>("Charge", TaskOptions.FromRetryPolicy(new RetryPolicy(3, pause))));
        await ctx.CreateTimer(pause, CancellationToken.None);
        done.Add($"a picture of {(await ctx.CallActivityAsync<string>("Picture")).Length}");
        done.Add(await ctx.CallSubOrchestratorAsync<string>("Delivery", ctx.InstanceId, new SubOrchestrationOptions(instanceId: Delivery)));
        ctx.SetCustomStatus("to be approved");
        var approved = ctx.WaitForExternalEvent<string>("Approve", TimeSpan.FromDays(3));
        done.Add(await approved);
        ctx.SetCustomStatus("approved");
        ctx.SendEvent(Book, "Entry", 5);
        return string.Join(", ", done);
    }

    private async Task<object?> DeliveryAsync(TaskOrchestrationContext ctx)
    {
        var loaded = await ctx.CallActivityAsync<string>("Load", ctx.GetInput<string>());
        Note(ctx);
        ctx.SendEvent(Book, "Entry", 3);
        await ctx.CreateTimer(pause, CancellationToken.None);
        ctx.SendEvent(Book, "Entry", 4);
        return loaded;
    }

    private async Task<object?> BookAsync(TaskOrchestrationContext ctx)
    {
        var entries = ctx.GetInput<List<int>>() ?? [];
        ctx.SetCustomStatus(entries.Count);
        var close = ctx.WaitForExternalEvent<object>("Close");
        var entry = ctx.WaitForExternalEvent<int>("Entry");
        if (await Task.WhenAny(entry, close) == close)
        {
            return string.Join(' ', entries.Order());
        }

        Note(ctx);
        entries.Add(await entry);
        ctx.ContinueAsNew(entries);
        return null;
    }

    private async Task<object?> CounterAsync(TaskOrchestrationContext ctx)
    {
        var count = await ctx.CallActivityAsync<int>("Next", ctx.GetInput<int>());
        Note(ctx);
        if (count < 4)
        {
            ctx.ContinueAsNew(count);
        }

        return count;
    }

    private async Task<object?> DoomedAsync(TaskOrchestrationContext ctx)
    {
        await ctx.CallActivityAsync("Load", "nothing");
        Note(ctx);
        ctx.SetCustomStatus("standing");
        return await ctx.WaitForExternalEvent<string>("Never");
    }
}
