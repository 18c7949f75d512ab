namespace Local.Host.Outbox;

/// <summary>
/// Delivery reports in Event Grid's schema, as "Azure Communication Services - Email events" and "- SMS events" document them.
/// Nothing is posted where no address for them is set.
/// </summary>
internal sealed class OutboxReports(OutboxOptions options, OutboxCourier courier, TimeProvider time)
{
    private const string Topic = "/subscriptions/local/resourceGroups/local/providers/Microsoft.Communication/CommunicationServices/outbox";

    public void OnEmail(string sender, IReadOnlyList<OutboxRecord> records)
    {
        foreach (var record in records)
        {
            Post(
                "Microsoft.Communication.EmailDeliveryReportReceived",
                $"sender/{sender}/message/{record.Reference}",
                new
                {
                    sender,
                    recipient = record.Message.To,
                    internetMessageId = $"<{record.Message.Id}@outbox>",
                    messageId = record.Reference,
                    status = record.Outcome.ToString(),
                    deliveryStatusDetails = new { statusMessage = EmailDetails(record.Outcome) },
                    deliveryAttemptTimeStamp = time.GetUtcNow().UtcDateTime,
                });
        }
    }

    public void OnText(string from, string? tag, OutboxRecord record)
    {
        var delivered = record.Outcome == Outcome.Delivered;
        var now = time.GetUtcNow().UtcDateTime;
        Post(
            "Microsoft.Communication.SMSDeliveryReportReceived",
            $"/phonenumber/{from.TrimStart('+')}",
            new
            {
                messageId = record.Reference,
                from,
                to = record.Message.To,
                deliveryStatus = delivered ? "Delivered" : "Failed",
                deliveryStatusDetails = delivered ? "No error." : "Message was not delivered by the carrier.",
                deliveryAttempts = new[]
                {
                    new { timestamp = now, segmentsSucceeded = delivered ? 1 : 0, segmentsFailed = delivered ? 0 : 1 },
                },
                receivedTimestamp = now,
                tag,
            });
    }

    private static string EmailDetails(Outcome outcome) => outcome switch
    {
        Outcome.Bounced => "550 5.1.1 The mailbox does not exist.",
        Outcome.Suppressed => "The address is on the list of those that bounced before.",
        _ => string.Empty,
    };

    private void Post(string eventType, string subject, object data)
    {
        if (options.ReportsTo is not { } address)
        {
            return;
        }

        courier.PostReport(
            address,
            new[]
            {
                new
                {
                    id = Guid.NewGuid().ToString(),
                    topic = Topic,
                    subject,
                    data,
                    eventType,
                    dataVersion = "1.0",
                    metadataVersion = "1",
                    eventTime = time.GetUtcNow().UtcDateTime,
                },
            });
    }
}
