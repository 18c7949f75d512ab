using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Local.Host.Outbox;

/// <summary>The SMS service: one result for each number, and a report on each if asked for.</summary>
internal sealed partial class SmsService(ServiceRequest requests, OutboxStore store, OutboxFaults faults, OutboxReports reports)
{
    /// <summary>The service takes 100 receivers a request.</summary>
    private const int MaximumReceivers = 100;

    public async Task<IResult> SendAsync(HttpContext context)
    {
        var (refusal, request) = await requests.AdmitAsync<SendText>(context);
        if (refusal is not null || request is null)
        {
            return refusal ?? ServiceAnswer.BadRequest("The body is missing.");
        }

        if (request.Fault() is { } fault)
        {
            return ServiceAnswer.BadRequest(fault);
        }

        var results = request.SmsRecipients!.Select(receiver => Send(context, request, receiver)).ToList();
        return Results.Json(new { value = results }, statusCode: StatusCodes.Status202Accepted);
    }

    private TextResult Send(HttpContext context, SendText request, Receiver receiver)
    {
        var to = receiver.To!;
        if (!InternationalNumber().IsMatch(to) || faults.ForText(to) == Outcome.Refused)
        {
            return new TextResult(to, null, StatusCodes.Status400BadRequest, "Invalid To phone number format.", "rejected", Successful: false);
        }

        var key = receiver.RepeatabilityRequestId is { Length: > 0 } id ? $"text/{id.ToUpperInvariant()}/{to}" : null;
        var (records, added) = store.Append(key, now => [Receive(to, request.Message!, now)]);
        if (added && request.SmsSendOptions is { EnableDeliveryReport: true } options)
        {
            context.Response.OnCompleted(() =>
            {
                reports.OnText(request.From!, options.Tag, records[0]);
                return Task.CompletedTask;
            });
        }

        return new TextResult(to, records[0].Reference, StatusCodes.Status202Accepted, null, "accepted", Successful: true);
    }

    private OutboxRecord Receive(string to, string message, DateTimeOffset now)
    {
        var id = Guid.CreateVersion7(now).ToString();
        return new OutboxRecord(
            new OutboxMessage(id, OutboxMessage.TextKind, to, now.UtcDateTime, Text: message),
            faults.ForText(to),
            Reference: "Outgoing_" + id);
    }

    /// <summary>E.164: a plus, and up to 15 digits of which the first is not 0.</summary>
    [GeneratedRegex(@"^\+[1-9][0-9]{6,14}$")]
    private static partial Regex InternationalNumber();

    private sealed record SendText(string? From, IReadOnlyList<Receiver>? SmsRecipients, string? Message, TextOptions? SmsSendOptions)
    {
        /// <summary>What is wrong with it as a whole; null where nothing is.</summary>
        public string? Fault() => this switch
        {
            { From: null or "" } => "from is missing.",
            { Message: null or "" } => "message is missing.",
            { SmsRecipients: null or { Count: 0 or > MaximumReceivers } } => $"smsRecipients has none or more than {MaximumReceivers}.",
            _ when SmsRecipients.Any(receiver => string.IsNullOrEmpty(receiver.To)) => "A receiver has no number.",
            _ => null,
        };
    }

    private sealed record Receiver(string? To, string? RepeatabilityRequestId, string? RepeatabilityFirstSent);

    private sealed record TextOptions(bool EnableDeliveryReport, string? Tag);

    private sealed record TextResult(
        string To,
        string? MessageId,
        int HttpStatusCode,
        string? ErrorMessage,
        string RepeatabilityResult,
        bool Successful);
}
