using System.Net;
using Azure;
using Azure.Communication.Sms;

namespace Host.Tests.Outbox;

public sealed class OutboxAccessTests
{
    private const string Send = "/sms?api-version=2021-03-07";

    private const string Body = """{"from":"+14255550100","message":"Hello","smsRecipients":[{"to":"+14255550123"}]}""";

    public sealed class Signature : OutboxHost
    {
        [Fact]
        public async Task Right_one_is_taken()
        {
            using var request = SignedRequest.Create(Http, HttpMethod.Post, Send, Body, AccessKey);

            using var response = await Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        }

        [Fact]
        public async Task Client_with_another_key_is_refused()
        {
            var client = new SmsClient(Http.BaseAddress!, new AzureKeyCredential(Convert.ToBase64String(new byte[32])));

            var failure = await Assert.ThrowsAsync<RequestFailedException>(() => client.SendAsync(PracticeNumber, "+14255550123", "Hello"));

            Assert.Equal((401, "Denied"), (failure.Status, failure.ErrorCode));
            Assert.Empty(await FeedAsync());
        }

        [Fact]
        public async Task Missing_one_is_refused()
        {
            using var content = new StringContent(Body);
            using var response = await Http.PostAsync(Send, content);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
        }

        [Theory]
        [InlineData("x-ms-date", "Mon, 02 Mar 2026 09:00:00 GMT")]
        [InlineData("x-ms-content-sha256", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=")]
        [InlineData("Authorization", "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature=AAAA")]
        public async Task Changed_header_is_refused(string name, string value)
        {
            using var request = SignedRequest.Create(Http, HttpMethod.Post, Send, Body, AccessKey);
            request.Headers.Remove(name);
            request.Headers.TryAddWithoutValidation(name, value);

            await AssertRefusedAsync(request);
        }

        [Fact]
        public async Task Changed_body_is_refused()
        {
            using var request = SignedRequest.Create(Http, HttpMethod.Post, Send, Body, AccessKey);
            request.Content = new StringContent(Body.Replace("Hello", "Pay me", StringComparison.Ordinal));

            await AssertRefusedAsync(request);
        }

        [Fact]
        public async Task Changed_path_is_refused()
        {
            using var request = SignedRequest.Create(Http, HttpMethod.Post, "/emails:send?api-version=2025-09-01", Body, AccessKey);
            request.RequestUri = new Uri(Send, UriKind.Relative);

            await AssertRefusedAsync(request);
        }

        [Theory]
        [InlineData(-16)]
        [InlineData(16)]
        public async Task Date_a_quarter_of_an_hour_off_is_refused(int minutes)
        {
            using var request = SignedRequest.Create(Http, HttpMethod.Post, Send, Body, AccessKey, DateTimeOffset.UtcNow.AddMinutes(minutes));

            await AssertRefusedAsync(request);
        }

        [Fact]
        public async Task Each_service_asks_for_it()
        {
            (HttpMethod Method, string Target)[] requests =
            [
                (HttpMethod.Post, "/emails:send?api-version=1"),
                (HttpMethod.Get, "/emails/operations/1?api-version=1"),
                (HttpMethod.Post, "/calling/callConnections?api-version=1"),
                (HttpMethod.Get, "/calling/callConnections/1?api-version=1"),
                (HttpMethod.Delete, "/calling/callConnections/1?api-version=1"),
                (HttpMethod.Post, "/calling/callConnections/1:play?api-version=1"),
                (HttpMethod.Post, "/calling/callConnections/1:terminate?api-version=1"),
            ];

            foreach (var (method, target) in requests)
            {
                using var request = new HttpRequestMessage(method, target);
                using var response = await Http.SendAsync(request);
                Assert.Equal((target, HttpStatusCode.Unauthorized), (target, response.StatusCode));
            }
        }

        private async Task AssertRefusedAsync(HttpRequestMessage request)
        {
            using var response = await Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
            Assert.Empty(await FeedAsync());
        }
    }

    public sealed class Gate : OutboxHost
    {
        private static readonly string[] Doors = ["/outbox", "/outbox.json", "/outbox/outbox.css", "/outbox/1/email", "/emails/operations/1"];

        [Theory]
        [InlineData("127.0.0.1", HttpStatusCode.OK)]
        [InlineData("127.9.9.9", HttpStatusCode.OK)]
        [InlineData("::1", HttpStatusCode.OK)]
        [InlineData("::ffff:127.0.0.1", HttpStatusCode.OK)]
        [InlineData("203.0.113.7", HttpStatusCode.NotFound)]
        [InlineData("10.0.0.1", HttpStatusCode.NotFound)]
        [InlineData("::ffff:10.0.0.1", HttpStatusCode.NotFound)]
        [InlineData("2001:db8::1", HttpStatusCode.NotFound)]
        public async Task Only_a_loopback_address_is_let_in(string remote, HttpStatusCode expected)
        {
            using var response = await AskAsync("/outbox.json", RemoteAddress, remote);

            Assert.Equal(expected, response.StatusCode);
        }

        [Fact]
        public async Task Every_door_is_closed_to_the_network()
        {
            foreach (var door in Doors)
            {
                using var response = await AskAsync(door, RemoteAddress, "203.0.113.7");
                Assert.Equal((door, HttpStatusCode.NotFound), (door, response.StatusCode));
                Assert.Empty(await response.Content.ReadAsByteArrayAsync());
            }
        }

        [Theory]
        [InlineData("X-Forwarded-For", "203.0.113.7")]
        [InlineData("X-Forwarded-For", "127.0.0.1")]
        [InlineData("Forwarded", "for=203.0.113.7")]
        [InlineData("X-Real-IP", "203.0.113.7")]
        public async Task Request_passed_on_by_a_proxy_is_not_let_in(string name, string value)
        {
            using var response = await AskAsync("/outbox.json", name, value);

            Assert.Equal(HttpStatusCode.NotFound, response.StatusCode);
        }

        [Theory]
        [InlineData("localhost", HttpStatusCode.OK)]
        [InlineData("LOCALHOST:8080", HttpStatusCode.OK)]
        [InlineData("[::1]:8080", HttpStatusCode.OK)]
        [InlineData("rebound.example", HttpStatusCode.NotFound)]
        [InlineData("localhost.rebound.example", HttpStatusCode.NotFound)]
        [InlineData("203.0.113.7", HttpStatusCode.NotFound)]
        public async Task Only_a_loopback_host_is_let_in(string host, HttpStatusCode expected)
        {
            using var response = await AskAsync("/outbox.json", "Host", host);

            Assert.Equal(expected, response.StatusCode);
        }

        private async Task<HttpResponseMessage> AskAsync(string path, string header, string value)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.TryAddWithoutValidation(header, value);
            return await Http.SendAsync(request);
        }
    }
}
