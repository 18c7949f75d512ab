using System.Text.Json;
using Azure.Communication.Pipeline;

namespace Azure.Communication.CallAutomation;

/// <summary>How an operation of a call went. The codes are listed in "Troubleshooting call end response codes" of the service.</summary>
public class ResultInformation
{
    internal ResultInformation(int? code, int? subCode, string? message)
    {
        Code = code;
        SubCode = subCode;
        Message = message;
    }

    /// <summary>As of HTTP and SIP: 200, 480 for no answer, 486 for busy.</summary>
    public int? Code { get; }

    public int? SubCode { get; }

    public string? Message { get; }

    internal static ResultInformation? ReadOptional(JsonElement eventData) =>
        eventData.OptionalObject("resultInformation") is { } result
            ? new ResultInformation(result.OptionalInt32("code"), result.OptionalInt32("subCode"), result.OptionalString("message"))
            : null;
}
