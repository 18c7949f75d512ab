using System.Net;
using System.Net.Http.Json;
using Collaborations.Health;

namespace Collaborations.Tests.Health;

public static class HealthTests
{
    public sealed class When_everything_answers(CollaborationsApp app) : IClassFixture<CollaborationsApp>
    {
        [Fact]
        public async Task The_answer_is_200_and_names_each_part()
        {
            using var browser = app.CreateBrowser();
            using var response = await browser.GetAsync("/api/health");

            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            var report = await response.Content.ReadFromJsonAsync<HealthReport>();
            Assert.Equal(["tables", "blobs", "orchestrations"], report!.Parts.Select(part => part.Part));
            Assert.True(report.Healthy);
        }

        [Fact]
        public async Task The_answer_is_never_cached()
        {
            using var browser = app.CreateBrowser();
            using var response = await browser.GetAsync("/api/health");

            Assert.True(response.Headers.CacheControl!.NoStore);
        }

        [Fact]
        public async Task Another_method_is_refused()
        {
            using var browser = app.CreateDefaultClient(new Uri("https://localhost"));
            using var response = await browser.PostAsync("/api/health", content: null);

            Assert.Contains(response.StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed });
        }
    }
}
