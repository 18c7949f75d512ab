using System.Net;

namespace Collaborations.Tests.Story;

/// <summary>Keeps cookies as a browser does, for one address.</summary>
/// <param name="jar">Those that it has already.</param>
public sealed class CookieHandler(CookieContainer? jar = null) : DelegatingHandler
{
    /// <summary>Bytes of name and value; browsers drop what is longer (RFC 6265bis, 5.6).</summary>
    private const int LongestCookie = 4096;

    private readonly CookieContainer _cookies = jar ?? new CookieContainer();

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (_cookies.GetCookieHeader(request.RequestUri!) is { Length: > 0 } header)
        {
            request.Headers.Add("Cookie", header);
        }

        var response = await base.SendAsync(request, cancellationToken);
        if (response.Headers.TryGetValues("Set-Cookie", out var values))
        {
            foreach (var value in values.Where(each => each.Split(';')[0].Length <= LongestCookie))
            {
                _cookies.SetCookies(request.RequestUri!, value);
            }
        }

        return response;
    }
}
