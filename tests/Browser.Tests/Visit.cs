using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Tests.Support;

namespace Browser.Tests;

/// <summary>One person's look at the site. Keeps what a page must never do: complain in its console, or ask another host for anything.</summary>
public sealed class Visit : IAsyncDisposable
{
    private static readonly ConcurrentDictionary<string, bool> Looked = new(StringComparer.Ordinal);

    private readonly IBrowserContext _context;
    private readonly Uri _address;

    private Visit(IBrowserContext context, IPage page, Uri address)
    {
        _context = context;
        _address = address;
        Page = page;
        page.Console += (_, message) =>
        {
            if (message.Type is "error" or "warning")
            {
                Complaints.Add(message.Text);
            }
        };
        page.PageError += (_, error) => Complaints.Add(error);
        page.Request += (_, request) =>
        {
            // Files go straight to storage, which on one machine is another port of it.
            if (new Uri(request.Url) is { Scheme: "http" or "https" } asked && asked.Host != address.Host && !(address.IsLoopback && asked.IsLoopback))
            {
                Strangers.Add(request.Url);
            }
        };
    }

    public IPage Page { get; }

    /// <summary>Errors and warnings in the console, a broken content security policy among them.</summary>
    public IList<string> Complaints { get; } = [];

    /// <summary>Addresses of other hosts that the page asked for.</summary>
    public IList<string> Strangers { get; } = [];

    public static async Task<Visit> StartAsync(Chromium chromium, Site site, int width = 360, bool dark = false, bool scripts = true)
    {
        var context = await chromium.Browser.NewContextAsync(new BrowserNewContextOptions
        {
            ViewportSize = new ViewportSize { Width = width, Height = 800 },
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            JavaScriptEnabled = scripts,
            Locale = "en-GB",
            ReducedMotion = ReducedMotion.Reduce,
        });
        context.SetDefaultTimeout(Chromium.PatienceMilliseconds);
        return new Visit(context, await context.NewPageAsync(), site.Address);
    }

    public async Task<IResponse> GoAsync(string path) =>
        await Page.GotoAsync(new Uri(_address, path).ToString(), new PageGotoOptions { WaitUntil = WaitUntilState.NetworkIdle })
        ?? throw new InvalidOperationException($"There was no answer to {path}.");

    /// <summary>
    /// What axe finds against WCAG 2.2 AA. It stays out of frames: those of the outbox show emails, run no script, and would
    /// never answer; emails are looked at by themselves.
    /// </summary>
    public async Task<IEnumerable<string>> BarriersAsync()
    {
        var found = await Page.RunAxe(new AxeRunOptions { Iframes = false });
        return found.Violations.Select(violation => $"{violation.Id}: {violation.Help} ({violation.Nodes.Length})");
    }

    /// <summary>For people to look at; the folder is not part of the repository.</summary>
    public Task PictureAsync(string name) => Page.ScreenshotAsync(new PageScreenshotOptions
    {
        FullPage = true,
        Path = RepositoryRoot.Combine("screenshots", $"{name}.png"),
    });

    /// <summary>The page as it is now on a phone and on a desk, left as pictures, and without a barrier. Once for each name: stories pass the same pages.</summary>
    public async Task LookAsync(string name)
    {
        if (!Looked.TryAdd(name, true))
        {
            return;
        }

        var size = Page.ViewportSize!;
        foreach (var width in new[] { 360, 1440 })
        {
            await Page.SetViewportSizeAsync(width, size.Height);
            await PictureAsync($"{name}-{width}");
        }

        await Page.SetViewportSizeAsync(size.Width, size.Height);
        var barriers = await BarriersAsync();
        Assert.True(!barriers.Any(), $"{name}: {string.Join("; ", barriers)}");
    }

    public ILocator Button(string name) => Page.GetByRole(AriaRole.Button, new PageGetByRoleOptions { Name = name, Exact = true });

    public ILocator Heading(string name) => Page.GetByRole(AriaRole.Heading, new PageGetByRoleOptions { Name = name, Exact = true });

    public ILocator Field(string label) => Page.GetByLabel(label, new PageGetByLabelOptions { Exact = true });

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();
}
