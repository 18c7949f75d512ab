namespace Local.Host.Outbox;

/// <summary>
/// The events of a call as CloudEvents 1.0, posted to its callback address in an array. Codes are those of the service's list
/// "Troubleshooting call end response codes"; for a number the sub code is 560000 and the SIP status.
/// </summary>
internal sealed class CallEvents(OutboxCourier courier, TimeProvider time)
{
    private const string Version = "2025-06-15";

    public void Connected(PhoneCall call) => Post(call, call.Callback, "CallConnected", call.OperationContext, new(200, 0, "The call is connected."));

    public void NotConnected(PhoneCall call, Outcome outcome) => Post(
        call,
        call.Callback,
        "CreateCallFailed",
        call.OperationContext,
        outcome == Outcome.Busy ? new(486, 560486, "The line is busy.") : new(480, 560480, "Nobody answered."));

    public void Disconnected(PhoneCall call) =>
        Post(call, call.Callback, "CallDisconnected", call.OperationContext, new(200, 0, "The call has ended."));

    public void Playing(PhoneCall call, PlayRequest request) =>
        Post(call, Target(call, request), "PlayStarted", request.OperationContext, new(200, 0, "Playing has started."));

    public void Played(PhoneCall call, PlayRequest request) =>
        Post(call, Target(call, request), "PlayCompleted", request.OperationContext, new(200, 0, "Playing has completed."));

    public void NotPlayed(PhoneCall call, PlayRequest request, int subCode, string message) =>
        Post(call, Target(call, request), "PlayFailed", request.OperationContext, new(400, subCode, message));

    private static Uri Target(PhoneCall call, PlayRequest request) =>
        request.OperationCallbackUri is { } uri ? new Uri(uri) : call.Callback;

    private void Post(PhoneCall call, Uri address, string type, string? operationContext, Result resultInformation)
    {
        var source = $"calling/callConnections/{call.Id}";
        courier.PostCallEvents(
            address,
            new[]
            {
                new
                {
                    id = Guid.NewGuid().ToString(),
                    source,
                    type = "Microsoft.Communication." + type,
                    data = new
                    {
                        version = Version,
                        operationContext,
                        resultInformation,
                        callConnectionId = call.Id,
                        serverCallId = call.ServerCallId,
                        correlationId = call.CorrelationId,
                        publicEventType = "Microsoft.Communication." + type,
                    },
                    time = time.GetUtcNow().UtcDateTime,
                    specversion = "1.0",
                    datacontenttype = "application/json",
                    subject = source,
                },
            });
    }

    private sealed record Result(int Code, int SubCode, string Message);
}
