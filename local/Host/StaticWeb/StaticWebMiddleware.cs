using Microsoft.AspNetCore.Http;
using RouteRule = Local.Host.StaticWeb.StaticWebConfig.RouteRule;

namespace Local.Host.StaticWeb;

/// <summary>
/// Serves the front end as Azure Static Web Apps does: first the rule that fits the request (before routing, for a rule may
/// send the request elsewhere), then, where no function and no page of the host answers, a file, the fallback page or an error.
/// Headers of the configuration go to what is served here; the answers of functions carry their own alone, as with the service
/// (Azure/static-web-apps, issue 715).
/// </summary>
internal sealed class StaticWebMiddleware(StaticWebSite site, string functionPrefix)
{
    private readonly StaticWebConfig _config = site.Config;
    private readonly StaticFileSender _sender = new(site);
    private readonly PathString _functions = functionPrefix.Length == 0 ? PathString.Empty : new PathString($"/{functionPrefix}");

    /// <summary>To run before routing: follows the rule that fits the request.</summary>
    public Task ApplyRuleAsync(HttpContext http, RequestDelegate next)
    {
        var path = http.Request.Path.Value ?? "/";
        var rule = _config.Routes.FirstOrDefault(candidate => candidate.Matches(http.Request.Method, path));
        if (rule is null)
        {
            return next(http);
        }

        if (!rule.IsOpen)
        {
            return FailAsync(http, StatusCodes.Status401Unauthorized, rule);
        }

        if (rule.Redirect is not null)
        {
            return Redirect(http, rule.Redirect, rule.StatusCode, rule);
        }

        if (rule.Rewrite is null && rule.StatusCode is >= StatusCodes.Status400BadRequest and var status)
        {
            return FailAsync(http, status, rule);
        }

        if (rule.Rewrite is not null)
        {
            Rewrite(http, rule.Rewrite);
        }

        http.Features.Set(rule);
        return next(http);
    }

    /// <summary>To run behind routing: answers what nobody else does.</summary>
    public Task ServeAsync(HttpContext http, RequestDelegate next)
    {
        if (http.GetEndpoint() is not null || IsFunctions(http.Request.Path))
        {
            return next(http);
        }

        var rule = http.Features.Get<RouteRule>();
        var path = http.Request.Path.Value ?? "/";
        if (HttpMethods.IsOptions(http.Request.Method))
        {
            return EndAsync(http, StatusCodes.Status204NoContent, rule);
        }

        if (!HttpMethods.IsGet(http.Request.Method) && !HttpMethods.IsHead(http.Request.Method))
        {
            return EndAsync(http, StatusCodes.Status405MethodNotAllowed, rule);
        }

        var (file, redirect) = site.Find(path);
        if (redirect is not null && rule?.Rewrite is null)
        {
            return Redirect(http, redirect + http.Request.QueryString, StatusCodes.Status301MovedPermanently, rule);
        }

        if (file is not null)
        {
            return SendAsync(http, file, rule?.StatusCode ?? StatusCodes.Status200OK, rule);
        }

        return Fallback(path) is { } page
            ? SendAsync(http, page, rule?.StatusCode ?? StatusCodes.Status200OK, rule)
            : FailAsync(http, StatusCodes.Status404NotFound, rule);
    }

    private bool IsFunctions(PathString path) =>
        _functions.HasValue && path.StartsWithSegments(_functions, StringComparison.OrdinalIgnoreCase);

    private SiteFile? Fallback(string path) =>
        _config.NavigationFallback is { Rewrite.Length: > 0 } fallback && !fallback.ExcludePatterns.Any(pattern => pattern.Matches(path))
            ? site.Exact(Rooted(fallback.Rewrite))
            : null;

    private static string Rooted(string path) => path.StartsWith('/') ? path : $"/{path}";

    private static void Rewrite(HttpContext http, string target)
    {
        var query = target.IndexOf('?', StringComparison.Ordinal);
        http.Request.Path = Rooted(query < 0 ? target : target[..query]);
        if (query >= 0)
        {
            http.Request.QueryString = new QueryString(target[query..]);
        }
    }

    private Task Redirect(HttpContext http, string target, int? status, RouteRule? rule)
    {
        http.Response.Headers.Location = target;
        return EndAsync(http, status ?? StatusCodes.Status302Found, rule);
    }

    private Task FailAsync(HttpContext http, int status, RouteRule? rule)
    {
        if (!_config.ResponseOverrides.TryGetValue(status, out var instead))
        {
            return EndAsync(http, status, rule);
        }

        if (instead.Redirect is not null)
        {
            return Redirect(http, instead.Redirect, instead.StatusCode, rule);
        }

        var final = instead.StatusCode ?? status;
        return instead.Rewrite is not null && site.Exact(Rooted(instead.Rewrite)) is { } page
            ? SendAsync(http, page, final, rule)
            : EndAsync(http, final, rule);
    }

    private Task EndAsync(HttpContext http, int status, RouteRule? rule)
    {
        AddHeaders(http, rule);
        http.Response.StatusCode = status;
        if (status is StatusCodes.Status204NoContent or StatusCodes.Status405MethodNotAllowed)
        {
            http.Response.Headers.Allow = "GET, HEAD, OPTIONS";
        }

        return Task.CompletedTask;
    }

    private Task SendAsync(HttpContext http, SiteFile file, int status, RouteRule? rule)
    {
        AddHeaders(http, rule);
        return _sender.SendAsync(http, file, status);
    }

    // When the answer starts, so that the configuration has the last word over what the sending of a file sets; an empty value removes.
    private void AddHeaders(HttpContext http, RouteRule? rule) => http.Response.OnStarting(() =>
    {
        foreach (var (name, value) in _config.GlobalHeaders.Concat(rule?.Headers ?? new Dictionary<string, string>()))
        {
            http.Response.Headers[name] = value.Length == 0 ? default : new(value);
        }

        return Task.CompletedTask;
    });
}
