namespace Host.Tests.StaticWeb;

/// <summary>Routes, fallback, headers and overrides of staticwebapp.config.json, against the page that documents them.</summary>
public sealed class RuleTests
{
    private static readonly (string, string)[] Files =
    [
        ("index.html", "index"), ("calendar.html", "calendar"), ("404.html", "not here"), ("login.html", "sign in"),
        ("images/logo.png", "logo"), ("css/global.css", "css"), ("data.json", "{}"),
    ];

    public sealed class Routes
    {
        [Theory]
        [InlineData("/calendar/2026/01", "200 calendar")]
        [InlineData("/specials", "301 /deals")]
        [InlineData("/logout", "302 /bye")]
        [InlineData("/loop", "404")]
        [InlineData("/gone", "404")]
        [InlineData("/teapot", "418 calendar")]
        [InlineData("/private/page", "401")]
        [InlineData("/open/page", "404")]
        public async Task FirstRuleThatFits_IsFollowed(string address, string expected)
        {
            await using var site = await TestSite.StartAsync(
                """
                {
                  "routes": [
                    { "route": "/calendar*", "rewrite": "/calendar.html" },
                    { "route": "/calendar/2026/*", "redirect": "/never" },
                    { "route": "/specials", "redirect": "/deals", "statusCode": 301 },
                    { "route": "/logout", "redirect": "/bye" },
                    { "route": "/loop", "redirect": "/loop" },
                    { "route": "/gone", "statusCode": 404 },
                    { "route": "/teapot", "rewrite": "/calendar.html", "statusCode": 418 },
                    { "route": "/private*", "allowedRoles": ["authenticated"] },
                    { "route": "/open*", "allowedRoles": ["anonymous", "authenticated"] }
                  ]
                }
                """,
                Files);

            Assert.Equal(expected, await site.SeeAsync(address));
        }

        [Fact]
        public async Task Methods_NarrowARule()
        {
            await using var site = await TestSite.StartAsync(
                """{ "routes": [{ "route": "/calendar.html", "methods": ["HEAD"], "statusCode": 404 }] }""", Files);

            Assert.Equal("404", await site.SeeAsync("/calendar.html", "HEAD"));
            Assert.Equal("200 calendar", await site.SeeAsync("/calendar.html"));
        }

        [Fact]
        public async Task RulesOnAddressesOfFunctions_AreFollowedToo()
        {
            await using var site = await TestSite.StartAsync(
                """
                {
                  "routes": [
                    { "route": "/api/site/echo", "methods": ["DELETE"], "statusCode": 404 },
                    { "route": "/echo", "rewrite": "/api/site/echo?from=rule" },
                    { "route": "/api/old", "redirect": "/api/site/echo" }
                  ]
                }
                """,
                Files);

            Assert.Equal("404", await site.SeeAsync("/api/site/echo", "DELETE"));
            Assert.Equal("200 GET /api/site/echo", await site.SeeAsync("/api/site/echo"));
            Assert.Equal("200 GET /api/site/echo?from=rule", await site.SeeAsync("/echo"));
            Assert.Equal("302 /api/site/echo", await site.SeeAsync("/api/old"));
        }
    }

    public sealed class NavigationFallback
    {
        [Theory]
        [InlineData("/about/", "200 index")]
        [InlineData("/images/logo.png", "200 logo")]
        [InlineData("/images/icon.svg", "200 index")]
        [InlineData("/images/unknown.png", "404")]
        [InlineData("/css/unknown.css", "404")]
        [InlineData("/css/global.css", "200 css")]
        [InlineData("/deep/link", "200 index")]
        [InlineData("/api/unknown", "404")]
        public async Task AddressOfNoFile_GetsTheFallbackUnlessExcluded(string address, string expected)
        {
            await using var site = await TestSite.StartAsync(
                """{ "navigationFallback": { "rewrite": "index.html", "exclude": ["/images/*.{png,jpg,gif}", "/css/*"] } }""", Files);

            Assert.Equal(expected, await site.SeeAsync(address));
        }

        [Fact]
        public async Task WithoutOne_AnAddressOfNoFileIs404()
        {
            await using var site = await TestSite.StartAsync("{}", Files);

            Assert.Equal("404", await site.SeeAsync("/about"));
            Assert.Equal("200 index", await site.SeeAsync("/"));
        }
    }

    public sealed class ResponseOverrides
    {
        [Fact]
        public async Task ErrorWithAPage_KeepsItsStatus()
        {
            await using var site = await TestSite.StartAsync("""{ "responseOverrides": { "404": { "rewrite": "/404.html" } } }""", Files);
            using var response = await site.Client.GetAsync("/unknown");

            Assert.Equal(404, (int)response.StatusCode);
            Assert.Equal("not here", await response.Content.ReadAsStringAsync());
            Assert.Equal("text/html", response.Content.Headers.ContentType?.MediaType);
            Assert.Null(response.Headers.ETag);
        }

        [Fact]
        public async Task ErrorWithAnotherStatusOrAddress_HasThem()
        {
            await using var site = await TestSite.StartAsync(
                """
                {
                  "routes": [{ "route": "/private*", "allowedRoles": ["authenticated"] }, { "route": "/no", "statusCode": 403 }],
                  "responseOverrides": {
                    "401": { "statusCode": 302, "redirect": "/login" },
                    "403": { "rewrite": "/login.html", "statusCode": 200 },
                    "404": { "rewrite": "/missing.html" }
                  }
                }
                """,
                Files);

            Assert.Equal("302 /login", await site.SeeAsync("/private/page"));
            Assert.Equal("200 sign in", await site.SeeAsync("/no"));
            Assert.Equal("404", await site.SeeAsync("/unknown"));
        }

        [Fact]
        public async Task ErrorOfAFunction_IsItsOwn()
        {
            await using var site = await TestSite.StartAsync("""{ "responseOverrides": { "404": { "rewrite": "/404.html" } } }""", Files);

            Assert.Equal("404", await site.SeeAsync("/api/unknown"));
        }
    }

    public sealed class Headers
    {
        private const string Config =
            """
            {
              "globalHeaders": { "X-Content-Type-Options": "nosniff", "Cache-Control": "no-cache", "X-One": "global", "ETag": "" },
              "routes": [{ "route": "/images/*", "headers": { "Cache-Control": "must-revalidate, max-age=15770000", "X-One": "" } }],
              "mimeTypes": { ".json": "text/json" }
            }
            """;

        [Fact]
        public async Task GlobalHeaders_AreOnFilesAndErrors()
        {
            await using var site = await TestSite.StartAsync(Config, Files);
            foreach (var address in (string[])["/", "/unknown", "/css/global.css"])
            {
                using var response = await site.Client.GetAsync(address);

                Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
                Assert.Equal("no-cache", response.Headers.CacheControl?.ToString());
                Assert.Null(response.Headers.ETag);
            }
        }

        [Fact]
        public async Task HeadersOfARule_OverrideAndRemoveGlobalOnes()
        {
            await using var site = await TestSite.StartAsync(Config, Files);
            using var response = await site.Client.GetAsync("/images/logo.png");

            Assert.Equal("must-revalidate, max-age=15770000", response.Headers.CacheControl?.ToString());
            Assert.Equal("nosniff", Assert.Single(response.Headers.GetValues("X-Content-Type-Options")));
            Assert.False(response.Headers.Contains("X-One"));
        }

        [Fact]
        public async Task AnswersOfFunctions_CarryNone()
        {
            await using var site = await TestSite.StartAsync(Config, Files);
            using var response = await site.Client.GetAsync("/api/site/echo");

            Assert.False(response.Headers.Contains("X-Content-Type-Options"));
            Assert.Null(response.Headers.CacheControl);
        }

        [Fact]
        public async Task MimeTypes_OverrideThoseOfTheExtension()
        {
            await using var site = await TestSite.StartAsync(Config, Files);
            using var response = await site.Client.GetAsync("/data.json");

            Assert.Equal("text/json", response.Content.Headers.ContentType?.MediaType);
        }
    }
}
