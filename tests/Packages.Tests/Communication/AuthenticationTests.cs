using System.Net;
using Azure;
using Azure.Communication.CallAutomation;
using Azure.Communication.Email;
using Azure.Communication.Sms;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Packages.Tests.Communication;

public sealed class AuthenticationTests
{
    private const string EmailAccepted = """{"id":"0196e3a1-0000-7000-8000-000000000001","status":"Running","error":null}""";

    public sealed class AccessKey : IAsyncLifetime
    {
        private readonly LoopbackService _service = new();

        public Task InitializeAsync() => _service.InitializeAsync();

        public Task DisposeAsync() => _service.DisposeAsync();

        [Fact]
        public async Task Connection_string_signs_each_request_as_documented()
        {
            _service.Answers(202, EmailAccepted);

            await new EmailClient(_service.ConnectionString).SendAsync(WaitUntil.Started, "a@practice.example", "b@home.example", "Grüße", "<p>1</p>");

            DocumentedSignature.AssertOn(_service.Request, LoopbackService.AccessKey);
        }

        [Fact]
        public void Synchronous_request_is_signed_too()
        {
            _service.Answers(202, EmailAccepted);

            new EmailClient(_service.ConnectionString).Send(WaitUntil.Started, "a@practice.example", "b@home.example", "Hello", "<p>1</p>");

            DocumentedSignature.AssertOn(_service.Request, LoopbackService.AccessKey);
        }

        [Fact]
        public async Task Request_without_a_body_is_signed_with_the_hash_of_nothing()
        {
            _service.Answers(200, """{"callConnectionId":"call","callConnectionState":"connected"}""");

            await new CallAutomationClient(_service.ConnectionString).GetCallConnection("call").GetCallConnectionPropertiesAsync();

            DocumentedSignature.AssertOn(_service.Request, LoopbackService.AccessKey);
            Assert.Equal("47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=", _service.Request.Headers["x-ms-content-sha256"]);
        }

        [Fact]
        public async Task Id_with_reserved_characters_is_signed_as_it_is_sent()
        {
            _service.Answers(200, """{"callConnectionId":"a/b c","callConnectionState":"connected"}""");

            await new CallAutomationClient(_service.ConnectionString).GetCallConnection("a/b c").GetCallConnectionPropertiesAsync();

            Assert.StartsWith("/calling/callConnections/a%2Fb%20c?", _service.Request.Target, StringComparison.Ordinal);
            DocumentedSignature.AssertOn(_service.Request, LoopbackService.AccessKey);
        }

        [Fact]
        public async Task Key_credential_signs_with_the_key_of_the_moment()
        {
            var newKey = Convert.ToBase64String(new byte[32]);
            var credential = new AzureKeyCredential(LoopbackService.AccessKey);
            var client = new SmsClient(_service.Endpoint, credential);
            const string Taken = """{"value":[{"to":"+14255550123","messageId":"1","httpStatusCode":202,"successful":true}]}""";
            _service.Answers(202, Taken).Answers(202, Taken);

            await client.SendAsync("+14255550100", "+14255550123", "one");
            credential.Update(newKey);
            await client.SendAsync("+14255550100", "+14255550123", "two");

            DocumentedSignature.AssertOn(_service.Requests[0], LoopbackService.AccessKey);
            DocumentedSignature.AssertOn(_service.Requests[1], newKey);
        }

        [Fact]
        public async Task Refused_signature_is_a_failed_request_with_its_code()
        {
            _service.Answers(401, """{"error":{"code":"Denied","message":"Denied by the resource provider."}}""");

            var failure = await Assert.ThrowsAsync<RequestFailedException>(
                () => new EmailClient(_service.ConnectionString).SendAsync(WaitUntil.Started, "a@practice.example", "b@home.example", "Hello", "<p>1</p>"));

            Assert.Equal(401, failure.Status);
            Assert.Equal("Denied", failure.ErrorCode);
        }
    }

    public sealed class Token
    {
        [Fact]
        public async Task Token_credential_is_asked_for_the_scope_of_the_service_and_sent_as_bearer()
        {
            var credential = new FixedToken();
            using var handler = new AnsweringHandler(HttpStatusCode.Accepted, EmailAccepted);
            using var http = new HttpClient(handler);
            using var transport = new HttpClientTransport(http);
            var options = new EmailClientOptions { Transport = transport };
            var client = new EmailClient(new Uri("https://resource.communication.example"), credential, options);

            await client.SendAsync(WaitUntil.Started, "a@practice.example", "b@home.example", "Hello", "<p>1</p>");

            Assert.Equal(["https://communication.azure.com//.default"], credential.AskedScopes);
            Assert.Equal("Bearer the-token", handler.Authorization);
        }

        [Fact]
        public async Task Token_is_never_sent_over_plain_http()
        {
            using var handler = new AnsweringHandler(HttpStatusCode.Accepted, EmailAccepted);
            using var http = new HttpClient(handler);
            using var transport = new HttpClientTransport(http);
            var options = new SmsClientOptions { Transport = transport };
            var client = new SmsClient(new Uri("http://resource.communication.example"), new FixedToken(), options);

            await Assert.ThrowsAsync<InvalidOperationException>(() => client.SendAsync("+14255550100", "+14255550123", "Hello"));

            Assert.Null(handler.Authorization);
        }

        private sealed class FixedToken : TokenCredential
        {
            public string[] AskedScopes { get; private set; } = [];

            public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
            {
                AskedScopes = requestContext.Scopes;
                return new AccessToken("the-token", DateTimeOffset.MaxValue);
            }

            public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
                ValueTask.FromResult(GetToken(requestContext, cancellationToken));
        }

        private sealed class AnsweringHandler(HttpStatusCode status, string json) : HttpMessageHandler
        {
            public string? Authorization { get; private set; }

            protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
            {
                Authorization = request.Headers.Authorization?.ToString();
                return Task.FromResult(new HttpResponseMessage(status) { Content = new StringContent(json) });
            }
        }
    }

    public sealed class ConnectionString
    {
        [Theory]
        [InlineData("endpoint=https://a.example/")]
        [InlineData("accesskey=AAAA")]
        [InlineData("endpoint=https://a.example/;accesskey=")]
        [InlineData("endpoint=https://a.example/;accesskey=AAAA;endpoint=https://b.example/")]
        [InlineData("endpoint")]
        public void Incomplete_one_is_refused_by_every_client(string connectionString)
        {
            Assert.Throws<InvalidOperationException>(() => new EmailClient(connectionString));
            Assert.Throws<InvalidOperationException>(() => new SmsClient(connectionString));
            Assert.Throws<InvalidOperationException>(() => new CallAutomationClient(connectionString));
        }

        [Fact]
        public void Empty_one_is_refused()
        {
            Assert.Throws<ArgumentException>(() => new EmailClient(string.Empty));
            Assert.Throws<ArgumentNullException>(() => new SmsClient(null!));
        }

        [Fact]
        public async Task Names_are_read_without_case()
        {
            await using var service = new Started();
            var text = await service.StartAsync();
            service.Service.Answers(202, EmailAccepted);

            await new EmailClient(text).SendAsync(WaitUntil.Started, "a@practice.example", "b@home.example", "Hello", "<p>1</p>");

            DocumentedSignature.AssertOn(service.Service.Request, LoopbackService.AccessKey);
        }

        private sealed class Started : IAsyncDisposable
        {
            public LoopbackService Service { get; } = new();

            public async Task<string> StartAsync()
            {
                await Service.InitializeAsync();
                return $"Endpoint={Service.Endpoint};AccessKey={LoopbackService.AccessKey};";
            }

            public async ValueTask DisposeAsync() => await Service.DisposeAsync();
        }
    }
}
