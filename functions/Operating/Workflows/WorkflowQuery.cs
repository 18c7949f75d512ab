using System.Globalization;
using Collaborations.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask.Client;

namespace Collaborations.Operating.Workflows;

/// <summary>Which orchestrations to list, as the address of the request says it.</summary>
internal static class WorkflowQuery
{
    private const int UsualSize = 50;
    private const int MostSize = 500;

    public static Result<OrchestrationQuery> Of(HttpRequest request)
    {
        var query = request.Query;
        var status = query["status"].ToString();
        if (status.Length > 0 && StatusOf(status) is null)
        {
            return new InvalidInput("unknown-status", "status");
        }

        // Ids of entities begin so, of which there are none, and clients refuse to be asked for them.
        if (query["prefix"].ToString().StartsWith('@') || !TryTime(query["createdFrom"], out var from) || !TryTime(query["createdTo"], out var to) || !TrySize(query["size"], out var size))
        {
            return new Malformed();
        }

        return new OrchestrationQuery(
            from,
            to,
            status.Length > 0 ? [StatusOf(status)!.Value] : null,
            InstanceIdPrefix: Text(query["prefix"]),
            PageSize: size,
            ContinuationToken: Text(query["cursor"]));
    }

    private static OrchestrationRuntimeStatus? StatusOf(string status) => status switch
    {
        "pending" => OrchestrationRuntimeStatus.Pending,
        "running" => OrchestrationRuntimeStatus.Running,
        "suspended" => OrchestrationRuntimeStatus.Suspended,
        "completed" => OrchestrationRuntimeStatus.Completed,
        "failed" => OrchestrationRuntimeStatus.Failed,
        "cancelled" => OrchestrationRuntimeStatus.Terminated,
        _ => null,
    };

    private static string? Text(string? value) => string.IsNullOrEmpty(value) ? null : value;

    private static bool TryTime(string? text, out DateTimeOffset? time)
    {
        time = null;
        if (string.IsNullOrEmpty(text))
        {
            return true;
        }

        var read = DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var value);
        time = value;
        return read;
    }

    private static bool TrySize(string? text, out int size)
    {
        size = UsualSize;
        return string.IsNullOrEmpty(text) || (int.TryParse(text, CultureInfo.InvariantCulture, out size) && size is > 0 and <= MostSize);
    }
}
