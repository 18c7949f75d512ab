using System.Text.Json;
using Azure.Communication.CallAutomation;
using Azure.Messaging;

namespace Packages.Tests.Communication;

public sealed class CallAutomationEventTests
{
    private static string Event(string type, string more = "") => $$"""
        {
          "id": "e1", "source": "calling/callConnections/one", "type": "Microsoft.Communication.{{type}}", "specversion": "1.0",
          "time": "2026-03-02T09:00:00Z", "subject": "calling/callConnections/one", "datacontenttype": "application/json",
          "data": {
            "version": "2025-06-15", "callConnectionId": "one", "serverCallId": "server", "correlationId": "correlation",
            "operationContext": "code/1"{{more}}
          }
        }
        """;

    public sealed class Parse
    {
        [Fact]
        public void Connected_call_tells_its_ids_and_context()
        {
            var parsed = Assert.IsType<CallConnected>(CallAutomationEventParser.Parse(BinaryData.FromString(Event("CallConnected"))));

            Assert.Equal(
                ("one", "server", "correlation", "code/1"),
                (parsed.CallConnectionId, parsed.ServerCallId, parsed.CorrelationId, parsed.OperationContext));
            Assert.Null(parsed.ResultInformation);
        }

        [Theory]
        [InlineData("CallDisconnected", typeof(CallDisconnected))]
        [InlineData("CreateCallFailed", typeof(CreateCallFailed))]
        [InlineData("PlayStarted", typeof(PlayStarted))]
        [InlineData("PlayCompleted", typeof(PlayCompleted))]
        [InlineData("PlayFailed", typeof(PlayFailed))]
        public void Each_declared_type_is_read(string type, Type expected)
        {
            var cloudEvent = CloudEvent.Parse(BinaryData.FromString(Event(type)))!;

            Assert.IsType(expected, CallAutomationEventParser.Parse(cloudEvent));
            Assert.IsType(expected, CallAutomationEventParser.Parse(cloudEvent.Data!.ToString(), cloudEvent.Type));
        }

        [Fact]
        public void Other_type_is_null() =>
            Assert.Null(CallAutomationEventParser.Parse(BinaryData.FromString(Event("ParticipantsUpdated"))));

        [Fact]
        public void Unanswered_call_tells_why()
        {
            var parsed = CallAutomationEventParser.Parse(BinaryData.FromString(
                Event("CreateCallFailed", """, "resultInformation": { "code": 480, "subCode": 560480, "message": "No answer." } """)));

            Assert.NotNull(parsed);
            Assert.Equal(
                (480, 560480, "No answer."),
                (parsed.ResultInformation?.Code, parsed.ResultInformation?.SubCode, parsed.ResultInformation?.Message));
        }

        [Fact]
        public void Played_text_tells_its_reason()
        {
            var parsed = PlayCompleted.Deserialize("""{ "resultInformation": { "code": 200, "subCode": 0, "message": "Done." } }""");

            Assert.Equal(MediaEventReasonCode.CompletedSuccessfully, parsed.ReasonCode);
            Assert.Equal(0, parsed.ReasonCode.GetReasonCodeValue());
        }

        [Fact]
        public void Failed_text_tells_its_reason_and_which_source()
        {
            var parsed = PlayFailed.Deserialize("""{ "failedPlaySourceIndex": 1, "resultInformation": { "code": 400, "subCode": 8582 } }""");

            Assert.Equal(MediaEventReasonCode.PlaySourceTextOrSsmlEmpty, parsed.ReasonCode);
            Assert.Equal(1, parsed.FailedPlaySourceIndex);
            Assert.Equal(MediaEventReasonCode.UnspecifiedError, PlayFailed.Deserialize("{}").ReasonCode);
        }

        [Fact]
        public void Broken_data_is_refused() => Assert.ThrowsAny<JsonException>(() => CallConnected.Deserialize("{"));
    }

    public sealed class ParseMany
    {
        [Fact]
        public void Posted_array_is_read_in_its_order()
        {
            var parsed = CallAutomationEventParser.ParseMany(
                BinaryData.FromString($"[{Event("CallConnected")},{Event("ParticipantsUpdated")},{Event("CallDisconnected")}]"));

            Assert.Collection(
                parsed,
                first => Assert.IsType<CallConnected>(first),
                second => Assert.Null(second),
                third => Assert.IsType<CallDisconnected>(third));
        }
    }
}
