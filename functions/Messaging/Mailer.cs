using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using Azure;
using Azure.Communication.Email;
using Collaborations.Accounts;
using Collaborations.Http;
using Collaborations.Identifiers;
using Collaborations.Telemetry;
using Microsoft.Extensions.Options;

namespace Collaborations.Messaging;

/// <summary>An email as it goes out: text and HTML with the same words.</summary>
public sealed record WrittenEmail(string Subject, string Text, string Html);

/// <summary>
/// Writes and sends emails: text and HTML with the same words, one link, nothing about anybody's health, no code and no word of a message.
/// </summary>
public sealed class Mailer(EmailClient client, Wordings wordings, SendStore sends, IOptions<CommunicationOptions> options)
{
    /// <param name="id">The same for the same email, however often it is tried: what the service has said to have taken, it is not given again.</param>
    /// <param name="process">The orchestration that is told of its delivery; null where nobody waits.</param>
    /// <param name="to">The receiver.</param>
    /// <param name="language">Theirs.</param>
    /// <param name="kind">Which email.</param>
    /// <param name="values">By the names in its words.</param>
    /// <param name="link">Where its button leads.</param>
    /// <param name="cancellation">The process stops.</param>
    /// <returns>False where the service says that it cannot be sent, now or later: the address is none.</returns>
    /// <exception cref="RequestFailedException">The service did not take it, and may take it another time.</exception>
    public async Task<bool> SendAsync(
        SendId id,
        string? process,
        string to,
        Language language,
        EmailKind kind,
        IReadOnlyDictionary<string, string> values,
        Uri link,
        CancellationToken cancellation)
    {
        var words = wordings.In(language).Emails[kind.ToString()];
        string[] before = [.. words.Before.Select(text => Wordings.Fill(text, values))];
        string[] after = [.. words.After.Select(text => Wordings.Fill(text, values))];
        return await HandOverAsync(
            id, process, to, kind, Write(language, Wordings.Fill(words.Subject, values), before, words.Action, link, after), cancellation);
    }

    /// <inheritdoc cref="SendAsync(SendId, string?, string, Language, EmailKind, IReadOnlyDictionary{string, string}, Uri, CancellationToken)"/>
    public Task<bool> SendAsync(SendId id, string? process, string to, WrittenEmail email, CancellationToken cancellation) =>
        HandOverAsync(id, process, to, kind: null, email, cancellation);

    /// <param name="language">The receiver's.</param>
    /// <param name="subject">Also the heading.</param>
    /// <param name="before">Paragraphs above the button.</param>
    /// <param name="action">On the button.</param>
    /// <param name="link">Where it leads.</param>
    /// <param name="after">Paragraphs below it.</param>
    public WrittenEmail Write(
        Language language, string subject, IReadOnlyList<string> before, string action, Uri link, IReadOnlyList<string> after)
    {
        string[] below = [.. after, wordings.In(language).Signature];

        // A name that was kept before names were one line must not begin another header.
        subject = TypedText.OneLine(subject);
        return new WrittenEmail(
            subject, string.Join("\n\n", [.. before, $"{action}:\n{link.AbsoluteUri}", .. below]), Html(language, subject, before, action, link, below));
    }

    private async Task<bool> HandOverAsync(SendId id, string? process, string to, EmailKind? kind, WrittenEmail email, CancellationToken cancellation)
    {
        var content = new EmailContent(email.Subject) { PlainText = email.Text, Html = email.Html };
        var message = new EmailMessage(options.Value.EmailSender, to, content);
        try
        {
            await sends.UntilTakenAsync(
                id,
                new Send(process, Challenge: null, Sequence: 0),
                () => SendTrace.AroundAsync(SendChannel.Email, id, kind, () => client.SendAsync(WaitUntil.Started, message, id.Value, cancellation)),
                cancellation);
            return true;
        }
        catch (RequestFailedException refused) when (refused.Status == (int)HttpStatusCode.BadRequest)
        {
            return false;
        }
    }

    // Tables and inline styles: what mail programs of the last twenty years show alike. The address stands in plain text below its button,
    // for those who have learned not to press buttons in emails.
    private static string Html(
        Language language, string subject, IReadOnlyList<string> before, string action, Uri link, IReadOnlyList<string> after)
    {
        const string Paragraph = "<p style=\"margin:0 0 16px\">";
        var encode = HtmlEncoder.Default;
        var address = encode.Encode(link.AbsoluteUri);
        var html = new StringBuilder()
            .Append("<!doctype html><html lang=\"").Append(Languages.Tag(language)).Append("\"><head><meta charset=\"utf-8\"><meta name=\"viewport\" content=\"width=device-width\"><title>")
            .Append(encode.Encode(subject))
            .Append("</title></head><body style=\"margin:0;padding:24px;background:#f4f6f8\">")
            .Append("<table role=\"presentation\" align=\"center\" width=\"100%\" style=\"max-width:560px;background:#ffffff;border-radius:12px\">")
            .Append("<tr><td style=\"padding:32px;font:16px/1.5 system-ui,-apple-system,'Segoe UI',Roboto,sans-serif;color:#1b2733\"><div role=\"main\">")
            .Append("<h1 style=\"margin:0 0 16px;font-size:20px;line-height:1.3\">").Append(encode.Encode(subject)).Append("</h1>");
        foreach (var text in before)
        {
            html.Append(Paragraph).Append(encode.Encode(text).Replace("&#xA;", "<br>", StringComparison.Ordinal)).Append("</p>");
        }

        html.Append("<p style=\"margin:24px 0\"><a href=\"").Append(address)
            .Append("\" style=\"display:inline-block;padding:12px 24px;background:#0b5c6b;color:#ffffff;border-radius:8px;text-decoration:none;font-weight:600\">")
            .Append(encode.Encode(action)).Append("</a></p><p style=\"margin:0 0 16px;font-size:13px;color:#4a5b6a;word-break:break-all\">")
            .Append(address).Append("</p>");
        foreach (var text in after)
        {
            html.Append(Paragraph).Append(encode.Encode(text)).Append("</p>");
        }

        return html.Append("</div></td></tr></table></body></html>").ToString();
    }
}
