using System.Globalization;
using System.Text.Json.Nodes;

namespace Collaborations.Operating.Workflows;

/// <summary>Workflows of an app that runs, from the command line.</summary>
internal static class WorkflowCommands
{
    private const string Json = "json?";

    public static IReadOnlyList<OperatorCommand> All { get; } =
    [
        new(
            ["workflows", "list"],
            """
            ops workflows list --address URL [--status STATUS] [--prefix TEXT] [--created-from TIME] [--created-to TIME] [--cursor TEXT] [--json]
                                        Orchestrations; STATUS is pending, running, suspended, completed, failed or cancelled.
            """,
            Values: 0,
            Options: [RunningApp.AddressOption, "status", "prefix", "created-from", "created-to", "cursor", Json],
            ListAsync),
        new(
            ["workflows", "show"],
            "ops workflows show ID --address URL [--json]   One of them: status, times, ids, and the kinds of its failures.",
            Values: 1,
            Options: [RunningApp.AddressOption, Json],
            (call, cancellation) => OneAsync(call, HttpMethod.Get, Path(call), null, cancellation)),
        new(
            ["workflows", "redrive"],
            "ops workflows redrive ID --address URL [--json]   Begins one anew that failed or was cancelled; what it sent is not sent again.",
            Values: 1,
            Options: [RunningApp.AddressOption, Json],
            (call, cancellation) => OneAsync(call, HttpMethod.Post, $"{Path(call)}/redrive", null, cancellation)),
        new(
            ["workflows", "cancel"],
            """
            ops workflows cancel ID --reason REASON --address URL [--json]
                                        Ends one; REASON is stuck, startedByMistake, obsolete or replaced.
            """,
            Values: 1,
            Options: [RunningApp.AddressOption, "reason", Json],
            (call, cancellation) => OneAsync(
                call, HttpMethod.Post, $"{Path(call)}/cancel", new { reason = call.Options.GetValueOrDefault("reason", "") }, cancellation)),
        new(
            ["workflows", "purge"],
            """
            ops workflows purge ID --address URL [--json]   Forgets one that has ended.
            ops workflows purge ended --before TIME --address URL [--json]   Forgets those that ended before then.
            """,
            Values: 1,
            Options: [RunningApp.AddressOption, "before", Json],
            PurgeAsync),
    ];

    private static async Task<int> ListAsync(OperatorCall call, CancellationToken cancellation)
    {
        var query = new List<string>();
        foreach (var (option, name) in new[]
        {
            ("status", "status"), ("prefix", "prefix"), ("created-from", "createdFrom"), ("created-to", "createdTo"), ("cursor", "cursor"),
        })
        {
            if (call.Options.TryGetValue(option, out var value))
            {
                query.Add($"{name}={Uri.EscapeDataString(value)}");
            }
        }

        if (await RunningApp.AskAsync(call, HttpMethod.Get, $"workflows?{string.Join('&', query)}", null, cancellation) is not { } answer)
        {
            return OperatorCommands.Bad;
        }

        if (IsJson(call))
        {
            await call.SayAsync(answer.ToJsonString(), cancellation);
            return OperatorCommands.Good;
        }

        var workflows = answer["workflows"]!.AsArray();
        await call.SayAsync($"{"STATUS",-10} {"CREATED",-24} {"CHANGED",-24} {"NAME",-32} ID", cancellation);
        foreach (var each in workflows)
        {
            await call.SayAsync(Row(each!), cancellation);
        }

        await call.SayAsync(
            string.Create(CultureInfo.InvariantCulture, $"{workflows.Count} workflows{(answer["cursor"] is { } next ? $"; more with --cursor {next}" : "")}."), cancellation);
        return OperatorCommands.Good;
    }

    private static async Task<int> PurgeAsync(OperatorCall call, CancellationToken cancellation)
    {
        if (call.Values[0] != "ended")
        {
            return await PurgeAsync(call, HttpMethod.Delete, Path(call), null, cancellation);
        }

        if (!DateTimeOffset.TryParse(call.Options.GetValueOrDefault("before"), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var before))
        {
            await call.SayAsync("Say until when: --before 2026-01-31T00:00:00Z", cancellation);
            return OperatorCommands.Unknown;
        }

        return await PurgeAsync(call, HttpMethod.Post, "workflow-purges", new { endedBefore = before }, cancellation);
    }

    // A request takes some of them: it is asked again until none is left.
    private static async Task<int> PurgeAsync(OperatorCall call, HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        var purged = 0;
        while (true)
        {
            if (await RunningApp.AskAsync(call, method, path, body, cancellation) is not { } answer)
            {
                return OperatorCommands.Bad;
            }

            purged += answer["purged"]!.GetValue<int>();
            if (!answer["more"]!.GetValue<bool>())
            {
                await call.SayAsync(IsJson(call) ? new JsonObject { ["purged"] = purged }.ToJsonString() : string.Create(CultureInfo.InvariantCulture, $"{purged} purged."), cancellation);
                return OperatorCommands.Good;
            }
        }
    }

    private static async Task<int> OneAsync(OperatorCall call, HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        if (await RunningApp.AskAsync(call, method, path, body, cancellation) is not { } answer)
        {
            return OperatorCommands.Bad;
        }

        if (IsJson(call))
        {
            await call.SayAsync(answer.ToJsonString(), cancellation);
            return OperatorCommands.Good;
        }

        await call.SayAsync(Row(answer["workflow"] ?? answer), cancellation);
        foreach (var name in new[] { "input", "customStatus" })
        {
            if (answer[name] is { } text)
            {
                await call.SayAsync($"{name}: {text}", cancellation);
            }
        }

        foreach (var failure in answer["failures"]?.AsArray() ?? [])
        {
            await call.SayAsync($"failure: {failure}", cancellation);
        }

        return OperatorCommands.Good;
    }

    private static bool IsJson(OperatorCall call) => call.Options.ContainsKey("json");

    private static string Path(OperatorCall call) => $"workflows/{Uri.EscapeDataString(call.Values[0])}";

    private static string Row(JsonNode one) =>
        $"{one["status"]!,-10} {one["createdAt"]!,-24} {one["updatedAt"]!,-24} {one["name"]!,-32} {one["workflowId"]!}";
}
