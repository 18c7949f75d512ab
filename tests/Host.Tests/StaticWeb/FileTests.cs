using System.Net;
using System.Net.Http.Headers;

namespace Host.Tests.StaticWeb;

/// <summary>How files are found and sent.</summary>
public sealed class FileTests
{
    private static readonly (string, string)[] Files =
        [("index.html", "index"), ("about/index.html", "about"), ("contact.html", "contact"), ("app.js", "0123456789"), (".env", "secret")];

    public sealed class TrailingSlash
    {
        // The tables of the section "Trailing slash", mode by mode.
        [Theory]
        [InlineData("always", "/about", "301 /about/")]
        [InlineData("always", "/about/", "200 about")]
        [InlineData("always", "/about/index.html", "301 /about/")]
        [InlineData("always", "/contact", "301 /contact/")]
        [InlineData("always", "/contact/", "200 contact")]
        [InlineData("always", "/contact.html", "301 /contact/")]
        [InlineData("never", "/about", "200 about")]
        [InlineData("never", "/about/", "301 /about")]
        [InlineData("never", "/about/index.html", "301 /about")]
        [InlineData("never", "/contact", "200 contact")]
        [InlineData("never", "/contact/", "301 /contact")]
        [InlineData("never", "/contact.html", "301 /contact")]
        [InlineData("auto", "/about", "301 /about/")]
        [InlineData("auto", "/about/", "200 about")]
        [InlineData("auto", "/about/index.html", "301 /about/")]
        [InlineData("auto", "/contact", "200 contact")]
        [InlineData("auto", "/contact/", "301 /contact")]
        [InlineData("auto", "/contact.html", "301 /contact")]
        [InlineData(null, "/about", "200 about")]
        [InlineData(null, "/about/", "200 about")]
        [InlineData(null, "/about/index.html", "200 about")]
        [InlineData(null, "/contact", "200 contact")]
        [InlineData(null, "/contact/", "301 /contact")]
        [InlineData(null, "/contact.html", "200 contact")]
        [InlineData("never", "/", "200 index")]
        [InlineData("never", "/index.html", "301 /")]
        [InlineData("always", "/app.js", "200 0123456789")]
        [InlineData("always", "/about?q=1", "301 /about/?q=1")]
        public async Task Mode_DecidesUnderWhichAddressAPageStands(string? mode, string address, string expected)
        {
            await using var site = await TestSite.StartAsync(mode is null ? "{}" : $$"""{ "trailingSlash": "{{mode}}" }""", Files);

            Assert.Equal(expected, await site.SeeAsync(address));
        }
    }

    public sealed class Safety
    {
        // As they stand behind the server's decoding, which clients would tidy up before sending.
        [Theory]
        [InlineData("/../outside.txt")]
        [InlineData("/about/../../outside.txt")]
        [InlineData("/about/..%2f..%2foutside.txt")]
        [InlineData("/..\\outside.txt")]
        [InlineData("//about")]
        [InlineData("/.env")]
        [InlineData("/staticwebapp.config.json")]
        [InlineData("/STATICWEBAPP.CONFIG.JSON")]
        [InlineData("/app.js\0.html")]
        public async Task PathOutsideTheSite_Is404(string path)
        {
            await using var site = await TestSite.StartAsync("""{ "trailingSlash": "always" }""", Files);
            var http = await site.Application.Server.SendAsync(context =>
            {
                context.Request.Method = "GET";
                context.Request.Path = path;
            });

            Assert.Equal(404, http.Response.StatusCode);
        }

        [Theory]
        [InlineData("POST", 405)]
        [InlineData("DELETE", 405)]
        [InlineData("OPTIONS", 204)]
        public async Task OtherMethods_AreToldWhichAreAllowed(string method, int status)
        {
            await using var site = await TestSite.StartAsync("{}", Files);
            using var request = new HttpRequestMessage(new HttpMethod(method), "/app.js");
            using var response = await site.Client.SendAsync(request);

            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal("GET, HEAD, OPTIONS", string.Join(", ", response.Content.Headers.Allow));
        }
    }

    public sealed class Sending : IAsyncLifetime
    {
        private TestSite _site = null!;

        public async Task InitializeAsync() => _site = await TestSite.StartAsync("{}", Files);

        public async Task DisposeAsync() => await _site.DisposeAsync();

        [Fact]
        public async Task File_HasTypeValidatorAndCacheRule()
        {
            using var response = await _site.Client.GetAsync("/app.js");

            Assert.Equal("text/javascript", response.Content.Headers.ContentType?.ToString());
            Assert.NotNull(response.Headers.ETag);
            Assert.NotNull(response.Content.Headers.LastModified);
            Assert.Equal("public, must-revalidate, max-age=30", response.Headers.CacheControl?.ToString());
            Assert.False(response.Headers.Contains("Server"));
        }

        [Fact]
        public async Task UnchangedFile_Is304()
        {
            using var first = await _site.Client.GetAsync("/app.js");
            using var request = new HttpRequestMessage(HttpMethod.Get, "/app.js");
            request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
            using var second = await _site.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.NotModified, second.StatusCode);
        }

        [Fact]
        public async Task Head_HasTheLengthAndNoBody()
        {
            using var request = new HttpRequestMessage(HttpMethod.Head, "/app.js");
            using var response = await _site.Client.SendAsync(request);

            Assert.Equal(10, response.Content.Headers.ContentLength);
            Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        }

        [Fact]
        public async Task Range_GetsItsPart()
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, "/app.js");
            request.Headers.Range = new RangeHeaderValue(2, 4);
            using var response = await _site.Client.SendAsync(request);

            Assert.Equal(HttpStatusCode.PartialContent, response.StatusCode);
            Assert.Equal("234", await response.Content.ReadAsStringAsync());
        }

        [Theory]
        [InlineData("gzip, deflate, br", "br")]
        [InlineData("gzip", "gzip")]
        [InlineData("br;q=0, gzip", "gzip")]
        [InlineData("identity", null)]
        [InlineData(null, null)]
        public async Task CompressedFormBesideTheFile_GoesToThoseWhoTakeIt(string? accepted, string? expected)
        {
            _site.Write("app.js.br", "as brotli"u8.ToArray());
            _site.Write("app.js.gz", "as gzip"u8.ToArray());
            using var request = new HttpRequestMessage(HttpMethod.Get, "/app.js");
            if (accepted is not null)
            {
                request.Headers.TryAddWithoutValidation("Accept-Encoding", accepted);
            }

            using var response = await _site.Client.SendAsync(request);

            Assert.Equal(expected, response.Content.Headers.ContentEncoding.SingleOrDefault());
            Assert.Equal("text/javascript", response.Content.Headers.ContentType?.ToString());
            Assert.Contains("Accept-Encoding", response.Headers.Vary);
            Assert.Equal(expected is null ? "0123456789" : expected == "br" ? "as brotli" : "as gzip", await response.Content.ReadAsStringAsync());
        }
    }
}
