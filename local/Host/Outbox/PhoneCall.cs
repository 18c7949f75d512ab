namespace Local.Host.Outbox;

/// <summary>One call, from dialling to its end. Changed only under the lock of <see cref="CallService"/>.</summary>
internal sealed class PhoneCall(string to, Uri callback, string? operationContext)
{
    public string Id { get; } = Guid.NewGuid().ToString();

    public string ServerCallId { get; } = Guid.NewGuid().ToString("N");

    public string CorrelationId { get; } = Guid.NewGuid().ToString();

    public string To { get; } = to;

    public Uri Callback { get; } = callback;

    public string? OperationContext { get; } = operationContext;

    public required CallParty Target { get; init; }

    public required PhoneParty? CallerId { get; init; }

    public required UserParty? Source { get; init; }

    public required string? SourceDisplayName { get; init; }

    /// <summary>The key of the request that made it; null where it had none.</summary>
    public required string? RequestKey { get; init; }

    public CallState State { get; set; } = CallState.Connecting;

    /// <summary>Whether the call stands in the outbox already, by what was said in it.</summary>
    public bool IsRecorded { get; set; }

    /// <summary>The key of the request that ended it, so that its repetition is answered alike.</summary>
    public string? EndKey { get; set; }

    /// <summary>The call as the service describes it.</summary>
    public object Describe() => new
    {
        callConnectionId = Id,
        serverCallId = ServerCallId,
        targets = new[] { Target },
        callConnectionState = State switch
        {
            CallState.Connecting => "connecting",
            CallState.Connected => "connected",
            _ => "disconnected",
        },
        callbackUri = Callback.AbsoluteUri,
        sourceCallerIdNumber = CallerId,
        sourceDisplayName = SourceDisplayName,
        source = Source is null ? null : new CallParty(Source.Id, CommunicationUser: Source),
        correlationId = CorrelationId,
    };
}

internal enum CallState
{
    Connecting,
    Connected,
    Ended,
}

/// <summary>Somebody in a call: a number, or a user of the resource.</summary>
internal sealed record CallParty(string? RawId, PhoneParty? PhoneNumber = null, UserParty? CommunicationUser = null)
{
    /// <summary>The number, or else the user's id; null for a kind that cannot be called here.</summary>
    public string? Address() => PhoneNumber?.Value ?? CommunicationUser?.Id;
}

internal sealed record PhoneParty(string? Value);

internal sealed record UserParty(string? Id);
