using System.Net;
using System.Text.RegularExpressions;

namespace Host.Tests.Outbox;

public sealed partial class OutboxPageTests
{
    private const string Attack = "<script>alert(1)</script><img src=x onerror=alert(1)>\"'><svg onload=alert(1)>";

    public sealed class Get : OutboxHost
    {
        [Fact]
        public async Task Empty_outbox_says_what_to_expect() =>
            Assert.Contains("Nothing has been sent yet", await Http.GetStringAsync("/outbox"), StringComparison.Ordinal);

        [Fact]
        public async Task Newest_is_first()
        {
            await SendEmailAsync("ana@home.example", "The first");
            await SendEmailAsync("ana@home.example", "The second");

            var page = await Http.GetStringAsync("/outbox");

            Assert.InRange(page.IndexOf("The second", StringComparison.Ordinal), 0, page.IndexOf("The first", StringComparison.Ordinal));
        }

        [Fact]
        public async Task Script_in_any_part_is_shown_and_not_run()
        {
            await SendEmailAsync("ana@home.example", Attack, html: null, Attack);
            await Sms.SendAsync(PracticeNumber, "+14255550123", Attack);
            var call = await ConnectAsync("+14255550123");
            await call.GetCallMedia().PlayToAllAsync(new Azure.Communication.CallAutomation.TextSource(Attack));

            var page = await Http.GetStringAsync("/outbox");

            Assert.DoesNotContain("<script", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<img", page, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("<svg", page, StringComparison.OrdinalIgnoreCase);
            Assert.Equal(4, Regex.Count(page, Regex.Escape(WebUtility.HtmlEncode("<script>alert(1)</script>"))));
        }

        [Fact]
        public async Task Web_addresses_in_a_text_become_links_and_nothing_else_does()
        {
            await Sms.SendAsync(
                PracticeNumber,
                "+14255550123",
                "Open https://practice.example/r?a=1&b=2#token. (http://other.example/) javascript:alert(1) https://x\"onclick=alert(1)");

            var page = await Http.GetStringAsync("/outbox");

            Assert.Contains(
                "<a href=\"https://practice.example/r?a=1&amp;b=2#token\" target=\"_blank\" rel=\"noopener noreferrer\">https://practice.example/r?a=1&amp;b=2#token</a>.",
                page,
                StringComparison.Ordinal);
            Assert.Contains("(<a href=\"http://other.example/\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("href=\"javascript", page, StringComparison.Ordinal);
            Assert.Contains("<a href=\"https://x\"", page, StringComparison.Ordinal);
            Assert.Contains("&quot;onclick=alert(1)", page, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Policy_is_strict_and_the_page_keeps_it()
        {
            await SendEmailAsync("ana@home.example", text: "plain");

            using var response = await Http.GetAsync("/outbox");
            var page = await response.Content.ReadAsStringAsync();

            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("default-src 'none'; style-src 'self'; frame-src 'self';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
            Assert.Equal("no-store", response.Headers.CacheControl?.ToString());
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.Equal("no-referrer", Assert.Single(response.Headers.GetValues("Referrer-Policy")));
            Assert.DoesNotMatch(Inline(), page);
            Assert.Contains("<html lang=\"en\">", page, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Style_comes_from_its_own_file()
        {
            using var response = await Http.GetAsync("/outbox/outbox.css");

            Assert.Equal("text/css", response.Content.Headers.ContentType?.MediaType);
            Assert.Contains("prefers-color-scheme: dark", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }

        [Fact]
        public async Task Trouble_is_named()
        {
            Faults.Bounce("gone@home.example");
            Faults.LeaveUnanswered("+14255550199");
            await SendEmailAsync("gone@home.example");
            await Calls.CreateCallAsync(
                new Azure.Communication.CallAutomation.CallInvite(
                    new Azure.Communication.PhoneNumberIdentifier("+14255550199"),
                    new Azure.Communication.PhoneNumberIdentifier(PracticeNumber)),
                Receiver.Callback);
            await Receiver.NextAsync<Azure.Communication.CallAutomation.CreateCallFailed>();

            var page = await Http.GetStringAsync("/outbox");

            Assert.Contains("Came back: the mailbox does not exist.", page, StringComparison.Ordinal);
            Assert.Contains("Nobody answered.", page, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Older_ones_are_a_link_away()
        {
            await Sms.SendAsync(PracticeNumber, [.. Enumerable.Range(0, 60).Select(number => $"+142555501{number:00}")], "Hello");

            var first = await Http.GetStringAsync("/outbox");
            var link = OlderLink().Match(first);
            var second = await Http.GetStringAsync(link.Groups[1].Value);

            Assert.Equal(50, Regex.Count(first, "<article"));
            Assert.Equal(10, Regex.Count(second, "<article"));
            Assert.Contains("14255550100", second, StringComparison.Ordinal);
            Assert.DoesNotMatch(OlderLink(), second);
        }
    }

    public sealed class Email : OutboxHost
    {
        [Fact]
        public async Task Html_is_shown_in_a_frame_that_can_run_nothing()
        {
            await SendEmailAsync("ana@home.example", "Hello", "<html><head lang=\"es\"><title>x</title></head><body>" + Attack + "</body></html>");
            var id = (await OnlyMessageAsync()).GetProperty("id").GetString();

            var page = await Http.GetStringAsync("/outbox");
            using var response = await Http.GetAsync($"/outbox/{id}/email");
            var body = await response.Content.ReadAsStringAsync();

            Assert.Contains($"<iframe src=\"/outbox/{id}/email\"", page, StringComparison.Ordinal);
            Assert.Contains("sandbox=\"allow-popups allow-popups-to-escape-sandbox\"", page, StringComparison.Ordinal);
            Assert.DoesNotContain("<script", page, StringComparison.Ordinal);
            var policy = Assert.Single(response.Headers.GetValues("Content-Security-Policy"));
            Assert.StartsWith("sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none';", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("script", policy, StringComparison.Ordinal);
            Assert.DoesNotContain("allow-same-origin", policy, StringComparison.Ordinal);
            Assert.StartsWith("<html><head lang=\"es\"><base target=\"_blank\"><title>", body, StringComparison.Ordinal);
            Assert.Contains(Attack, body, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Fragment_is_made_a_page()
        {
            await SendEmailAsync("ana@home.example", "Hello", "<header>Hi</header>");
            var id = (await OnlyMessageAsync()).GetProperty("id").GetString();

            Assert.Equal("<!doctype html><base target=\"_blank\"><header>Hi</header>", await Http.GetStringAsync($"/outbox/{id}/email"));
        }

        [Fact]
        public async Task Message_without_html_has_no_such_page()
        {
            await Sms.SendAsync(PracticeNumber, "+14255550123", "Hello");
            var id = (await OnlyMessageAsync()).GetProperty("id").GetString();

            using var response = await Http.GetAsync($"/outbox/{id}/email");
            using var unknown = await Http.GetAsync("/outbox/unknown/email");

            Assert.Equal((HttpStatusCode.NotFound, HttpStatusCode.NotFound), (response.StatusCode, unknown.StatusCode));
        }
    }

    [GeneratedRegex("<style|<script|\\sstyle=|\\son[a-z]+=", RegexOptions.IgnoreCase)]
    private static partial Regex Inline();

    [GeneratedRegex("<a href=\"(/outbox\\?before=[^\"]+)\">Older</a>")]
    private static partial Regex OlderLink();
}
