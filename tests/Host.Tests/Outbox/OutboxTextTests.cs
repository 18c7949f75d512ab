using System.Net;
using System.Text.Json;
using Azure.Communication.Sms;

namespace Host.Tests.Outbox;

public sealed class OutboxTextTests
{
    public sealed class Send : OutboxHost
    {
        [Fact]
        public async Task Text_arrives_as_its_receiver_sees_it()
        {
            var result = (await Sms.SendAsync(PracticeNumber, "+14255550123", "Su código es 012345")).Value;

            var message = await OnlyMessageAsync();
            Assert.Equal("text", message.GetProperty("kind").GetString());
            Assert.Equal("+14255550123", message.GetProperty("to").GetString());
            Assert.Equal("Su código es 012345", message.GetProperty("text").GetString());
            Assert.All(["subject", "html", "spoken"], name => Assert.Equal(JsonValueKind.Null, message.GetProperty(name).ValueKind));
            Assert.True(result.Successful);
            Assert.NotNull(result.MessageId);
        }

        [Fact]
        public async Task Each_number_has_its_own_result()
        {
            Faults.RefuseTexts("+14255550124");

            var results = (await Sms.SendAsync(PracticeNumber, ["+14255550123", "+14255550124", "012"], "Hello")).Value;

            Assert.Equal([true, false, false], results.Select(result => result.Successful));
            Assert.Equal([202, 400, 400], results.Select(result => result.HttpStatusCode));
            Assert.Equal("+14255550123", (await OnlyMessageAsync()).GetProperty("to").GetString());
        }

        [Fact]
        public async Task Same_mark_is_sent_once_even_after_a_restart()
        {
            const string Body = """
                {"from":"+14255550100","message":"Hello","smsRecipients":[
                  {"to":"+14255550123","repeatabilityRequestId":"3a1c2f5e-0000-4000-8000-000000000001","repeatabilityFirstSent":"Mon, 02 Mar 2026 09:00:00 GMT"}]}
                """;

            var first = await PostAsync(Body);
            var again = await PostAsync(Body);
            await RestartAsync();
            var afterwards = await PostAsync(Body);

            await OnlyMessageAsync();
            Assert.Equal(first, again);
            Assert.Equal(first, afterwards);
        }

        [Fact]
        public async Task Client_sends_twice_when_it_is_called_twice()
        {
            await Sms.SendAsync(PracticeNumber, "+14255550123", "Hello");
            await Sms.SendAsync(PracticeNumber, "+14255550123", "Hello");

            Assert.Equal(2, (await FeedAsync()).Count);
        }

        [Theory]
        [InlineData("""{"message":"m","smsRecipients":[{"to":"+14255550123"}]}""")]
        [InlineData("""{"from":"+14255550100","smsRecipients":[{"to":"+14255550123"}]}""")]
        [InlineData("""{"from":"+14255550100","message":"m","smsRecipients":[]}""")]
        [InlineData("""{"from":"+14255550100","message":"m","smsRecipients":[{}]}""")]
        [InlineData("""{"from":"+14255550100","message":"m"}""")]
        [InlineData("""{"from":1,"message":"m","smsRecipients":[{"to":"+14255550123"}]}""")]
        public async Task Malformed_request_is_refused_and_not_recorded(string body)
        {
            using var request = SignedRequest.Create(Http, HttpMethod.Post, "/sms?api-version=2021-03-07", body, AccessKey);

            using var response = await Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Empty(await FeedAsync());
        }

        [Fact]
        public async Task More_than_a_hundred_numbers_are_refused()
        {
            var failure = await Assert.ThrowsAsync<Azure.RequestFailedException>(
                () => Sms.SendAsync(PracticeNumber, Enumerable.Repeat("+14255550123", 101), "Hello"));

            Assert.Equal(400, failure.Status);
        }

        private async Task<string?> PostAsync(string body)
        {
            using var request = SignedRequest.Create(Http, HttpMethod.Post, "/sms?api-version=2021-03-07", body, AccessKey);
            using var response = await Http.SendAsync(request);
            using var answer = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
            return answer.RootElement.GetProperty("value")[0].GetProperty("messageId").GetString();
        }
    }

    public sealed class Report : OutboxHost
    {
        [Fact]
        public async Task Delivered_text_is_reported_in_the_documented_form()
        {
            var options = new SmsSendOptions(enableDeliveryReport: true) { Tag = "code/1" };
            var result = (await Sms.SendAsync(PracticeNumber, "+14255550123", "Hello", options)).Value;

            var report = await Receiver.NextReportAsync();

            Assert.Equal("Microsoft.Communication.SMSDeliveryReportReceived", report.GetProperty("eventType").GetString());
            Assert.Equal("/phonenumber/14255550100", report.GetProperty("subject").GetString());
            var data = report.GetProperty("data");
            Assert.Equal(result.MessageId, data.GetProperty("messageId").GetString());
            Assert.Equal(PracticeNumber, data.GetProperty("from").GetString());
            Assert.Equal("+14255550123", data.GetProperty("to").GetString());
            Assert.Equal("Delivered", data.GetProperty("deliveryStatus").GetString());
            Assert.Equal("code/1", data.GetProperty("tag").GetString());
            Assert.Equal(1, data.GetProperty("deliveryAttempts")[0].GetProperty("segmentsSucceeded").GetInt32());
        }

        [Fact]
        public async Task Number_that_fails_is_reported_though_the_send_succeeds()
        {
            Faults.FailTexts("+14255550123");

            var result = (await Sms.SendAsync(PracticeNumber, "+14255550123", "Hello", new SmsSendOptions(enableDeliveryReport: true))).Value;

            Assert.True(result.Successful);
            var data = (await Receiver.NextReportAsync()).GetProperty("data");
            Assert.Equal("Failed", data.GetProperty("deliveryStatus").GetString());
            Assert.Equal(1, data.GetProperty("deliveryAttempts")[0].GetProperty("segmentsFailed").GetInt32());
        }

        [Fact]
        public async Task Text_sent_without_a_report_has_none()
        {
            await Sms.SendAsync(PracticeNumber, "+14255550123", "Hello");
            await Sms.SendAsync(PracticeNumber, "+14255550124", "Hello", new SmsSendOptions(enableDeliveryReport: false));
            await Sms.SendAsync(PracticeNumber, "+14255550125", "Hello", new SmsSendOptions(enableDeliveryReport: true));

            Assert.Equal("+14255550125", (await Receiver.NextReportAsync()).GetProperty("data").GetProperty("to").GetString());
        }
    }
}
