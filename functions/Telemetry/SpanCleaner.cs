using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace Collaborations.Telemetry;

/// <summary>
/// Takes everything off a span that is not known to be harmless, before anything is sent: addresses with what people searched for, who asked from
/// where, the text of an error. What stays is a list, so whatever a package adds one day is off it.
/// </summary>
public sealed class SpanCleaner : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Kept = new[]
    {
        "http.request.method", "http.response.status_code", "http.route", "http.request.resend_count", "network.protocol.version", "error.type",
        "az.namespace", "az.client_request_id", "az.service_request_id",
        "faas.name", "faas.invocation_id", "faas.instance", "schema.url",
        "durabletask.type", "durabletask.task.name", "durabletask.task.version", "durabletask.task.instance_id", "durabletask.task.task_id",
        "durabletask.task.status", "durabletask.event.target_instance_id",
        SendTrace.Channel, SendTrace.Id, SendTrace.Kind,
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Which service was asked. Of a request to us it is what its sender wrote.</summary>
    private static readonly FrozenSet<string> KeptOfClients = new[] { "server.address", "server.port" }.ToFrozenSet(StringComparer.Ordinal);

    public override void OnEnd(Activity data)
    {
        foreach (var name in data.TagObjects.Select(tag => tag.Key).Where(name => !IsKept(data, name)).ToList())
        {
            data.SetTag(name, null);
        }

        if (data.StatusDescription is not null)
        {
            data.SetStatus(data.Status);
        }

        // Whoever sends the request may write anything there.
        data.TraceStateString = null;
    }

    private static bool IsKept(Activity span, string name) =>
        Kept.Contains(name) || (span.Kind is ActivityKind.Client or ActivityKind.Internal && KeptOfClients.Contains(name));
}
