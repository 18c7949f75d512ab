using System.Globalization;
using Azure;
using Azure.Communication.Sms;
using Azure.Communication.Sms.Models;

namespace Packages.Tests.Communication;

public sealed class SmsClientTests
{
    private const string From = "+14255550100";

    public sealed class Send : IAsyncLifetime
    {
        private readonly LoopbackService _service = new();
        private SmsClient _client = null!;

        public async Task InitializeAsync()
        {
            await _service.InitializeAsync();
            _client = new SmsClient(_service.ConnectionString);
        }

        public Task DisposeAsync() => _service.DisposeAsync();

        [Fact]
        public async Task Text_is_sent_in_the_documented_form()
        {
            _service.Answers(202, Result(("+14255550123", 202, true)));

            await _client.SendAsync(From, "+14255550123", "Ihr Code: 012345", new SmsSendOptions(enableDeliveryReport: true) { Tag = "code" });

            var request = _service.Request;
            Assert.Equal("POST", request.Method);
            Assert.Equal("/sms?api-version=2021-03-07", request.Target);
            Assert.Equal("application/json", request.Headers["Content-Type"]);
            Assert.Equal("application/json", request.Headers["Accept"]);
            DocumentedSignature.AssertOn(request, LoopbackService.AccessKey);
            var mark = request.Json.GetProperty("smsRecipients")[0];
            var id = mark.GetProperty("repeatabilityRequestId").GetString();
            var firstSent = mark.GetProperty("repeatabilityFirstSent").GetString();
            request.AssertJson($$"""
                {
                  "from": "{{From}}",
                  "smsRecipients": [ { "to": "+14255550123", "repeatabilityRequestId": "{{id}}", "repeatabilityFirstSent": "{{firstSent}}" } ],
                  "message": "Ihr Code: 012345",
                  "smsSendOptions": { "enableDeliveryReport": true, "tag": "code" }
                }
                """);
            Assert.NotEqual(Guid.Empty, Guid.Parse(id!));
            var sent = DateTimeOffset.ParseExact(firstSent!, "r", CultureInfo.InvariantCulture);
            Assert.InRange(sent, DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddMinutes(5));
        }

        [Fact]
        public async Task Without_options_none_are_sent()
        {
            _service.Answers(202, Result(("+14255550123", 202, true)));

            await _client.SendAsync(From, "+14255550123", "Hello");

            Assert.False(_service.Request.Json.TryGetProperty("smsSendOptions", out _));
        }

        [Fact]
        public async Task Several_numbers_have_a_mark_and_a_result_each()
        {
            _service.Answers(202, Result(("+14255550123", 202, true), ("+999", 400, false)));

            var results = (await _client.SendAsync(From, ["+14255550123", "+999"], "Hello")).Value;

            var marks = _service.Request.Json.GetProperty("smsRecipients").EnumerateArray().ToList();
            Assert.Equal(["+14255550123", "+999"], marks.Select(mark => mark.GetProperty("to").GetString()));
            Assert.Equal(2, marks.Select(mark => mark.GetProperty("repeatabilityRequestId").GetString()).Distinct().Count());
            Assert.True(results[0].Successful);
            Assert.Equal("message-0", results[0].MessageId);
            Assert.Null(results[0].ErrorMessage);
            Assert.False(results[1].Successful);
            Assert.Equal(400, results[1].HttpStatusCode);
            Assert.Equal("+999", results[1].To);
            Assert.Equal("refused", results[1].ErrorMessage);
        }

        [Fact]
        public void Synchronous_send_gives_the_one_result()
        {
            _service.Answers(202, Result(("+14255550123", 202, true)));

            var response = _client.Send(From, "+14255550123", "Hello");

            Assert.Equal("+14255550123", response.Value.To);
            Assert.Equal(202, response.GetRawResponse().Status);
        }

        [Fact]
        public async Task Second_send_of_the_same_text_is_another_one()
        {
            _service.Answers(202, Result(("+14255550123", 202, true))).Answers(202, Result(("+14255550123", 202, true)));

            await _client.SendAsync(From, "+14255550123", "Hello");
            await _client.SendAsync(From, "+14255550123", "Hello");

            var ids = _service.Requests.Select(request => request.Json.GetProperty("smsRecipients")[0].GetProperty("repeatabilityRequestId").GetString());
            Assert.Equal(2, ids.Distinct().Count());
        }

        [Fact]
        public async Task Refused_request_is_a_failed_request()
        {
            _service.Answers(403, """{"error":{"code":"Forbidden","message":"The number is not of this resource."}}""");

            var failure = await Assert.ThrowsAsync<RequestFailedException>(() => _client.SendAsync(From, "+14255550123", "Hello"));

            Assert.Equal(403, failure.Status);
            Assert.Equal("Forbidden", failure.ErrorCode);
        }

        [Fact]
        public async Task Empty_numbers_are_refused_before_anything_is_sent()
        {
            await Assert.ThrowsAsync<ArgumentException>(() => _client.SendAsync(string.Empty, "+14255550123", "Hello"));
            await Assert.ThrowsAsync<ArgumentException>(() => _client.SendAsync(From, string.Empty, "Hello"));
            await Assert.ThrowsAsync<ArgumentException>(() => _client.SendAsync(From, ["+14255550123", string.Empty], "Hello"));
            await Assert.ThrowsAsync<ArgumentNullException>(() => _client.SendAsync(From, "+14255550123", null!));

            Assert.Empty(_service.Requests);
        }

        private static string Result(params (string To, int Status, bool Taken)[] items)
        {
            var values = items.Select((item, index) => $$"""
                {
                  "to": "{{item.To}}",
                  "messageId": {{(item.Taken ? $"\"message-{index}\"" : "null")}},
                  "httpStatusCode": {{item.Status}},
                  "errorMessage": {{(item.Taken ? "null" : "\"refused\"")}},
                  "repeatabilityResult": "accepted",
                  "successful": {{(item.Taken ? "true" : "false")}}
                }
                """);
            return $$"""{"value":[{{string.Join(',', values)}}]}""";
        }
    }

    public sealed class Factory
    {
        [Fact]
        public void Result_for_a_test_holds_what_it_was_given()
        {
            var result = SmsModelFactory.SmsSendResult("+14255550123", "1", 202, successful: true, errorMessage: null);

            Assert.Equal(("+14255550123", "1", 202, true), (result.To, result.MessageId, result.HttpStatusCode, result.Successful));
        }
    }
}
