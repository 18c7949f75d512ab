using System.Net;
using System.Text.Json;
using Azure;
using Azure.Communication;
using Azure.Communication.CallAutomation;

namespace Host.Tests.Outbox;

public sealed class OutboxCallTests
{
    private const string Patient = "+14255550123";

    public sealed class Answered : OutboxHost
    {
        [Fact]
        public async Task Call_is_answered_played_into_and_ended_with_its_events()
        {
            var invite = new CallInvite(new PhoneNumberIdentifier(Patient), new PhoneNumberIdentifier(PracticeNumber));
            var created = (await Calls.CreateCallAsync(new CreateCallOptions(invite, Receiver.Callback) { OperationContext = "dial/1" })).Value;

            Assert.Equal(CallConnectionState.Connecting, created.CallConnectionProperties.CallConnectionState);
            Assert.Equal([new PhoneNumberIdentifier(Patient)], created.CallConnectionProperties.Targets);
            var connected = await Receiver.NextAsync<CallConnected>();
            Assert.Equal(("dial/1", created.CallConnection.CallConnectionId), (connected.OperationContext, connected.CallConnectionId));

            var media = created.CallConnection.GetCallMedia();
            await media.PlayToAllAsync(new PlayToAllOptions(new TextSource("Su código es 0 1 2 3 4 5", "es-US", VoiceKind.Female)) { OperationContext = "say/1" });
            Assert.Equal("say/1", (await Receiver.NextAsync<PlayStarted>()).OperationContext);
            var completed = await Receiver.NextAsync<PlayCompleted>();
            Assert.Equal(("say/1", MediaEventReasonCode.CompletedSuccessfully), (completed.OperationContext, completed.ReasonCode));

            await created.CallConnection.HangUpAsync(forEveryone: true);
            var ended = await Receiver.NextAsync<CallDisconnected>();
            Assert.Equal(connected.CorrelationId, ended.CorrelationId);

            var message = await OnlyMessageAsync();
            Assert.Equal("call", message.GetProperty("kind").GetString());
            Assert.Equal(Patient, message.GetProperty("to").GetString());
            Assert.Equal("Su código es 0 1 2 3 4 5", message.GetProperty("spoken").GetString());
            Assert.All(["subject", "text", "html"], name => Assert.Equal(JsonValueKind.Null, message.GetProperty(name).ValueKind));
        }

        [Fact]
        public async Task Several_sources_are_heard_one_after_the_other_and_marks_are_not_spoken()
        {
            var call = await ConnectAsync(Patient);
            PlaySource[] sources =
            [
                new TextSource("Hello."),
                new SsmlSource("<speak version=\"1.0\"><voice name=\"x\">Your code is <break time=\"1s\"/> 1 <s>2</s></voice></speak>"),
            ];

            await call.GetCallMedia().PlayToAllAsync(sources);

            Assert.Equal("Hello.\nYour code is 1 2", (await OnlyMessageAsync()).GetProperty("spoken").GetString());
        }

        [Fact]
        public async Task Looped_text_is_heard_once_in_the_outbox_and_never_completes()
        {
            var call = await ConnectAsync(Patient);

            await call.GetCallMedia().PlayToAllAsync(new PlayToAllOptions(new TextSource("Hello")) { Loop = true });
            await call.HangUpAsync(forEveryone: false);

            await Receiver.NextAsync<PlayStarted>();
            await Receiver.NextAsync<CallDisconnected>();
            await OnlyMessageAsync();
        }

        [Fact]
        public async Task Call_in_which_nothing_is_said_is_shown_at_its_end()
        {
            var call = await ConnectAsync(Patient);
            Assert.Empty(await FeedAsync());

            await call.HangUpAsync(forEveryone: true);

            Assert.Equal(JsonValueKind.Null, (await OnlyMessageAsync()).GetProperty("spoken").ValueKind);
        }

        [Fact]
        public async Task Empty_text_fails_to_play_and_says_why()
        {
            var call = await ConnectAsync(Patient);

            await call.GetCallMedia().PlayToAllAsync(new TextSource(" "));

            Assert.Equal(MediaEventReasonCode.PlaySourceTextOrSsmlEmpty, (await Receiver.NextAsync<PlayFailed>()).ReasonCode);
            Assert.Empty(await FeedAsync());
        }

        [Fact]
        public async Task Number_that_cannot_be_played_to_fails_and_hears_nothing()
        {
            Faults.FailPlaying(Patient);
            var call = await ConnectAsync(Patient);

            await call.GetCallMedia().PlayToAllAsync(new PlayToAllOptions(new TextSource("Hello")) { OperationContext = "say/1" });

            Assert.Equal("say/1", (await Receiver.NextAsync<PlayFailed>()).OperationContext);
            Assert.Equal(JsonValueKind.Null, (await OnlyMessageAsync()).GetProperty("spoken").ValueKind);
        }

        [Fact]
        public async Task State_is_told_until_the_call_is_over()
        {
            var call = await ConnectAsync(Patient);
            Assert.Equal(CallConnectionState.Connected, (await call.GetCallConnectionPropertiesAsync()).Value.CallConnectionState);

            await call.HangUpAsync(forEveryone: true);

            var failure = await Assert.ThrowsAsync<RequestFailedException>(() => call.GetCallConnectionPropertiesAsync());
            Assert.Equal((404, "8522"), (failure.Status, failure.ErrorCode));
            Assert.Equal(404, (await Assert.ThrowsAsync<RequestFailedException>(() => call.HangUpAsync(forEveryone: true))).Status);
            Assert.Equal(404, (await Assert.ThrowsAsync<RequestFailedException>(() => call.GetCallMedia().PlayToAllAsync(new TextSource("Hi")))).Status);
        }

        [Fact]
        public async Task Event_that_is_not_taken_is_posted_again()
        {
            Receiver.Refuse(503, posts: 1);
            var invite = new CallInvite(new PhoneNumberIdentifier(Patient), new PhoneNumberIdentifier(PracticeNumber));
            await Calls.CreateCallAsync(invite, Receiver.Callback);

            var connected = Receiver.NextAsync<CallConnected>();
            while (!connected.IsCompleted)
            {
                // The wait between two posts is the clock's, and the clock is the test's.
                Time.Advance(TimeSpan.FromSeconds(1));
                await Task.Yield();
            }

            Assert.NotNull((await connected).CallConnectionId);
        }
    }

    public sealed class NotAnswered : OutboxHost
    {
        [Fact]
        public async Task Unanswered_call_is_told_and_shown_with_nothing_said()
        {
            Faults.LeaveUnanswered(Patient);

            var failed = await FailAsync();

            Assert.Equal((480, "dial/1"), (failed.ResultInformation?.Code, failed.OperationContext));
            Assert.Equal(JsonValueKind.Null, (await OnlyMessageAsync()).GetProperty("spoken").ValueKind);
        }

        [Fact]
        public async Task Busy_line_is_told()
        {
            Faults.KeepBusy(Patient);

            Assert.Equal(486, (await FailAsync()).ResultInformation?.Code);
        }

        private async Task<CreateCallFailed> FailAsync()
        {
            var invite = new CallInvite(new PhoneNumberIdentifier(Patient), new PhoneNumberIdentifier(PracticeNumber));
            await Calls.CreateCallAsync(new CreateCallOptions(invite, Receiver.Callback) { OperationContext = "dial/1" });
            return await Receiver.NextAsync<CreateCallFailed>();
        }
    }

    public sealed class Requests : OutboxHost
    {
        private const string Path = "/calling/callConnections";

        private const string Version = "?api-version=2025-06-15";

        [Fact]
        public async Task Same_request_id_dials_once_and_hangs_up_once()
        {
            var body = $$$"""
                {"targets":[{"rawId":"4:{{{Patient}}}","phoneNumber":{"value":"{{{Patient}}}"}}],
                 "sourceCallerIdNumber":{"value":"{{{PracticeNumber}}}"},"callbackUri":"{{{Receiver.Callback}}}"}
                """;
            using var first = await PostAsync(Path + Version, body, "dial");
            using var again = await PostAsync(Path + Version, body, "dial");
            var id = first.RootElement.GetProperty("callConnectionId").GetString();
            Assert.Equal(id, again.RootElement.GetProperty("callConnectionId").GetString());

            using var ended = await PostAsync($"{Path}/{id}:terminate{Version}", null, "end");
            using var endedAgain = await PostAsync($"{Path}/{id}:terminate{Version}", null, "end");

            await Receiver.NextAsync<CallConnected>();
            await Receiver.NextAsync<CallDisconnected>();
            await OnlyMessageAsync();
        }

        [Theory]
        [InlineData("""{"callbackUri":"https://practice.example/"}""")]
        [InlineData("""{"targets":[],"callbackUri":"https://practice.example/"}""")]
        [InlineData("""{"targets":[{"rawId":"4:+14255550123"}],"callbackUri":"https://practice.example/"}""")]
        [InlineData("""{"targets":[{"phoneNumber":{"value":"+14255550123"}}],"callbackUri":"https://practice.example/"}""")]
        [InlineData("""{"targets":[{"communicationUser":{"id":"8:acs:a"}}]}""")]
        [InlineData("""{"targets":[{"communicationUser":{"id":"8:acs:a"}}],"callbackUri":"/calls"}""")]
        [InlineData("""{"targets":[{"communicationUser":{"id":"8:acs:a"}}],"callbackUri":"http://practice.example/"}""")]
        [InlineData("""{"targets":[{"communicationUser":{"id":"8:acs:a"}}],"callbackUri":"file:///etc/hosts"}""")]
        public async Task Malformed_call_is_refused(string body)
        {
            using var request = SignedRequest.Create(Http, HttpMethod.Post, Path + Version, body, AccessKey);

            using var response = await Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        }

        [Theory]
        [InlineData("""{"playSources":[]}""")]
        [InlineData("""{"playSources":[{"kind":"text","text":{"text":"Hi"}}],"operationCallbackUri":"ftp://practice.example/"}""")]
        [InlineData("""{"playSources":[{"kind":"file","file":{"uri":"https://practice.example/a.wav"}}]}""")]
        [InlineData("""{"playSources":[{"kind":"ssml","ssml":{"ssmlText":"<speak>"}}]}""")]
        [InlineData("""{"playSources":[{"kind":"ssml","ssml":{"ssmlText":"<!DOCTYPE s [<!ENTITY e SYSTEM 'file:///etc/hosts'>]><s>&e;</s>"}}]}""")]
        public async Task Malformed_source_is_refused(string body)
        {
            var call = await ConnectAsync(Patient);
            using var request = SignedRequest.Create(Http, HttpMethod.Post, $"{Path}/{call.CallConnectionId}:play{Version}", body, AccessKey);

            using var response = await Http.SendAsync(request);

            Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
            Assert.Empty(await FeedAsync());
        }

        private async Task<JsonDocument> PostAsync(string target, string? body, string requestId)
        {
            using var request = SignedRequest.Create(Http, HttpMethod.Post, target, body, AccessKey);
            request.Headers.Add("Repeatability-Request-ID", requestId);
            request.Headers.Add("Repeatability-First-Sent", "Mon, 02 Mar 2026 09:00:00 GMT");
            using var response = await Http.SendAsync(request);
            response.EnsureSuccessStatusCode();
            var text = await response.Content.ReadAsStringAsync();
            return JsonDocument.Parse(text.Length == 0 ? "{}" : text);
        }
    }
}
