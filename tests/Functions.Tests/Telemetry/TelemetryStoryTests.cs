using System.Diagnostics;

namespace Collaborations.Tests.Telemetry;

/// <summary>What operators see of the story, and what they must not see.</summary>
public static class TelemetryStoryTests
{
    [Collection(TelemetryGroup.Name)]
    public sealed class Traces(TracedStory story)
    {
        private Dictionary<string, Activity> Spans =>
            story.Spans.Where(span => span.TraceId.ToHexString() == TracedStory.TraceId).ToDictionary(span => span.SpanId.ToHexString());

        [Fact]
        public void Invitation_JoinsTheBrowserToTheEmail() => Assert.Equal(
            [
                "POST /api/practices/{practiceId:guid}/cases/{caseId:guid}/patient-talk/invitation",
                "create_orchestration:RegistrationOrchestration@(1)",
                "orchestration:RegistrationOrchestration@(1)",
                "activity:SendInvitation@(1)",
                "send Email",
            ],
            PathTo(span => span.DisplayName == "send Email" && span.GetTagItem("collaborations.send.kind") is "Invitation"));

        [Fact]
        public void Storage_IsAskedWithinTheActivity()
        {
            var spans = Spans;
            bool IsAsked(Activity span) => span.DisplayName.StartsWith("TableClient.", StringComparison.Ordinal)
                && spans[span.ParentSpanId.ToHexString()].DisplayName.StartsWith("activity:", StringComparison.Ordinal);
            var path = PathTo(IsAsked);
            Assert.Contains("orchestration:RegistrationOrchestration@(1)", path);
            Assert.Contains(spans.Values, span => span.Source.Name == "Azure.Core.Http" && IsAsked(spans[span.ParentSpanId.ToHexString()]));
        }

        [Fact]
        public void Email_IsHandedOverWithinItsSend()
        {
            var spans = Spans;
            Assert.Contains(
                spans.Values,
                span => span.Source.Name == "Azure.Core.Http" && spans.TryGetValue(span.ParentSpanId.ToHexString(), out var parent) && parent.DisplayName == "send Email");
        }

        [Fact]
        public void Request_NamesItsFunctionAndItsRoute()
        {
            var request = Spans.Values.Single(span => span.ParentSpanId.ToHexString() == TracedStory.CallerSpan);
            Assert.Equal("InvitePatient", request.GetTagItem("faas.name"));
            Assert.Equal(201, request.GetTagItem("http.response.status_code"));
            Assert.Equal(ActivityKind.Server, request.Kind);
        }

        // From the span whose parent is the browser's to the one that is looked for.
        private List<string> PathTo(Func<Activity, bool> isEnd)
        {
            var spans = Spans;
            var path = new List<string>();
            var span = spans.Values.First(isEnd);
            while (true)
            {
                path.Insert(0, span.DisplayName);
                if (span.ParentSpanId.ToHexString() == TracedStory.CallerSpan)
                {
                    return path;
                }

                span = spans[span.ParentSpanId.ToHexString()];
            }
        }
    }

    [Collection(TelemetryGroup.Name)]
    public sealed class Privacy(TracedStory story)
    {
        [Theory]
        [InlineData("traces", "activity:SendInvitation")]
        [InlineData("logs", "Send {Send}: {Outcome}")]
        [InlineData("metrics", "collaborations.codes.sent")]
        public void WhatIsSent_HoldsNothingOfAnybody(string signal, string expected)
        {
            var sent = story.Sent(signal);
            Assert.Contains(expected, sent, StringComparison.Ordinal);
            Assert.DoesNotContain(story.Secrets, secret => sent.Contains(secret, StringComparison.OrdinalIgnoreCase));
        }

        [Fact]
        public void Spans_HoldNothingOfAnybody()
        {
            var texts = story.Spans.SelectMany(TextsOf).ToHashSet(StringComparer.Ordinal);
            Assert.NotEmpty(texts);
            Assert.DoesNotContain(texts, text => story.Secrets.Any(secret => text.Contains(secret, StringComparison.OrdinalIgnoreCase)));
        }

        [Fact]
        public void Requests_KeepNeitherAddressNorSource()
        {
            var names = story.Spans.Where(span => span.Source.Name == "Microsoft.AspNetCore").SelectMany(span => span.TagObjects).Select(tag => tag.Key).ToHashSet(StringComparer.Ordinal);
            Assert.Contains("http.route", names);
            Assert.DoesNotContain(names, name => name.StartsWith("url.", StringComparison.Ordinal) || name.StartsWith("client.", StringComparison.Ordinal)
                || name.StartsWith("user_agent", StringComparison.Ordinal) || name.StartsWith("server.", StringComparison.Ordinal));
        }

        private static IEnumerable<string> TextsOf(Activity span) =>
        [
            span.DisplayName,
            span.OperationName,
            span.StatusDescription ?? string.Empty,
            span.TraceStateString ?? string.Empty,
            .. span.TagObjects.Select(tag => $"{tag.Key}={tag.Value}"),
            .. span.Events.SelectMany(happened => happened.Tags.Select(tag => $"{happened.Name} {tag.Key}={tag.Value}")),
            .. span.Baggage.Select(item => $"{item.Key}={item.Value}"),
        ];
    }

    [Collection(TelemetryGroup.Name)]
    public sealed class Measured(TracedStory story)
    {
        [Theory]
        [InlineData("collaborations.invitations.events", "kind=Patient,event=Sent")]
        [InlineData("collaborations.invitations.events", "kind=Patient,event=SignedIn")]
        [InlineData("collaborations.registrations.entered", "kind=Patient,step=BirthDate")]
        [InlineData("collaborations.registrations.left", "kind=Patient,step=BirthDate")]
        [InlineData("collaborations.registrations.entered", "kind=Patient,step=Code")]
        [InlineData("collaborations.registrations.left", "kind=Patient,step=Code")]
        [InlineData("collaborations.registrations.entered", "kind=Patient,step=Done")]
        [InlineData("collaborations.codes.sent", "channel=Text,country=US,outcome=Sent")]
        [InlineData("collaborations.codes.answered", "channel=Text,country=US,outcome=good")]
        [InlineData("collaborations.codes.answered", "channel=Text,country=US,outcome=wrong-code")]
        [InlineData("collaborations.sign_ins", "way=Password,outcome=wrong-credentials")]
        public void WhatHappenedOnce_IsCountedOnce(string instrument, string labels) => Assert.Equal(1, Values(instrument, labels).Sum());

        [Theory]
        [InlineData("collaborations.deliveries", "outcome=Delivered")]
        [InlineData("collaborations.passwords.wait", "")]
        [InlineData("collaborations.queue.age", "work=Code")]
        [InlineData("collaborations.queue.age", "work=Invitation")]
        [InlineData("durable.queue.age", "kind=activity")]
        public void WhatHappenedOften_IsCounted(string instrument, string labels) => Assert.NotEmpty(Values(instrument, labels));

        [Fact]
        public void NothingThatWasDue_LayThereForLong() =>
            Assert.All(story.Measures.Where(one => one.Instrument.EndsWith("queue.age", StringComparison.Ordinal)), one => Assert.InRange(one.Value, 0, 60));

        [Fact]
        public void Labels_AreWordsAndNoIds() => Assert.All(
            story.Measures.SelectMany(one => one.Labels.Values),
            value => Assert.Matches("^[A-Za-z-]{2,30}$", Assert.IsType<string>(value)));

        private IEnumerable<double> Values(string instrument, string labels)
        {
            var wanted = labels.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(label => label.Split('=')).ToList();
            return story.Measures
                .Where(one => one.Instrument == instrument && wanted.TrueForAll(label => one.Labels.TryGetValue(label[0], out var value) && value as string == label[1]))
                .Select(one => one.Value);
        }
    }

    [Collection(TelemetryGroup.Name)]
    public sealed class Collector(TracedStory story)
    {
        [Fact]
        public void EverySignal_GoesToItsOwnAddress() => Assert.Equal(["/v1/logs", "/v1/metrics", "/v1/traces"], story.SentTo);
    }
}
