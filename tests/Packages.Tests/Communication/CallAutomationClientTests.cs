using System.Globalization;
using Azure;
using Azure.Communication;
using Azure.Communication.CallAutomation;

namespace Packages.Tests.Communication;

public sealed class CallAutomationClientTests
{
    private const string Version = "?api-version=2025-06-15";

    private const string Call = """
        {
          "callConnectionId": "421f3500-ff4a-4c27-8b37-5a3f1c5d3c6a",
          "serverCallId": "aHR0cHM6Ly9jb252",
          "targets": [ { "rawId": "4:+14255550123", "kind": "phoneNumber", "phoneNumber": { "value": "+14255550123" } } ],
          "callConnectionState": "connecting",
          "callbackUri": "https://practice.example/api/calls?key=1",
          "sourceCallerIdNumber": { "value": "+14255550100" },
          "sourceDisplayName": "Practice",
          "source": { "rawId": "8:acs:resource_user", "kind": "communicationUser", "communicationUser": { "id": "8:acs:resource_user" } },
          "correlationId": "cfbb8c1c-0000-4c27-8b37-5a3f1c5d3c6a"
        }
        """;

    private static readonly Uri Callback = new("https://practice.example/api/calls?key=1");
    private static readonly PhoneNumberIdentifier Patient = new("+14255550123");
    private static readonly PhoneNumberIdentifier Practice = new("+14255550100");

    public abstract class WithService : IAsyncLifetime
    {
        internal LoopbackService Service { get; } = new();

        internal CallAutomationClient Client { get; private set; } = null!;

        public async Task InitializeAsync()
        {
            await Service.InitializeAsync();
            Client = new CallAutomationClient(Service.ConnectionString);
        }

        public Task DisposeAsync() => Service.DisposeAsync();
    }

    public sealed class CreateCall : WithService
    {
        [Fact]
        public async Task Call_with_all_options_is_asked_for_in_the_documented_form()
        {
            Service.Answers(201, Call);
            var source = new CommunicationUserIdentifier("8:acs:resource_user");
            var client = new CallAutomationClient(Service.ConnectionString, new CallAutomationClientOptions { Source = source });
            var options = new CreateCallOptions(new CallInvite(Patient, Practice) { SourceDisplayName = "Practice" }, Callback)
            {
                OperationContext = "registration/1",
                CallIntelligenceOptions = new CallIntelligenceOptions { CognitiveServicesEndpoint = new Uri("https://speech.example/") },
            };

            await client.CreateCallAsync(options);

            Assert.Equal(source, client.Source);
            var request = Service.Request;
            Assert.Equal("POST", request.Method);
            Assert.Equal("/calling/callConnections" + Version, request.Target);
            Assert.Equal("application/json", request.Headers["Content-Type"]);
            Assert.NotEqual(Guid.Empty, Guid.Parse(request.Headers["Repeatability-Request-ID"]));
            DateTimeOffset.ParseExact(request.Headers["Repeatability-First-Sent"], "r", CultureInfo.InvariantCulture);
            DocumentedSignature.AssertOn(request, LoopbackService.AccessKey);
            request.AssertJson("""
                {
                  "targets": [ { "rawId": "4:+14255550123", "phoneNumber": { "value": "+14255550123" } } ],
                  "sourceCallerIdNumber": { "value": "+14255550100" },
                  "sourceDisplayName": "Practice",
                  "source": { "id": "8:acs:resource_user" },
                  "operationContext": "registration/1",
                  "callbackUri": "https://practice.example/api/calls?key=1",
                  "callIntelligenceOptions": { "cognitiveServicesEndpoint": "https://speech.example/" }
                }
                """);
        }

        [Fact]
        public async Task Answer_tells_the_call_and_its_parts()
        {
            Service.Answers(201, Call);

            var result = (await Client.CreateCallAsync(new CallInvite(Patient, Practice), Callback)).Value;

            Assert.Equal("421f3500-ff4a-4c27-8b37-5a3f1c5d3c6a", result.CallConnection.CallConnectionId);
            var properties = result.CallConnectionProperties;
            Assert.Equal("421f3500-ff4a-4c27-8b37-5a3f1c5d3c6a", properties.CallConnectionId);
            Assert.Equal("aHR0cHM6Ly9jb252", properties.ServerCallId);
            Assert.Equal("cfbb8c1c-0000-4c27-8b37-5a3f1c5d3c6a", properties.CorrelationId);
            Assert.Equal(CallConnectionState.Connecting, properties.CallConnectionState);
            Assert.Equal([Patient], properties.Targets);
            Assert.Equal(Callback, properties.CallbackUri);
            Assert.Equal(Practice, properties.SourceCallerIdNumber);
            Assert.Equal("Practice", properties.SourceDisplayName);
            Assert.Equal(new CommunicationUserIdentifier("8:acs:resource_user"), properties.Source);
            Assert.Null(properties.AnsweredBy);
            Assert.Null(properties.AnsweredFor);
        }

        [Fact]
        public void User_of_the_resource_is_called_synchronously()
        {
            Service.Answers(201, Call);

            Client.CreateCall(new CallInvite(new CommunicationUserIdentifier("8:acs:resource_other")), Callback);

            Service.Request.AssertJson("""
                {
                  "targets": [ { "rawId": "8:acs:resource_other", "communicationUser": { "id": "8:acs:resource_other" } } ],
                  "callbackUri": "https://practice.example/api/calls?key=1"
                }
                """);
        }

        [Fact]
        public async Task Refused_call_is_a_failed_request_with_its_code()
        {
            Service.Answers(400, """{"error":{"code":"8501","message":"The caller's number is not of this resource."}}""");

            var failure = await Assert.ThrowsAsync<RequestFailedException>(() => Client.CreateCallAsync(new CallInvite(Patient, Practice), Callback));

            Assert.Equal(400, failure.Status);
            Assert.Equal("8501", failure.ErrorCode);
        }
    }

    public sealed class Connection : WithService
    {
        [Fact]
        public async Task Hang_up_for_everyone_terminates_repeatably()
        {
            Service.Answers(204);

            await Client.GetCallConnection("one").HangUpAsync(forEveryone: true);

            Assert.Equal(("POST", "/calling/callConnections/one:terminate" + Version), (Service.Request.Method, Service.Request.Target));
            Assert.NotEqual(Guid.Empty, Guid.Parse(Service.Request.Headers["Repeatability-Request-ID"]));
            Assert.True(Service.Request.Body.IsEmpty);
            DocumentedSignature.AssertOn(Service.Request, LoopbackService.AccessKey);
        }

        [Fact]
        public void Hang_up_for_oneself_deletes_the_connection()
        {
            Service.Answers(204);

            Client.GetCallConnection("one").HangUp(forEveryone: false);

            Assert.Equal(("DELETE", "/calling/callConnections/one" + Version), (Service.Request.Method, Service.Request.Target));
        }

        [Fact]
        public async Task Properties_are_read()
        {
            Service.Answers(200, Call);

            var properties = (await Client.GetCallConnection("one").GetCallConnectionPropertiesAsync()).Value;

            Assert.Equal(("GET", "/calling/callConnections/one" + Version), (Service.Request.Method, Service.Request.Target));
            Assert.Equal(CallConnectionState.Connecting, properties.CallConnectionState);
        }

        [Fact]
        public void Unknown_call_is_a_failed_request()
        {
            Service.Answers(404, """{"error":{"code":"8522","message":"Call not found."}}""");

            var failure = Assert.Throws<RequestFailedException>(() => Client.GetCallConnection("one").GetCallConnectionProperties());

            Assert.Equal((404, "8522"), (failure.Status, failure.ErrorCode));
        }
    }

    public sealed class Media : WithService
    {
        [Fact]
        public async Task Text_to_everyone_is_asked_for_in_the_documented_form()
        {
            Service.Answers(202);
            var options = new PlayToAllOptions(new TextSource("Su código es 0 1 2 3 4 5", "es-US", VoiceKind.Female))
            {
                Loop = true,
                OperationContext = "code/1",
                OperationCallbackUri = Callback,
                InterruptCallMediaOperation = true,
            };

            await Client.GetCallConnection("one").GetCallMedia().PlayToAllAsync(options);

            Assert.Equal(("POST", "/calling/callConnections/one:play" + Version), (Service.Request.Method, Service.Request.Target));
            DocumentedSignature.AssertOn(Service.Request, LoopbackService.AccessKey);
            Service.Request.AssertJson("""
                {
                  "playSources": [ { "kind": "text", "text": { "text": "Su código es 0 1 2 3 4 5", "sourceLocale": "es-US", "voiceKind": "female" } } ],
                  "playTo": [],
                  "interruptCallMediaOperation": true,
                  "playOptions": { "loop": true },
                  "operationContext": "code/1",
                  "operationCallbackUri": "https://practice.example/api/calls?key=1"
                }
                """);
        }

        [Fact]
        public void Sources_to_one_are_asked_for_in_the_documented_form()
        {
            Service.Answers(202);
            PlaySource[] sources =
            [
                new TextSource("Hello", "en-US-NancyNeural") { PlaySourceCacheId = "hello", CustomVoiceEndpointId = "voice" },
                new SsmlSource("<speak/>") { CustomVoiceEndpointId = "voice" },
            ];

            Client.GetCallConnection("one").GetCallMedia().Play(new PlayOptions(sources, [Patient]) { OperationContext = "code/2" });

            Service.Request.AssertJson("""
                {
                  "playSources": [
                    {
                      "kind": "text",
                      "playSourceCacheId": "hello",
                      "text": { "text": "Hello", "voiceName": "en-US-NancyNeural", "customVoiceEndpointId": "voice" }
                    },
                    { "kind": "ssml", "ssml": { "ssmlText": "<speak/>", "customVoiceEndpointId": "voice" } }
                  ],
                  "playTo": [ { "rawId": "4:+14255550123", "phoneNumber": { "value": "+14255550123" } } ],
                  "interruptCallMediaOperation": false,
                  "playOptions": { "loop": false },
                  "operationContext": "code/2"
                }
                """);
        }

        [Fact]
        public async Task Without_a_context_each_request_has_its_own()
        {
            Service.Answers(202).Answers(202);
            var media = Client.GetCallConnection("one").GetCallMedia();

            await media.PlayToAllAsync(new TextSource("Hello"));
            await media.PlayAsync(new TextSource("Hello"), [Patient]);

            var contexts = Service.Requests.Select(request => Guid.Parse(request.Json.GetProperty("operationContext").GetString()!)).ToList();
            Assert.Equal(2, contexts.Distinct().Count());
        }

        [Fact]
        public async Task Call_that_is_over_is_a_failed_request()
        {
            Service.Answers(400, """{"error":{"code":"8501","message":"Action is invalid when call is not in Established state."}}""");

            var failure = await Assert.ThrowsAsync<RequestFailedException>(
                () => Client.GetCallConnection("one").GetCallMedia().PlayToAllAsync(new TextSource("Hello")));

            Assert.Equal((400, "8501"), (failure.Status, failure.ErrorCode));
        }
    }
}
