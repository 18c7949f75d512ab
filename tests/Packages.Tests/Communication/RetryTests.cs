using Azure;
using Azure.Communication;
using Azure.Communication.CallAutomation;
using Azure.Communication.Email;
using Azure.Communication.Sms;
using Azure.Core;

namespace Packages.Tests.Communication;

public sealed class RetryTests : IAsyncLifetime
{
    private const string Busy = """{"error":{"code":"TooManyRequests","message":"Slow down."}}""";

    private readonly LoopbackService _service = new();

    public Task InitializeAsync() => _service.InitializeAsync();

    public Task DisposeAsync() => _service.DisposeAsync();

    [Fact]
    public async Task Email_is_repeated_with_the_same_id_and_body_and_signed_anew()
    {
        BusyTwice().Answers(202, """{"id":"1","status":"Running"}""");
        var client = new EmailClient(_service.ConnectionString, AtOnce(new EmailClientOptions()));

        await client.SendAsync(WaitUntil.Started, "a@practice.example", "b@home.example", "Hello", "<p>1</p>");

        AssertSameAttempts(request => request.Headers["Operation-Id"]);
    }

    [Fact]
    public async Task Text_is_repeated_with_the_same_marks()
    {
        BusyTwice().Answers(202, """{"value":[{"to":"+14255550123","messageId":"1","httpStatusCode":202,"successful":true}]}""");
        var client = new SmsClient(_service.ConnectionString, AtOnce(new SmsClientOptions()));

        await client.SendAsync("+14255550100", "+14255550123", "Hello");

        AssertSameAttempts(request => request.Json.GetProperty("smsRecipients")[0].GetProperty("repeatabilityRequestId").GetString());
    }

    [Fact]
    public async Task Call_is_repeated_with_the_same_marks()
    {
        BusyTwice().Answers(201, """{"callConnectionId":"one"}""");
        var client = new CallAutomationClient(_service.ConnectionString, AtOnce(new CallAutomationClientOptions()));

        await client.CreateCallAsync(
            new CallInvite(new PhoneNumberIdentifier("+14255550123"), new PhoneNumberIdentifier("+14255550100")),
            new Uri("https://practice.example/api/calls"));

        AssertSameAttempts(request => request.Headers["Repeatability-Request-ID"] + request.Headers["Repeatability-First-Sent"]);
    }

    [Fact]
    public async Task Played_text_is_repeated_with_the_same_context()
    {
        BusyTwice().Answers(202);
        var client = new CallAutomationClient(_service.ConnectionString, AtOnce(new CallAutomationClientOptions()));

        await client.GetCallConnection("one").GetCallMedia().PlayToAllAsync(new TextSource("Hello"));

        AssertSameAttempts(request => request.Json.GetProperty("operationContext").GetString());
    }

    [Fact]
    public void Synchronous_request_is_repeated_too()
    {
        BusyTwice().Answers(204);
        var client = new CallAutomationClient(_service.ConnectionString, AtOnce(new CallAutomationClientOptions()));

        client.GetCallConnection("one").HangUp(forEveryone: true);

        AssertSameAttempts(request => request.Headers["Repeatability-Request-ID"]);
    }

    [Fact]
    public async Task Service_that_stays_busy_is_a_failed_request_after_the_last_attempt()
    {
        BusyTwice().Answers(429, Busy, ("Retry-After", "0")).Answers(429, Busy, ("Retry-After", "0"));
        var client = new SmsClient(_service.ConnectionString, AtOnce(new SmsClientOptions()));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => client.SendAsync("+14255550100", "+14255550123", "Hello"));

        Assert.Equal((429, "TooManyRequests"), (failure.Status, failure.ErrorCode));
        Assert.Equal(4, _service.Requests.Count);
    }

    [Theory]
    [InlineData(400)]
    [InlineData(401)]
    [InlineData(409)]
    public async Task Refusal_is_not_repeated(int status)
    {
        _service.Answers(status, """{"error":{"code":"No","message":"No."}}""");
        var client = new SmsClient(_service.ConnectionString, AtOnce(new SmsClientOptions()));

        var failure = await Assert.ThrowsAsync<RequestFailedException>(() => client.SendAsync("+14255550100", "+14255550123", "Hello"));

        Assert.Equal(status, failure.Status);
        Assert.Single(_service.Requests);
    }

    private static T AtOnce<T>(T options)
        where T : ClientOptions
    {
        options.Retry.Delay = TimeSpan.Zero;
        options.Retry.MaxDelay = TimeSpan.Zero;
        return options;
    }

    private LoopbackService BusyTwice() => _service.Answers(429, Busy, ("Retry-After", "0")).Answers(503, Busy, ("Retry-After", "0"));

    private void AssertSameAttempts(Func<SeenRequest, string?> key)
    {
        Assert.Equal(3, _service.Requests.Count);
        Assert.Single(_service.Requests.Select(request => request.Text).Distinct());
        Assert.False(string.IsNullOrEmpty(Assert.Single(_service.Requests.Select(key).Distinct())));
        Assert.All(_service.Requests, request => DocumentedSignature.AssertOn(request, LoopbackService.AccessKey));
    }
}
