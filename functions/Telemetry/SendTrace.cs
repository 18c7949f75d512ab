using System.Diagnostics;
using Azure;
using Collaborations.Identifiers;
using Collaborations.Messaging;

namespace Collaborations.Telemetry;

/// <summary>A span around each email, text and call that goes out: the end of a trace that began in a browser.</summary>
internal static class SendTrace
{
    public const string SourceName = "Collaborations";

    /// <summary>Attributes: how it goes, which send it is, and of emails which one. Never to whom, and nothing of what it says.</summary>
    public const string Channel = "collaborations.send.channel";
    public const string Id = "collaborations.send.id";
    public const string Kind = "collaborations.send.kind";

    private static readonly ActivitySource Source = new(SourceName);

    public static async Task<T> AroundAsync<T>(SendChannel channel, SendId id, EmailKind? kind, Func<Task<T>> send)
    {
        using var span = Begin(channel, id, kind);
        try
        {
            return await send();
        }
        catch (RequestFailedException refused)
        {
            span?.SetTag("error.type", refused.ErrorCode ?? nameof(RequestFailedException)).SetStatus(ActivityStatusCode.Error);
            throw;
        }
    }

    private static Activity? Begin(SendChannel channel, SendId id, EmailKind? kind) => !Source.HasListeners()
        ? null
        : Source.StartActivity($"send {channel}", ActivityKind.Producer)
            ?.SetTag(Channel, channel.ToString()).SetTag(Id, id.ToString()).SetTag(Kind, kind?.ToString());
}
