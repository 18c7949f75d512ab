using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Collaborations.Operating.Workflows;

/// <summary>Workflows of an app that runs, from the command line.</summary>
internal static class WorkflowCommands
{
    private const string Json = "json?";
    private const string Failed = "failed?";

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
            "ops workflows show ID --address URL [--json]   One of them: status, times, ids, the kinds of its failures, and its history.",
            Values: 1,
            Options: [RunningApp.AddressOption, Json],
            ShowAsync),
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
            ops workflows purge ended --before TIME --address URL [--failed] [--json]
                                        Forgets those that ended before then; those that failed only with --failed.
            """,
            Values: 1,
            Options: [RunningApp.AddressOption, "before", Failed, Json],
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

        if (await RunningApp.AskAsync<WorkflowList>(call, HttpMethod.Get, $"workflows?{string.Join('&', query)}", null, cancellation) is not { } answer)
        {
            return OperatorCommands.Bad;
        }

        if (IsJson(call))
        {
            await call.SayAsync(answer.Json, cancellation);
            return OperatorCommands.Good;
        }

        var (workflows, cursor) = answer.Value;
        await call.SayAsync($"{"STATUS",-10} {"CREATED",-24} {"CHANGED",-24} {"NAME",-32} ID", cancellation);
        foreach (var each in workflows)
        {
            await call.SayAsync(Row(each), cancellation);
        }

        await call.SayAsync(
            string.Create(CultureInfo.InvariantCulture, $"{workflows.Count} workflows{(cursor is { } next ? $"; more with --cursor {next}" : "")}."), cancellation);
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

        return await PurgeAsync(call, HttpMethod.Post, "workflow-purges", new { endedBefore = before, failed = call.Options.ContainsKey("failed") }, cancellation);
    }

    // A request takes some of them: it is asked again until none is left.
    private static async Task<int> PurgeAsync(OperatorCall call, HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        var purged = 0;
        while (true)
        {
            if (await RunningApp.AskAsync<PurgeAnswer>(call, method, path, body, cancellation) is not { Value: var answer })
            {
                return OperatorCommands.Bad;
            }

            purged += answer.Purged;
            if (!answer.More)
            {
                await call.SayAsync(IsJson(call) ? new JsonObject { ["purged"] = purged }.ToJsonString() : string.Create(CultureInfo.InvariantCulture, $"{purged} purged."), cancellation);
                return OperatorCommands.Good;
            }
        }
    }

    private static async Task<int> OneAsync(OperatorCall call, HttpMethod method, string path, object? body, CancellationToken cancellation)
    {
        if (await RunningApp.AskAsync<Workflow>(call, method, path, body, cancellation) is not { } answer)
        {
            return OperatorCommands.Bad;
        }

        await call.SayAsync(IsJson(call) ? answer.Json : Row(answer.Value), cancellation);
        return OperatorCommands.Good;
    }

    private static async Task<int> ShowAsync(OperatorCall call, CancellationToken cancellation)
    {
        if (await RunningApp.AskAsync<WorkflowDetail>(call, HttpMethod.Get, Path(call), body: null, cancellation) is not { } answer)
        {
            return OperatorCommands.Bad;
        }

        var (workflow, input, customStatus, failures, history, earlier) = answer.Value;
        string?[] lines =
        [
            Row(workflow),
            input is null ? null : $"input: {input}",
            customStatus is null ? null : $"customStatus: {customStatus}",
            .. failures.Select(failure => $"failure: {failure}"),
            earlier == 0 ? null : string.Create(CultureInfo.InvariantCulture, $"{earlier} earlier lines of its history are not shown."),
            .. history.Select(Row),
        ];
        await call.SayAsync(IsJson(call) ? answer.Json : string.Join('\n', lines.OfType<string>()), cancellation);
        return OperatorCommands.Good;
    }

    private static bool IsJson(OperatorCall call) => call.Options.ContainsKey("json");

    private static string Path(OperatorCall call) => $"workflows/{Uri.EscapeDataString(call.Values[0])}";

    private static string Row(WorkflowEvent one)
    {
        var (name, due) = (one.Name, one.DueAt is { } at ? string.Create(CultureInfo.InvariantCulture, $"due {at.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ}") : null);
        string?[] rest = [name, due, one.Failures is { } failures ? string.Join(" < ", failures) : null];
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{one.At.UtcDateTime:yyyy-MM-ddTHH:mm:ss.fffZ} {JsonNamingPolicy.CamelCase.ConvertName(one.Kind.ToString()),-17} {string.Join(' ', rest.OfType<string>())}").TrimEnd();
    }

    private static string Row(Workflow one) => string.Create(
        CultureInfo.InvariantCulture,
        $"{JsonNamingPolicy.CamelCase.ConvertName(one.Status.ToString()),-10} {one.CreatedAt.UtcDateTime,-24:yyyy-MM-ddTHH:mm:ss.fffZ} {one.UpdatedAt.UtcDateTime,-24:yyyy-MM-ddTHH:mm:ss.fffZ} {one.Name,-32} {one.WorkflowId}");
}
