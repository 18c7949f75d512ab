using Azure;
using Azure.Communication.Email;

namespace Packages.Tests.Communication;

public sealed class EmailClientTests
{
    private static readonly Guid OperationId = new("0196e3a1-0000-7000-8000-000000000001");

    private static string State(string status, string error = "null") => $$"""{"id":"{{OperationId}}","status":"{{status}}","error":{{error}}}""";

    public abstract class WithService : IAsyncLifetime
    {
        internal LoopbackService Service { get; } = new();

        internal EmailClient Client { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await Service.InitializeAsync();
            Client = new EmailClient(Service.ConnectionString);
        }

        public Task DisposeAsync() => Service.DisposeAsync();
    }

    public sealed class Send : WithService
    {
        [Fact]
        public async Task Full_email_is_sent_in_the_documented_form()
        {
            Service.Answers(202, State("Running"), ("Operation-Location", $"{Service.Endpoint}emails/operations/{OperationId}"));
            var message = new EmailMessage(
                "registration@practice.example",
                new EmailRecipients(
                    [new EmailAddress("ana@home.example", "Ana María")],
                    [new EmailAddress("copy@home.example")],
                    [new EmailAddress("blind@home.example")]),
                new EmailContent("Your invitation") { PlainText = "Open the link", Html = "<p>Open the <a href=\"https://practice.example/\">link</a></p>" })
            {
                Headers = { ["x-priority"] = "1" },
                ReplyTo = { new EmailAddress("office@practice.example", "Office") },
                Attachments = { new EmailAttachment("terms.txt", "text/plain", BinaryData.FromString("Terms")) { ContentId = "terms" } },
                UserEngagementTrackingDisabled = true,
            };

            await Client.SendAsync(WaitUntil.Started, message, OperationId);

            var request = Service.Request;
            Assert.Equal("POST", request.Method);
            Assert.Equal("/emails:send?api-version=2025-09-01", request.Target);
            Assert.Equal("application/json", request.Headers["Content-Type"]);
            Assert.Equal("application/json", request.Headers["Accept"]);
            Assert.Equal(OperationId.ToString(), request.Headers["Operation-Id"]);
            request.AssertJson("""
                {
                  "headers": { "x-priority": "1" },
                  "senderAddress": "registration@practice.example",
                  "content": {
                    "subject": "Your invitation",
                    "plainText": "Open the link",
                    "html": "<p>Open the <a href=\"https://practice.example/\">link</a></p>"
                  },
                  "recipients": {
                    "to": [ { "address": "ana@home.example", "displayName": "Ana María" } ],
                    "cc": [ { "address": "copy@home.example" } ],
                    "bcc": [ { "address": "blind@home.example" } ]
                  },
                  "attachments": [ { "name": "terms.txt", "contentType": "text/plain", "contentInBase64": "VGVybXM=", "contentId": "terms" } ],
                  "replyTo": [ { "address": "office@practice.example", "displayName": "Office" } ],
                  "userEngagementTrackingDisabled": true
                }
                """);
        }

        [Fact]
        public async Task Short_form_sends_only_what_was_given()
        {
            Service.Answers(202, State("Running"));

            await Client.SendAsync(WaitUntil.Started, "a@practice.example", "b@home.example", "Hello", htmlContent: null, OperationId, "Text only");

            Service.Request.AssertJson("""
                {
                  "senderAddress": "a@practice.example",
                  "content": { "subject": "Hello", "plainText": "Text only" },
                  "recipients": { "to": [ { "address": "b@home.example" } ] }
                }
                """);
        }

        [Fact]
        public async Task Without_an_id_each_send_has_its_own()
        {
            Service.Answers(202, State("Running")).Answers(202, State("Running"));

            await Client.SendAsync(WaitUntil.Started, "a@practice.example", "b@home.example", "Hello", "<p>1</p>");
            await Client.SendAsync(WaitUntil.Started, "a@practice.example", "b@home.example", "Hello", "<p>1</p>");

            var ids = Service.Requests.Select(request => Guid.Parse(request.Headers["Operation-Id"])).ToList();
            Assert.Equal(2, ids.Distinct().Count());
            Assert.DoesNotContain(Guid.Empty, ids);
        }

        [Fact]
        public async Task Older_version_of_the_service_is_asked_when_chosen()
        {
            Service.Answers(202, State("Running"));
            var client = new EmailClient(Service.ConnectionString, new EmailClientOptions(EmailClientOptions.ServiceVersion.V2023_03_31));

            await client.SendAsync(WaitUntil.Started, "a@practice.example", "b@home.example", "Hello", "<p>1</p>");

            Assert.Equal("/emails:send?api-version=2023-03-31", Service.Request.Target);
        }

        [Fact]
        public async Task Refused_email_is_a_failed_request_with_its_code()
        {
            Service.Answers(400, """{"error":{"code":"InvalidSenderDomain","message":"The domain is not linked."}}""");

            var failure = await Assert.ThrowsAsync<RequestFailedException>(
                () => Client.SendAsync(WaitUntil.Started, "a@other.example", "b@home.example", "Hello", "<p>1</p>"));

            Assert.Equal(400, failure.Status);
            Assert.Equal("InvalidSenderDomain", failure.ErrorCode);
            Assert.Contains("The domain is not linked.", failure.Message, StringComparison.Ordinal);
        }

        [Fact]
        public async Task Incomplete_email_is_refused_before_it_is_sent()
        {
            var content = new EmailContent("Hello") { Html = "<p>1</p>" };
            EmailMessage[] incomplete =
            [
                new(" ", "b@home.example", content),
                new("a@practice.example", " ", content),
                new("a@practice.example", new EmailRecipients(), content),
                new("a@practice.example", "b@home.example", new EmailContent("Hello")),
                new("a@practice.example", "b@home.example", new EmailContent(" ") { Html = "<p>1</p>" }),
                new("a@practice.example", "b@home.example", content) { Headers = { ["x-priority"] = "" } },
                new("a@practice.example", "b@home.example", content) { Attachments = { new("a.txt", "text/plain", BinaryData.FromString("")) } },
                new("a@practice.example", "b@home.example", content) { ReplyTo = { new EmailAddress("") } },
            ];

            foreach (var message in incomplete)
            {
                await Assert.ThrowsAsync<ArgumentException>(() => Client.SendAsync(WaitUntil.Started, message));
            }

            await Assert.ThrowsAsync<ArgumentNullException>(() => Client.SendAsync(WaitUntil.Started, null!));
            Assert.Empty(Service.Requests);
        }

        [Fact]
        public async Task Cancelled_send_stops()
        {
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Client.SendAsync(
                WaitUntil.Started, "a@practice.example", "b@home.example", "Hello", "<p>1</p>", cancellationToken: new CancellationToken(canceled: true)));

            Assert.Empty(Service.Requests);
        }
    }

    public sealed class Operation : WithService
    {
        [Fact]
        public async Task Started_one_takes_its_id_from_the_service_and_has_not_completed()
        {
            Service.Answers(202, State("Running"));

            var operation = await Client.SendAsync(WaitUntil.Started, "a@practice.example", "b@home.example", "Hello", "<p>1</p>", OperationId);

            Assert.Equal(OperationId.ToString(), operation.Id);
            Assert.False(operation.HasCompleted);
            Assert.False(operation.HasValue);
            Assert.Equal(202, operation.GetRawResponse().Status);
            Assert.Throws<InvalidOperationException>(() => operation.Value);
        }

        [Fact]
        public async Task Waited_for_one_is_asked_until_it_has_succeeded()
        {
            Service.Answers(202, State("NotStarted"), ("Retry-After", "0"))
                .Answers(200, State("Running"), ("Retry-After", "0"))
                .Answers(200, State("Succeeded"));
            var operation = await Client.SendAsync(WaitUntil.Started, "a@practice.example", "b@home.example", "Hello", "<p>1</p>", OperationId);

            var result = await operation.WaitForCompletionAsync(TimeSpan.Zero, CancellationToken.None);

            Assert.Equal(EmailSendStatus.Succeeded, result.Value.Status);
            Assert.True(operation.HasCompleted);
            Assert.True(operation.HasValue);
            Assert.Equal(EmailSendStatus.Succeeded, operation.Value.Status);
            Assert.Equal(
                [$"/emails/operations/{OperationId}?api-version=2025-09-01", $"/emails/operations/{OperationId}?api-version=2025-09-01"],
                Service.Requests.Skip(1).Select(request => request.Target));
            Assert.All(Service.Requests.Skip(1), request => Assert.Equal("GET", request.Method));
        }

        [Fact]
        public async Task Send_until_completed_asks_by_itself()
        {
            Service.Answers(202, State("Running")).Answers(200, State("Succeeded"));

            var operation = await Client.SendAsync(WaitUntil.Completed, "a@practice.example", "b@home.example", "Hello", "<p>1</p>", OperationId);

            Assert.True(operation.HasCompleted);
        }

        [Fact]
        public void Synchronous_send_until_completed_asks_by_itself()
        {
            Service.Answers(202, State("Running")).Answers(200, State("Succeeded"));

            var operation = Client.Send(WaitUntil.Completed, "a@practice.example", "b@home.example", "Hello", "<p>1</p>", OperationId);

            Assert.Equal(EmailSendStatus.Succeeded, operation.Value.Status);
        }

        [Fact]
        public async Task Failed_one_is_a_failed_request_each_time_it_is_asked()
        {
            Service.Answers(200, State("Failed", """{"code":"EmailDroppedAllRecipientsSuppressed","message":"All recipients are suppressed."}"""));
            var operation = new EmailSendOperation(OperationId.ToString(), Client);

            var failure = await Assert.ThrowsAsync<RequestFailedException>(async () => await operation.UpdateStatusAsync());

            Assert.Equal("EmailDroppedAllRecipientsSuppressed", failure.ErrorCode);
            Assert.True(operation.HasCompleted);
            Assert.False(operation.HasValue);
            Assert.Same(failure, Assert.Throws<RequestFailedException>(() => operation.UpdateStatus()));
            Assert.Same(failure, Assert.Throws<RequestFailedException>(() => operation.Value));
            Assert.Single(Service.Requests);
        }

        [Fact]
        public void One_made_from_a_kept_id_has_no_answer_before_it_is_asked()
        {
            var operation = new EmailSendOperation(OperationId.ToString(), Client);

            Assert.Throws<InvalidOperationException>(() => operation.GetRawResponse());
            Assert.Empty(Service.Requests);
        }

        [Fact]
        public void Unknown_one_is_a_failed_request()
        {
            Service.Answers(404, """{"error":{"code":"OperationNotFound","message":"No such operation."}}""");
            var operation = new EmailSendOperation(OperationId.ToString(), Client);

            var failure = Assert.Throws<RequestFailedException>(() => operation.UpdateStatus());

            Assert.Equal(404, failure.Status);
            Assert.False(operation.HasCompleted);
        }
    }

    public sealed class Status
    {
        [Fact]
        public void Words_are_compared_without_case_and_unknown_ones_kept()
        {
            EmailSendStatus fromWord = "succeeded";

            Assert.Equal(EmailSendStatus.Succeeded, fromWord);
            Assert.Equal(EmailSendStatus.Succeeded.GetHashCode(), fromWord.GetHashCode());
            Assert.True(fromWord != EmailSendStatus.Failed);
            Assert.Equal("Postponed", new EmailSendStatus("Postponed").ToString());
            Assert.Equal(EmailSendStatus.Values.Running, EmailSendStatus.Running.ToString());
            Assert.Equal(EmailSendStatus.Canceled, EmailModelFactory.EmailSendResult("1", EmailSendStatus.Canceled).Status);
        }
    }
}
