using System.Text.Json;
using Collaborations.Identifiers;
using Collaborations.Processes;
using Collaborations.Telemetry;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace Collaborations.Messaging;

/// <summary>Answer to Event Grid's question whether this address wants its events.</summary>
public sealed record HookAnswer(string? ValidationResponse);

/// <summary>What an orchestration is told of a send of its own.</summary>
public sealed record DeliveryReport(SendId Send, DeliveryOutcome Outcome);

/// <summary>
/// Reads the reports of emails and texts ("Azure Communication Services as an Event Grid source") and tells whoever waits for them.
/// Emails are known by their operation's id, texts by their tag: both are the send's id.
/// </summary>
public sealed partial class DeliveryReportHandler(SendStore sends, Measures measures, ILogger<DeliveryReportHandler> logger)
{
    public const string ReportedEvent = "DeliveryReported";

    private const string Validation = "Microsoft.EventGrid.SubscriptionValidationEvent";
    private const string Email = "Microsoft.Communication.EmailDeliveryReportReceived";
    private const string Text = "Microsoft.Communication.SMSDeliveryReportReceived";

    public async Task<Result<HookAnswer>> HandleAsync(JsonElement events, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (events.ValueKind != JsonValueKind.Array)
        {
            return new Http.Malformed();
        }

        foreach (var one in events.EnumerateArray())
        {
            if (Member(one, "eventType") == Validation)
            {
                return new HookAnswer(Member(Data(one), "validationCode"));
            }

            if (Read(one) is { } report)
            {
                await TellAsync(report, processes, cancellation);
            }
        }

        return new HookAnswer(null);
    }

    public async Task TellAsync(DeliveryReport report, DurableTaskClient processes, CancellationToken cancellation)
    {
        if (await sends.FindAsync(report.Send, cancellation) is { Process: { } process })
        {
            Log.Reported(logger, report.Send, report.Outcome);
            measures.DeliveryReported(report.Outcome);
            await ProcessGate.TellAsync(processes, process, ReportedEvent, report, cancellation);
        }
    }

    private static DeliveryReport? Read(JsonElement report)
    {
        var data = Data(report);
        return Member(report, "eventType") switch
        {
            Email when Id(data, "messageId") is { } send => Outcome(Member(data, "status"), DeliveryOutcome.Bounced) is { } outcome ? new(send, outcome) : null,
            Text when Id(data, "tag") is { } send => Outcome(Member(data, "deliveryStatus"), DeliveryOutcome.Failed) is { } outcome ? new(send, outcome) : null,
            _ => null,
        };
    }

    // "Expanded" and the like say that it is under way.
    private static DeliveryOutcome? Outcome(string? status, DeliveryOutcome failure) => status switch
    {
        "Delivered" => DeliveryOutcome.Delivered,
        "Bounced" or "Suppressed" or "Failed" or "Quarantined" or "FilteredSpam" => failure,
        _ => null,
    };

    private static JsonElement Data(JsonElement report) =>
        report.ValueKind == JsonValueKind.Object && report.TryGetProperty("data", out var data) ? data : default;

    private static string? Member(JsonElement element, string name) =>
        element.ValueKind == JsonValueKind.Object && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
            ? value.GetString()
            : null;

    private static SendId? Id(JsonElement element, string name) =>
        Guid.TryParse(Member(element, name), out var id) ? SendId.From(id) : null;

    private static partial class Log
    {
        [LoggerMessage(EventId = 300, Level = LogLevel.Information, Message = "Send {Send}: {Outcome}")]
        public static partial void Reported(ILogger logger, SendId send, DeliveryOutcome outcome);
    }
}
