using System.Net;
using Host.Tests.Samples;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Host.Tests.Http;

/// <summary>How what a function returns, writes or throws becomes an answer.</summary>
public sealed class ResultTests
{
    public sealed class Returned : IAsyncLifetime
    {
        private TestApplication _application = null!;

        public async Task InitializeAsync() => _application = await TestApplication.StartAsync(typeof(ResultFunctions));

        public async Task DisposeAsync() => await _application.DisposeAsync();

        [Theory]
        [InlineData("minimal", 201, "{\"item\":\"tea\",\"count\":2}")]
        [InlineData("action", 200, "{\"item\":\"tea\",\"count\":2}")]
        [InlineData("taskOfResult", 200, "later")]
        [InlineData("valueTaskOfResult", 202, "later")]
        [InlineData("written", 418, "by hand")]
        [InlineData("nothing", 200, "")]
        [InlineData("valueTaskOnly", 200, "")]
        [InlineData("null", 200, "")]
        [InlineData("anything", 200, "an object that is a result")]
        [InlineData("several", 200, "one of several")]
        public async Task Result_BecomesTheAnswer(string function, int status, string body)
        {
            using var response = await _application.Client.GetAsync($"/api/{function}");

            Assert.Equal(status, (int)response.StatusCode);
            Assert.Equal(body, await response.Content.ReadAsStringAsync());
        }

        [Fact]
        public async Task Answer_CarriesNoServerHeader()
        {
            using var response = await _application.Client.GetAsync("/api/minimal");

            Assert.False(response.Headers.Contains("Server"));
        }

        [Fact]
        public async Task CustomHeadersOfHostJson_AreOnEveryAnswerOfAFunction()
        {
            await using var application = await TestApplication.StartAsync(
                [typeof(ResultFunctions)], _ => { }, "--AzureFunctionsJobHost:extensions:http:customHeaders:X-Frame-Options=DENY");
            using var response = await application.Client.GetAsync("/api/minimal");

            Assert.Equal("DENY", Assert.Single(response.Headers.GetValues("X-Frame-Options")));
        }
    }

    public sealed class Thrown : IAsyncLifetime
    {
        private readonly RecordingLogger _log = new();
        private TestApplication _application = null!;

        public async Task InitializeAsync() => _application =
            await TestApplication.StartAsync([typeof(ResultFunctions)], builder => builder.Logging.AddProvider(_log));

        public async Task DisposeAsync()
        {
            await _application.DisposeAsync();
            _log.Dispose();
        }

        [Theory]
        [InlineData("throwsAtOnce", "secret at once")]
        [InlineData("throwsLater", "secret later")]
        public async Task Exception_Is500WithoutDetailsAndLoggedOnce(string function, string secret)
        {
            using var response = await _application.Client.GetAsync($"/api/{function}");

            Assert.Equal(HttpStatusCode.InternalServerError, response.StatusCode);
            Assert.Empty(await response.Content.ReadAsStringAsync());
            Assert.False(response.Headers.Contains("x-leak"));
            var logged = Assert.Single(_log.Entries, entry => entry.Exception is not null);
            Assert.Equal(LogLevel.Error, logged.Level);
            Assert.IsType<InvalidOperationException>(logged.Exception);
            Assert.Equal(secret, logged.Exception.Message);
        }

        [Fact]
        public async Task Address_IsNotLogged()
        {
            using var response = await _application.Client.GetAsync("/api/minimal?token=secret");

            Assert.Equal(HttpStatusCode.Created, response.StatusCode);
            Assert.DoesNotContain(_log.Entries, entry => entry.Message.Contains("secret", StringComparison.Ordinal));
        }

        [Fact]
        public async Task ExceptionBehindTheFirstByte_CutsTheConnection()
        {
            using var response = await _application.Client.GetAsync("/api/throwsWhileWriting", HttpCompletionOption.ResponseHeadersRead);

            await Assert.ThrowsAnyAsync<Exception>(() => response.Content.ReadAsStringAsync());
            Assert.Single(_log.Entries, entry => entry.Exception is InvalidOperationException);
        }

        [Fact]
        public async Task ClientThatLeaves_CancelsTheFunctionAndIsNoError()
        {
            using var leave = new CancellationTokenSource();
            var notebook = _application.Services.GetRequiredService<Notebook>();
            var request = _application.Client.GetAsync("/api/waitsForCancellation", leave.Token);
            await notebook.HasAsync("waiting");
            await leave.CancelAsync();

            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => request);
            await notebook.HasAsync("cancelled");
            Assert.DoesNotContain(_log.Entries, entry => entry.Level >= LogLevel.Warning);
        }
    }
}
