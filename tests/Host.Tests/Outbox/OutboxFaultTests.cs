using System.Text.Json.Nodes;
using Azure;
using Azure.Communication;
using Azure.Communication.CallAutomation;
using Azure.Communication.Sms;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Host.Tests.Outbox;

public sealed class OutboxFaultTests
{
    public sealed class RefuseNext : OutboxHost
    {
        [Fact]
        public async Task Clients_get_over_a_busy_service_and_send_once()
        {
            Faults.RefuseNext(2, 429, TimeSpan.Zero);

            await Sms.SendAsync(PracticeNumber, "+14255550123", "Hello");

            await OnlyMessageAsync();
        }

        [Fact]
        public async Task Service_that_stays_away_is_a_failed_request_and_nothing_is_sent()
        {
            Faults.RefuseNext(int.MaxValue, 503, TimeSpan.Zero);

            var failure = await Assert.ThrowsAsync<RequestFailedException>(() => SendEmailAsync("ana@home.example"));

            Assert.Equal(503, failure.Status);
            Assert.Empty(await FeedAsync());
        }

        [Theory]
        [InlineData(-1, 503)]
        [InlineData(1, 200)]
        [InlineData(1, 600)]
        public void Rule_that_makes_no_sense_is_refused(int requests, int status) =>
            Assert.Throws<ArgumentOutOfRangeException>(() => Faults.RefuseNext(requests, status));
    }

    /// <summary>
    /// The clients for texts and calls make a new mark of repeatability each time they are called. A caller who repeats a step of
    /// a process sets its own by a policy of the pipeline, which works with the real clients alike: it stands before the signature.
    /// </summary>
    public sealed class CallersKey : OutboxHost
    {
        private const string Property = "request-id";

        [Fact]
        public async Task Text_sent_again_under_the_callers_key_arrives_once()
        {
            var options = new SmsClientOptions();
            options.AddPolicy(new CallersKeyPolicy(), HttpPipelinePosition.PerCall);
            var client = new SmsClient(ConnectionString, options);

            using (Under("0196e3a1-0000-7000-8000-000000000001"))
            {
                await client.SendAsync(PracticeNumber, "+14255550123", "Hello");
                await client.SendAsync(PracticeNumber, "+14255550123", "Hello");
            }

            await OnlyMessageAsync();
        }

        [Fact]
        public async Task Call_made_again_under_the_callers_key_rings_once()
        {
            var options = new CallAutomationClientOptions();
            options.AddPolicy(new CallersKeyPolicy(), HttpPipelinePosition.PerCall);
            var client = new CallAutomationClient(ConnectionString, options);
            var invite = new CallInvite(new PhoneNumberIdentifier("+14255550123"), new PhoneNumberIdentifier(PracticeNumber));

            using (Under("0196e3a1-0000-7000-8000-000000000002"))
            {
                var first = await client.CreateCallAsync(invite, Receiver.Callback);
                var again = await client.CreateCallAsync(invite, Receiver.Callback);

                Assert.Equal(first.Value.CallConnection.CallConnectionId, again.Value.CallConnection.CallConnectionId);
            }
        }

        private static IDisposable Under(string key) =>
            HttpPipeline.CreateHttpMessagePropertiesScope(new Dictionary<string, object?> { [Property] = key });

        private sealed class CallersKeyPolicy : HttpPipelineSynchronousPolicy
        {
            public override void OnSendingRequest(HttpMessage message)
            {
                if (!message.TryGetProperty(Property, out var value) || value is not string key)
                {
                    return;
                }

                if (message.Request.Headers.Contains("Repeatability-Request-ID"))
                {
                    message.Request.Headers.SetValue("Repeatability-Request-ID", key);
                }
                else if (message.Request.Content is { } content)
                {
                    using var body = new MemoryStream();
                    content.WriteTo(body, message.CancellationToken);
                    var json = JsonNode.Parse(body.ToArray())!;
                    json["smsRecipients"]![0]!["repeatabilityRequestId"] = key;
                    message.Request.Content = RequestContent.Create(BinaryData.FromString(json.ToJsonString()));
                }
            }
        }
    }
}
