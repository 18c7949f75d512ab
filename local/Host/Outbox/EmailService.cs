using System.Net.Mail;
using Microsoft.AspNetCore.Http;

namespace Local.Host.Outbox;

/// <summary>The email service: takes an email, answers that it is being sent, and then that it was.</summary>
internal sealed class EmailService(ServiceRequest requests, OutboxStore store, OutboxFaults faults, OutboxReports reports)
{
    public async Task<IResult> SendAsync(HttpContext context)
    {
        var (refusal, request) = await requests.AdmitAsync<SendEmail>(context);
        if (refusal is not null || request is null)
        {
            return refusal ?? ServiceAnswer.BadRequest("The body is missing.");
        }

        if (request.Fault() is { } fault)
        {
            return ServiceAnswer.BadRequest(fault);
        }

        var operationId = Guid.NewGuid();
        var stated = context.Request.Headers["Operation-Id"].ToString();
        if (stated.Length > 0 && !Guid.TryParse(stated, out operationId))
        {
            return ServiceAnswer.BadRequest("Operation-Id is no GUID.");
        }

        var id = operationId.ToString();
        var (records, added) = store.Append(Key(id), now => [.. Receive(request, now, id)]);
        if (added)
        {
            context.Response.OnCompleted(() =>
            {
                reports.OnEmail(request.SenderAddress!, records);
                return Task.CompletedTask;
            });
        }

        var version = context.Request.Query["api-version"].ToString();
        context.Response.Headers["Operation-Location"] =
            $"{context.Request.Scheme}://{context.Request.Host}/emails/operations/{id}?api-version={Uri.EscapeDataString(version)}";
        return Results.Json(new { id, status = "Running", error = (object?)null }, statusCode: StatusCodes.Status202Accepted);
    }

    public async Task<IResult> GetOperationAsync(HttpContext context, string id)
    {
        var (refusal, _) = await requests.AdmitAsync(context);
        if (refusal is not null)
        {
            return refusal;
        }

        var records = store.Find(Key(id));
        if (records.Count == 0)
        {
            return ServiceAnswer.Error(StatusCodes.Status404NotFound, "OperationNotFound", "No operation has this id.");
        }

        return records.All(record => record.Outcome == Outcome.Suppressed)
            ? Results.Json(new
            {
                id,
                status = "Failed",
                error = new { code = "EmailDroppedAllRecipientsSuppressed", message = "The service sends to none of the receivers." },
            })
            : Results.Json(new { id, status = "Succeeded", error = (object?)null });
    }

    private static string Key(string operationId) => "email/" + operationId.ToUpperInvariant();

    private IEnumerable<OutboxRecord> Receive(SendEmail request, DateTimeOffset now, string operationId) =>
        request.Receivers().Select(address => new OutboxRecord(
            new OutboxMessage(
                Guid.CreateVersion7(now).ToString(),
                OutboxMessage.Email,
                address,
                now.UtcDateTime,
                request.Content!.Subject,
                request.Content.PlainText,
                request.Content.Html),
            faults.ForEmail(address),
            Reference: operationId));

    /// <summary>The body, as far as a receiver sees it and the service checks it.</summary>
    private sealed record SendEmail(
        string? SenderAddress,
        EmailBody? Content,
        EmailReceivers? Recipients,
        IReadOnlyList<EmailParty>? ReplyTo,
        IReadOnlyList<EmailFile>? Attachments)
    {
        /// <summary>Each receiver once, in the order to, cc, bcc.</summary>
        public IEnumerable<string> Receivers() =>
            Recipients!.All().Select(party => party.Address!).Distinct(StringComparer.OrdinalIgnoreCase);

        /// <summary>What is wrong with it; null where nothing is.</summary>
        public string? Fault() => this switch
        {
            { SenderAddress: var sender } when !IsAddress(sender) => "senderAddress is no email address.",
            { Content: null or { Subject: null or "" } } => "content.subject is missing.",
            { Content: { PlainText: null or "", Html: null or "" } } => "content has neither plainText nor html.",
            { Recipients: null } => "recipients is missing.",
            _ when !Recipients.All().Any() => "recipients is empty.",
            _ when !Recipients.All().Concat(ReplyTo ?? []).All(party => IsAddress(party.Address)) => "A receiver has no email address.",
            _ when !(Attachments ?? []).All(file => file.IsWhole()) => "An attachment lacks its name, type or content.",
            _ => null,
        };

        private static bool IsAddress(string? text) => MailAddress.TryCreate(text, out var address) && address.Address == text;
    }

    private sealed record EmailBody(string? Subject, string? PlainText, string? Html);

    private sealed record EmailParty(string? Address, string? DisplayName);

    private sealed record EmailReceivers(IReadOnlyList<EmailParty>? To, IReadOnlyList<EmailParty>? Cc, IReadOnlyList<EmailParty>? Bcc)
    {
        public IEnumerable<EmailParty> All() => (To ?? []).Concat(Cc ?? []).Concat(Bcc ?? []);
    }

    private sealed record EmailFile(string? Name, string? ContentType, string? ContentInBase64)
    {
        public bool IsWhole() =>
            !string.IsNullOrEmpty(Name)
            && !string.IsNullOrEmpty(ContentType)
            && !string.IsNullOrEmpty(ContentInBase64)
            && Convert.TryFromBase64String(ContentInBase64, new byte[ContentInBase64.Length], out _);
    }
}
