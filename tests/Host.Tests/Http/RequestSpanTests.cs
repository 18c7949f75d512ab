using System.Collections.Concurrent;
using System.Diagnostics;
using Host.Tests.Samples;

namespace Host.Tests.Http;

/// <summary>What whoever listens to the server's spans learns of a request.</summary>
public sealed class RequestSpanTests : IDisposable
{
    private readonly ConcurrentQueue<Activity> _spans = new();
    private readonly ActivityTraceId _trace = ActivityTraceId.CreateRandom();
    private readonly ActivityListener _listener;

    public RequestSpanTests()
    {
        // Other tests' servers run beside this one: only what carries this test's trace is looked at.
        _listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name == "Microsoft.AspNetCore",
            Sample = (ref ActivityCreationOptions<ActivityContext> options) =>
                options.Parent.TraceId == _trace ? ActivitySamplingResult.AllDataAndRecorded : ActivitySamplingResult.PropagationData,
            ActivityStopped = span =>
            {
                if (span.TraceId == _trace)
                {
                    _spans.Enqueue(span);
                }
            },
        };
        ActivitySource.AddActivityListener(_listener);
    }

    public void Dispose() => _listener.Dispose();

    private async Task<Activity> AskAsync(string path)
    {
        var span = ActivitySpanId.CreateRandom();
        await using (var application = await TestApplication.StartAsync(typeof(BindingFunctions), typeof(ResultFunctions)))
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, path);
            request.Headers.Add("traceparent", $"00-{_trace}-{span}-01");
            using var answer = await application.Client.SendAsync(request);
        }

        var seen = Assert.Single(_spans);
        Assert.Equal(span, seen.ParentSpanId);
        return seen;
    }

    [Fact]
    public async Task Request_IsNamedByItsRoute()
    {
        var span = await AskAsync("/api/search/secret?filter=secret");

        Assert.Equal("GET /api/search/{term}", span.DisplayName);
        Assert.Equal(("Search", "/api/search/{term}", 200), (span.GetTagItem("faas.name"), span.GetTagItem("http.route"), span.GetTagItem("http.response.status_code")));
        Assert.Equal(ActivityStatusCode.Unset, span.Status);
        Assert.DoesNotContain(
            span.TagObjects.Where(tag => tag.Key is "faas.name" or "http.route" or "http.request.method"),
            tag => tag.Value is string text && text.Contains("secret", StringComparison.Ordinal));
    }

    [Fact]
    public async Task FunctionThatThrows_IsAnError()
    {
        var span = await AskAsync("/api/ThrowsAtOnce");

        Assert.Equal((ActivityStatusCode.Error, 500), (span.Status, span.GetTagItem("http.response.status_code")));
        Assert.Null(span.StatusDescription);
    }
}
