using System.Net;
using System.Text;
using Collaborations.Operating;
using Microsoft.Extensions.Configuration;

namespace Collaborations.Tests.Operating;

/// <summary>What answers a command may be something else than the app, or nothing: that is said in a sentence, and the command ends with 1.</summary>
[Trait("Size", "Small")]
public sealed class RunningAppTests
{
    private const string Strange = "What answers there is not this app, or another version of it: 200, and not what was asked for.";

    [Theory]
    [InlineData("text/html", "<html>Maintenance</html>")]
    [InlineData("application/json", "")]
    [InlineData("application/json", "{\"workflows\":[")]
    [InlineData("application/json", "null")]
    [InlineData("application/json", "[]")]
    [InlineData("application/json", "{}")]
    [InlineData("application/json", "{\"workflows\":null}")]
    [InlineData("application/json", "{\"workflows\":[{\"workflowId\":\"one\"}]}")]
    [InlineData("application/json; charset=nothing", "{\"workflows\":7}")]
    public async Task An_answer_that_is_not_the_apps_Is_said(string type, string body) =>
        Assert.Equal((OperatorCommands.Bad, Strange), await ListAsync(() => Answer(HttpStatusCode.OK, type, body)));

    [Fact]
    public async Task A_purge_without_its_numbers_Is_said() =>
        Assert.Equal(
            (OperatorCommands.Bad, Strange),
            await RunAsync(() => Answer(HttpStatusCode.OK, "application/json", "{\"purged\":1}"), ["workflows", "purge", "one"]));

    [Theory]
    [InlineData("application/json", "{\"code\":\"malformed\"}", "Refused: 502 malformed")]
    [InlineData("text/html", "<html>Bad gateway</html>", "Refused: 502")]
    [InlineData("application/json", "[{\"code\":", "Refused: 502")]
    [InlineData("application/json", "[1]", "Refused: 502")]
    [InlineData("application/json", "{\"code\":{}}", "Refused: 502")]
    public async Task A_refusal_Is_said_with_its_code_where_it_has_one(string type, string body, string said) =>
        Assert.Equal((OperatorCommands.Bad, said), await ListAsync(() => Answer(HttpStatusCode.BadGateway, type, body)));

    [Fact]
    public async Task No_answer_in_time_Is_said() =>
        Assert.Equal(
            (OperatorCommands.Bad, "The app does not answer in time. It may have done what was asked."),
            await ListAsync(() => throw new TaskCanceledException("The time is over.", new TimeoutException())));

    [Fact]
    public async Task Nobody_there_Is_said() =>
        Assert.Equal(
            (OperatorCommands.Bad, "The app does not answer: ConnectionError"),
            await ListAsync(() => throw new HttpRequestException(HttpRequestError.ConnectionError)));

    [Fact]
    public async Task What_a_newer_app_says_besides_Does_not_matter()
    {
        const string Body = """
            {"workflows":[{"workflowId":"one","name":"One","status":"failed","createdAt":"2026-01-02T03:04:05.678+00:00","updatedAt":"2026-01-02T03:04:06Z","colour":"red"}],"pages":3}
            """;
        var (code, said) = await ListAsync(() => Answer(HttpStatusCode.OK, "application/json", Body));
        Assert.Equal(OperatorCommands.Good, code);
        Assert.Equal("failed     2026-01-02T03:04:05.678Z 2026-01-02T03:04:06.000Z One                              one", said.Split('\n')[1].TrimEnd());
    }

    [Fact]
    public async Task A_practice_of_which_no_answer_came_Is_asked_for_again_by_its_id()
    {
        string[] create = ["practice", "create", "--name", "N", "--time-zone", "UTC", "--countries", "US", "--manager-first-name", "I", "--manager-last-name", "B", "--manager-email", "i@b.example"];
        var asked = new List<string>();
        var (code, said) = await RunAsync(() => throw new TaskCanceledException("The time is over."), create, asked.Add);
        Assert.Equal(OperatorCommands.Bad, code);
        var id = said.Split(' ')[^1];
        Assert.Contains($"--practice {id}", said, StringComparison.Ordinal);
        await RunAsync(() => throw new TaskCanceledException("The time is over."), [.. create, "--practice", id], asked.Add);
        Assert.All(asked, body => Assert.Contains($"\"practiceId\":\"{id}\"", body, StringComparison.Ordinal));
        Assert.Equal(2, asked.Count);
    }

    private static Task<(int Code, string Said)> ListAsync(Func<HttpResponseMessage> answer) => RunAsync(answer, ["workflows", "list"]);

    private static async Task<(int Code, string Said)> RunAsync(Func<HttpResponseMessage> answer, string[] command, Action<string>? asked = null)
    {
        var settings = new ConfigurationBuilder().AddInMemoryCollection([new("OPERATOR_KEY", "a-key-of-operators-that-only-this-test-knows")]).Build();
        await using var output = new StringWriter();
        using var network = new Canned(answer, asked);
        var console = new OperatorConsole(settings, TextReader.Null, output) { Network = () => network };
        var code = await OperatorCommands.RunAsync([.. command, "--address", "https://pages.example/"], console, CancellationToken.None);
        return (code, output.ToString().Trim());
    }

    private static HttpResponseMessage Answer(HttpStatusCode status, string type, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return new HttpResponseMessage(status) { Content = content };
    }

    private sealed class Canned(Func<HttpResponseMessage> answer, Action<string>? asked) : HttpMessageHandler
    {
        protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            asked?.Invoke(request.Content is { } body ? await body.ReadAsStringAsync(cancellationToken) : "");
            return answer();
        }
    }
}
