using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Local.Host.Outbox;

/// <summary>
/// The messages as a page, newest first, without script. An email's HTML is shown in a frame that can run nothing and load nothing,
/// because it is written by whoever fills in the product's forms; all else is written as text.
/// </summary>
internal sealed partial class OutboxPage(OutboxStore store)
{
    /// <summary>Frames are heavy; older messages are a link away.</summary>
    private const int PageSize = 50;

    private const string PagePolicy =
        "default-src 'none'; style-src 'self'; frame-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>Styles of an email stand in its own lines, and its pictures in its own data; a pressed link opens a new page.</summary>
    private const string EmailPolicy =
        "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'self'";

    private static readonly Lazy<byte[]> Style = new(ReadStyle);

    /// <param name="context">The request.</param>
    /// <param name="before">The id of a message: those older than it are shown. One that is not known gives the newest.</param>
    public IResult Get(HttpContext context, string? before)
    {
        Secure(context, PagePolicy);
        var newestFirst = store.Snapshot().Reverse().ToList();
        var start = before is null ? 0 : newestFirst.FindIndex(record => record.Message.Id == before) + 1;
        return Results.Content(Write(newestFirst, start), "text/html; charset=utf-8");
    }

    /// <summary>One email's HTML, as the frame shows it.</summary>
    public IResult GetEmail(HttpContext context, string id)
    {
        if (store.Snapshot().FirstOrDefault(record => record.Message.Id == id)?.Message.Html is not { } html)
        {
            return Results.NotFound();
        }

        Secure(context, EmailPolicy);
        return Results.Content(WithLinksInNewPages(html), "text/html; charset=utf-8");
    }

    public static IResult GetStyle(HttpContext context)
    {
        Secure(context, PagePolicy);
        return Results.Bytes(Style.Value, "text/css; charset=utf-8");
    }

    private static void Secure(HttpContext context, string policy)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = policy;
        headers.XContentTypeOptions = "nosniff";
        headers.CacheControl = "no-store";
        headers["Referrer-Policy"] = "no-referrer";
        headers["Cross-Origin-Resource-Policy"] = "same-origin";
    }

    private static byte[] ReadStyle()
    {
        using var stream = typeof(OutboxPage).Assembly.GetManifestResourceStream("outbox.css")
            ?? throw new InvalidOperationException("The style of the outbox is not in the assembly.");
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }

    private static string Write(List<OutboxRecord> newestFirst, int start)
    {
        var page = new StringBuilder();
        page.Append("""
            <!doctype html>
            <html lang="en">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>Outbox</title>
            <link rel="stylesheet" href="/outbox/outbox.css">
            </head>
            <body>
            <header>
            <h1>Outbox</h1>
            <p>What was sent from this machine, newest first. None of it left the machine.</p>
            <nav aria-label="Outbox"><a href="/outbox">Newest</a> <a href="/outbox.json">As JSON</a></nav>
            </header>
            <main>

            """);
        if (newestFirst.Count == 0)
        {
            page.Append("<p class=\"empty\">Nothing has been sent yet. Emails, texts and calls appear here as soon as they are sent.</p>\n");
        }

        foreach (var record in newestFirst.Skip(start).Take(PageSize))
        {
            WriteMessage(page, record);
        }

        if (start + PageSize < newestFirst.Count)
        {
            var last = newestFirst[start + PageSize - 1].Message.Id;
            page.Append(CultureInfo.InvariantCulture, $"<nav aria-label=\"Pages\"><a href=\"/outbox?before={Uri.EscapeDataString(last)}\">Older</a></nav>\n");
        }

        return page.Append("</main>\n</body>\n</html>\n").ToString();
    }

    private static void WriteMessage(StringBuilder page, OutboxRecord record)
    {
        var message = record.Message;
        var id = PageText.Escape(message.Id);
        var kind = Kind(message.Kind);
        var at = message.At.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
        var shown = message.At.ToString("d MMM yyyy, HH:mm:ss", CultureInfo.InvariantCulture);
        page.Append(CultureInfo.InvariantCulture, $"<article id=\"{id}\" aria-labelledby=\"{id}-title\">\n")
            .Append(CultureInfo.InvariantCulture, $"<p class=\"about\"><span class=\"kind {kind.Class}\">{kind.Name}</span> ")
            .Append(CultureInfo.InvariantCulture, $"to <strong>{PageText.Escape(message.To)}</strong> ")
            .Append(CultureInfo.InvariantCulture, $"<time datetime=\"{at}\">{shown} UTC</time></p>\n")
            .Append(CultureInfo.InvariantCulture, $"<h2 id=\"{id}-title\">{PageText.Escape(Title(record))}</h2>\n");
        if (Trouble(record.Outcome) is { } trouble)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"trouble\">{trouble}</p>\n");
        }

        WriteBody(page, message, id);
        page.Append("</article>\n");
    }

    private static void WriteBody(StringBuilder page, OutboxMessage message, string id)
    {
        if (message.Html is not null)
        {
            page.Append(CultureInfo.InvariantCulture, $"<iframe src=\"/outbox/{id}/email\" title=\"The email\" loading=\"lazy\" ")
                .Append("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"></iframe>\n");
        }

        if (message.Text is not null && message.Html is not null)
        {
            page.Append("<details><summary>As plain text</summary>")
                .Append(CultureInfo.InvariantCulture, $"<p class=\"body\">{PageText.WithLinks(message.Text)}</p></details>\n");
        }
        else if (message.Text is not null)
        {
            page.Append(CultureInfo.InvariantCulture, $"<p class=\"body\">{PageText.WithLinks(message.Text)}</p>\n");
        }

        if (message.Spoken is not null)
        {
            page.Append(CultureInfo.InvariantCulture, $"<blockquote class=\"body\">{PageText.Escape(message.Spoken)}</blockquote>\n");
        }
    }

    private static (string Name, string Class) Kind(string kind) => kind switch
    {
        OutboxMessage.Email => ("Email", "email"),
        OutboxMessage.Call => ("Call", "call"),
        _ => ("Text", "text"),
    };

    private static string Title(OutboxRecord record) => record.Message switch
    {
        { Subject: { } subject } => subject,
        { Kind: OutboxMessage.Call, Spoken: not null } => "What was said",
        { Kind: OutboxMessage.Call } => "Nothing was said",
        _ => "Text message",
    };

    private static string? Trouble(Outcome outcome) => outcome switch
    {
        Outcome.Delivered => null,
        Outcome.Bounced => "Came back: the mailbox does not exist.",
        Outcome.Suppressed => "Not sent: the address bounced before.",
        Outcome.Unanswered => "Nobody answered.",
        Outcome.Busy => "The line was busy.",
        Outcome.Mute => "The text could not be spoken.",
        _ => "Not delivered.",
    };

    /// <summary>A link pressed inside the frame would otherwise open inside it.</summary>
    private static string WithLinksInNewPages(string html)
    {
        const string Target = "<base target=\"_blank\">";
        var head = OpeningHead().Match(html);
        return head.Success ? html.Insert(head.Index + head.Length, Target) : "<!doctype html>" + Target + html;
    }

    [GeneratedRegex("<head(\\s[^>]*)?>", RegexOptions.IgnoreCase | RegexOptions.NonBacktracking)]
    private static partial Regex OpeningHead();
}
