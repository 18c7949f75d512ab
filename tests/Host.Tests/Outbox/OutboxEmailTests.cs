using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Azure;
using Azure.Communication.Email;

namespace Host.Tests.Outbox;

public sealed class OutboxEmailTests
{
    public sealed class Send : OutboxHost
    {
        [Fact]
        public async Task Email_arrives_as_its_receiver_sees_it()
        {
            await SendEmailAsync("ana@home.example", "Su invitación", "<p>Abra <a href=\"https://practice.example/r#t\">el enlace</a></p>", "Abra el enlace");

            var message = await OnlyMessageAsync();

            Assert.Equal("email", message.GetProperty("kind").GetString());
            Assert.Equal("ana@home.example", message.GetProperty("to").GetString());
            Assert.Equal("Su invitación", message.GetProperty("subject").GetString());
            Assert.Equal("Abra el enlace", message.GetProperty("text").GetString());
            Assert.Equal("<p>Abra <a href=\"https://practice.example/r#t\">el enlace</a></p>", message.GetProperty("html").GetString());
            Assert.Equal(JsonValueKind.Null, message.GetProperty("spoken").ValueKind);
            Assert.Equal(Time.GetUtcNow(), message.GetProperty("at").GetDateTimeOffset());
        }

        [Fact]
        public async Task Each_receiver_has_one_message()
        {
            var recipients = new EmailRecipients(
                [new EmailAddress("a@home.example", "A"), new EmailAddress("b@home.example")],
                [new EmailAddress("c@home.example"), new EmailAddress("A@home.example")],
                [new EmailAddress("d@home.example")]);

            await Email.SendAsync(WaitUntil.Started, new EmailMessage(Sender, recipients, new EmailContent("Hello") { PlainText = "Hi" }));

            var receivers = (await FeedAsync()).Select(message => message.GetProperty("to").GetString());
            Assert.Equal(["a@home.example", "b@home.example", "c@home.example", "d@home.example"], receivers);
        }

        [Fact]
        public async Task Operation_succeeds_when_it_is_waited_for()
        {
            var operation = await Email.SendAsync(WaitUntil.Completed, Sender, "ana@home.example", "Hello", "<p>Hi</p>");

            Assert.Equal(EmailSendStatus.Succeeded, operation.Value.Status);
        }

        [Fact]
        public async Task Same_operation_id_is_sent_once_even_after_a_restart()
        {
            var id = Guid.NewGuid();
            var first = await Email.SendAsync(WaitUntil.Started, Sender, "ana@home.example", "Hello", "<p>1</p>", id);
            var again = await Email.SendAsync(WaitUntil.Started, Sender, "ana@home.example", "Hello", "<p>1</p>", id);
            await RestartAsync();
            var afterwards = await Email.SendAsync(WaitUntil.Completed, Sender, "ana@home.example", "Hello", "<p>1</p>", id);

            await OnlyMessageAsync();
            Assert.Equal(first.Id, again.Id);
            Assert.Equal(first.Id, afterwards.Id);
        }

        [Fact]
        public async Task Same_operation_id_at_the_same_time_is_sent_once()
        {
            var id = Guid.NewGuid();

            await Task.WhenAll(Enumerable.Range(0, 8).Select(
                _ => Email.SendAsync(WaitUntil.Started, Sender, "ana@home.example", "Hello", "<p>1</p>", id)));

            await OnlyMessageAsync();
        }

        [Theory]
        [InlineData("{")]
        [InlineData("null")]
        [InlineData("[]")]
        [InlineData("""{"content":{"subject":"s","html":"h"},"recipients":{"to":[{"address":"a@home.example"}]}}""")]
        [InlineData("""{"senderAddress":"nobody","content":{"subject":"s","html":"h"},"recipients":{"to":[{"address":"a@home.example"}]}}""")]
        [InlineData("""{"senderAddress":"a@b.example","content":{"subject":"","html":"h"},"recipients":{"to":[{"address":"a@home.example"}]}}""")]
        [InlineData("""{"senderAddress":"a@b.example","content":{"subject":"s"},"recipients":{"to":[{"address":"a@home.example"}]}}""")]
        [InlineData("""{"senderAddress":"a@b.example","content":{"subject":"s","html":"h"},"recipients":{"to":[]}}""")]
        [InlineData("""{"senderAddress":"a@b.example","content":{"subject":"s","html":"h"},"recipients":{"to":[{"address":"A <a@home.example>"}]}}""")]
        [InlineData("""{"senderAddress":"a@b.example","content":{"subject":"s","html":"h"},"recipients":{"to":["a@home.example"]}}""")]
        [InlineData("""{"senderAddress":"a@b.example","content":{"subject":"s","html":"h"},"recipients":{"to":[{"address":"a@home.example"}]},"attachments":[{"name":"a","contentType":"b","contentInBase64":"?"}]}""")]
        public async Task Malformed_email_is_refused_and_not_recorded(string body)
        {
            using var request = SignedRequest.Create(Http, HttpMethod.Post, "/emails:send?api-version=2025-09-01", body, AccessKey);

            using var response = await Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            var error = (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("error");
            Assert.Equal("BadRequest", error.GetProperty("code").GetString());
            Assert.Empty(await FeedAsync());
        }

        [Fact]
        public async Task Operation_id_that_is_no_guid_is_refused()
        {
            const string Body = """{"senderAddress":"a@b.example","content":{"subject":"s","html":"h"},"recipients":{"to":[{"address":"a@home.example"}]}}""";
            using var request = SignedRequest.Create(Http, HttpMethod.Post, "/emails:send?api-version=2025-09-01", Body, AccessKey);
            request.Headers.Add("Operation-Id", "first");

            using var response = await Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Empty(await FeedAsync());
        }

        [Fact]
        public async Task Request_without_a_version_is_refused()
        {
            using var request = SignedRequest.Create(Http, HttpMethod.Post, "/emails:send", "{}", AccessKey);

            using var response = await Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        [Fact]
        public async Task Unknown_operation_is_not_found()
        {
            var operation = new EmailSendOperation(Guid.NewGuid().ToString(), Email);

            var failure = await Assert.ThrowsAsync<RequestFailedException>(async () => await operation.UpdateStatusAsync());

            Assert.Equal((404, "OperationNotFound"), (failure.Status, failure.ErrorCode));
        }
    }

    public sealed class Report : OutboxHost
    {
        [Fact]
        public async Task Delivered_email_is_reported_in_the_documented_form()
        {
            var operation = await SendEmailAsync("ana@home.example");

            var report = await Receiver.NextReportAsync();

            Assert.Equal("Microsoft.Communication.EmailDeliveryReportReceived", report.GetProperty("eventType").GetString());
            Assert.Equal($"sender/{Sender}/message/{operation.Id}", report.GetProperty("subject").GetString());
            Assert.Equal("1.0", report.GetProperty("dataVersion").GetString());
            Assert.Equal("1", report.GetProperty("metadataVersion").GetString());
            Assert.Equal(Time.GetUtcNow(), report.GetProperty("eventTime").GetDateTimeOffset());
            var data = report.GetProperty("data");
            Assert.Equal(Sender, data.GetProperty("sender").GetString());
            Assert.Equal("ana@home.example", data.GetProperty("recipient").GetString());
            Assert.Equal(operation.Id, data.GetProperty("messageId").GetString());
            Assert.Equal("Delivered", data.GetProperty("status").GetString());
            Assert.Equal(Time.GetUtcNow(), data.GetProperty("deliveryAttemptTimeStamp").GetDateTimeOffset());
        }

        [Fact]
        public async Task Address_that_bounces_is_reported_though_the_send_succeeds()
        {
            Faults.Bounce("Gone@home.example");

            var operation = await Email.SendAsync(WaitUntil.Completed, Sender, "gone@home.example", "Hello", "<p>Hi</p>");

            Assert.Equal(EmailSendStatus.Succeeded, operation.Value.Status);
            var data = (await Receiver.NextReportAsync()).GetProperty("data");
            Assert.Equal("Bounced", data.GetProperty("status").GetString());
            Assert.NotEqual(string.Empty, data.GetProperty("deliveryStatusDetails").GetProperty("statusMessage").GetString());
            await OnlyMessageAsync();
        }

        [Fact]
        public async Task Suppressed_address_fails_the_operation_and_is_reported()
        {
            Faults.Suppress("gone@home.example");

            var failure = await Assert.ThrowsAsync<RequestFailedException>(
                () => Email.SendAsync(WaitUntil.Completed, Sender, "gone@home.example", "Hello", "<p>Hi</p>"));

            Assert.Equal("EmailDroppedAllRecipientsSuppressed", failure.ErrorCode);
            Assert.Equal("Suppressed", (await Receiver.NextReportAsync()).GetProperty("data").GetProperty("status").GetString());
        }

        [Fact]
        public async Task Repeated_send_is_reported_once()
        {
            var id = Guid.NewGuid();
            await Email.SendAsync(WaitUntil.Started, Sender, "first@home.example", "Hello", "<p>1</p>", id);
            await Email.SendAsync(WaitUntil.Started, Sender, "first@home.example", "Hello", "<p>1</p>", id);
            await SendEmailAsync("second@home.example");

            List<string?> reported =
            [
                (await Receiver.NextReportAsync()).GetProperty("data").GetProperty("recipient").GetString(),
                (await Receiver.NextReportAsync()).GetProperty("data").GetProperty("recipient").GetString(),
            ];

            Assert.Equal(["first@home.example", "second@home.example"], reported);
        }

        [Fact]
        public async Task Report_that_nobody_takes_is_dropped_and_the_next_one_comes()
        {
            Receiver.Refuse(500, posts: 4);
            await SendEmailAsync("first@home.example");
            await SendEmailAsync("second@home.example");

            var report = Receiver.NextReportAsync();
            while (!report.IsCompleted)
            {
                // The wait between two posts is the clock's, and the clock is the test's.
                Time.Advance(TimeSpan.FromSeconds(30));
                await Task.Yield();
            }

            Assert.Equal("second@home.example", (await report).GetProperty("data").GetProperty("recipient").GetString());
        }

        [Fact]
        public async Task Address_without_a_rule_again_is_reached()
        {
            Faults.Bounce("back@home.example");
            Faults.Clear("back@home.example");

            await SendEmailAsync("back@home.example");

            Assert.Equal("Delivered", (await Receiver.NextReportAsync()).GetProperty("data").GetProperty("status").GetString());
        }
    }
}
