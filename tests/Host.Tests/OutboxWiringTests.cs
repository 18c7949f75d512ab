using System.Net;
using Azure.Communication.Email;
using Azure.Core.Pipeline;
using Host.Tests.Samples;
using Local.Host.Outbox;
using Local.Host.Startup;
using Microsoft.Extensions.DependencyInjection;

namespace Host.Tests;

/// <summary>The outbox as a part of the whole host.</summary>
public sealed class OutboxWiringTests
{
    [Fact]
    public async Task MessageSentWithTheConfiguredKey_IsInTheFeed()
    {
        await using var application = await TestApplication.StartAsync(
            [typeof(BindingFunctions)], _ => { }, "--Outbox:AccessKey=AAECAwQFBgcICQoLDA0ODxAREhMUFRYXGBkaGxwdHh8=");
        using var handler = application.Server.CreateHandler();
        using var transport = new HttpClientTransport(handler);
        var options = application.Services.GetRequiredService<OutboxOptions>();
        var client = new EmailClient(options.ConnectionString(application.Client.BaseAddress!), new EmailClientOptions { Transport = transport });

        await client.SendAsync(Azure.WaitUntil.Started, "office@practice.example", "kim@home.example", "Hello", "<p>Hi</p>");

        Assert.Contains("kim@home.example", await application.Client.GetStringAsync("/outbox.json"), StringComparison.Ordinal);
        Assert.True(File.Exists(Path.Combine(options.DataDirectory, "outbox.jsonl")));
    }

    [Fact]
    public async Task Disabled_IsNotThere()
    {
        await using var application = await TestApplication.StartAsync([typeof(BindingFunctions)], _ => { }, "--Outbox:Enabled=false");
        using var answer = await application.Client.GetAsync("/outbox");

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Null(application.Services.GetService<OutboxStore>());
    }

    [Theory]
    [InlineData("--Outbox:Capacity=none", "The setting Outbox:Capacity must be a positive whole number, not 'none'.")]
    [InlineData("--Outbox:ReportsTo=somewhere", "The setting Outbox:ReportsTo must be an absolute address, not 'somewhere'.")]
    public async Task SettingOfTheWrongKind_IsNamed(string argument, string expected)
    {
        var refused = await Assert.ThrowsAsync<StartupException>(() => TestApplication.StartAsync([typeof(BindingFunctions)], _ => { }, argument));

        Assert.Equal(expected, refused.Message);
    }

    [Fact]
    public async Task FallbackOfTheFrontEnd_DoesNotHideIt()
    {
        await using var site = await StaticWeb.TestSite.StartAsync(
            """{ "navigationFallback": { "rewrite": "/index.html" } }""", ("index.html", "index"));

        Assert.Equal("[]", (await site.Client.GetStringAsync("/outbox.json")).Trim());
        Assert.Equal("index", await site.Client.GetStringAsync("/outboxes"));
    }
}
