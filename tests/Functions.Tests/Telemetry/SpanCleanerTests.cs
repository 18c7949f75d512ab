using System.Diagnostics;
using Collaborations.Telemetry;

namespace Collaborations.Tests.Telemetry;

[Trait("Size", "Small")]
public sealed class SpanCleanerTests
{
    private static Activity Cleaned(ActivityKind kind)
    {
        using var source = new ActivitySource("cleaned");
        using var listener = new ActivityListener
        {
            ShouldListenTo = one => ReferenceEquals(one, source),
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
        };
        ActivitySource.AddActivityListener(listener);
        using var span = source.StartActivity("span", kind)!;
        span.SetTag("http.route", "/api/cases/{case:guid}")
            .SetTag("url.path", "/api/anna@example.org")
            .SetTag("url.query", "q=Anna")
            .SetTag("client.address", "203.0.113.7")
            .SetTag("server.address", "whatever.the.sender.wrote.example")
            .SetTag("invented.tomorrow", "Anna")
            .SetStatus(ActivityStatusCode.Error, "Anna was not found");
        span.TraceStateString = "anna=1";
        using var cleaner = new SpanCleaner();
        cleaner.OnEnd(span);
        return span;
    }

    [Fact]
    public void WhatIsNotKnownToBeHarmless_IsGone() =>
        Assert.Equal(["http.route"], Cleaned(ActivityKind.Server).TagObjects.Select(tag => tag.Key));

    [Fact]
    public void ServiceThatWasAsked_Stays() =>
        Assert.Equal(["http.route", "server.address"], Cleaned(ActivityKind.Client).TagObjects.Select(tag => tag.Key));

    [Fact]
    public void Failure_StaysWithoutItsWords()
    {
        var span = Cleaned(ActivityKind.Server);
        Assert.Equal((ActivityStatusCode.Error, null, null), (span.Status, span.StatusDescription, span.TraceStateString));
    }
}
