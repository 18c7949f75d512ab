using System.Net;
using System.Net.Sockets;
using Host.Tests.Orchestration;

namespace Host.Tests.Startup;

/// <summary>The application as a process: how it ends, and what it says when it cannot start.</summary>
[Collection(nameof(AzuriteCollection))]
public sealed class ProcessTests(AzuriteFixture azurite)
{
    private readonly string _hub = "Hub" + Guid.NewGuid().ToString("N");

    private string Store => $"--AzureWebJobsStorage={azurite.Server.ConnectionString}";

    private string Hub => $"--AzureFunctionsJobHost:extensions:durableTask:hubName={_hub}";

    [Fact]
    public async Task AskedToStop_EndsWithZeroAndWithoutAWord()
    {
        await using var process = HostProcess.Run(Store, Hub);
        await process.StartedAsync();
        using var client = new HttpClient { BaseAddress = process.Address };
        using var answer = await client.GetAsync("/api/minimal");
        process.Terminate();

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        Assert.Equal(0, await process.ExitAsync());
        Assert.Empty(process.Errors);
    }

    [Fact]
    public async Task StoppedInOrder_LeavesTheStoreToTheNext()
    {
        await using var first = HostProcess.Run(Store, Hub);
        await first.StartedAsync();
        first.Terminate();
        await first.ExitAsync();

        await using var second = HostProcess.Run(Store, Hub);

        await second.StartedAsync();
    }

    [Fact]
    public async Task TakenPort_IsOneSentence()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        await using var process = HostProcess.RunOn(((IPEndPoint)taken.LocalEndpoint).Port, Store, Hub);

        await AssertSentenceAsync(process, "address already in use: stop what listens there, or choose another address with --urls.");
    }

    [Fact]
    public async Task SecondProcessOnTheStore_IsOneSentence()
    {
        await using var first = HostProcess.Run(Store, Hub);
        await first.StartedAsync();
        await using var second = HostProcess.Run(Store, Hub);

        await AssertSentenceAsync(second, _hub);
    }

    [Fact]
    public async Task StoreThatDoesNotAnswer_IsOneSentence()
    {
        await using var process = HostProcess.Run(
            "--AzureWebJobsStorage=AccountName=a;AccountKey=AAAA;TableEndpoint=http://127.0.0.1:1/a;BlobEndpoint=http://127.0.0.1:1/a", Hub);

        await AssertSentenceAsync(process, "The store that the setting AzureWebJobsStorage names cannot be used");
    }

    [Theory]
    [InlineData("host.json", "{", "--host-json", "is malformed")]
    [InlineData("staticwebapp.config.json", "{ \"routes\": 1 }", "--static-web", "is malformed")]
    [InlineData("appsettings.json", "{ \"a\": ", null, "Failed to load configuration from file")]
    public async Task MalformedFile_IsOneSentence(string name, string content, string? setting, string expected)
    {
        var folder = Directory.CreateTempSubdirectory("files-");
        try
        {
            var file = Path.Combine(folder.FullName, name);
            await File.WriteAllTextAsync(file, content);
            string[] arguments = setting switch
            {
                null => ["--contentRoot", folder.FullName],
                "--static-web" => [setting, folder.FullName],
                _ => [setting, file],
            };
            await using var process = HostProcess.Run([Store, Hub, .. arguments]);

            await AssertSentenceAsync(process, expected);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    [Theory]
    [InlineData("--static-web=/not/there", "The setting static-web names '/not/there', and there is no such thing.")]
    [InlineData("--functions-assembly=NotThere", "The assembly 'NotThere', named by the setting functions-assembly, cannot be loaded.")]
    [InlineData("--FUNCTIONS_REQUEST_BODY_SIZE_LIMIT=much", "must be a positive number of bytes, not 'much'")]
    [InlineData("--data=/proc/version", "cannot be used")]
    public async Task SettingThatCannotBe_IsOneSentence(string argument, string expected)
    {
        await using var process = HostProcess.Run(Store, Hub, argument);

        await AssertSentenceAsync(process, expected);
    }

    private static async Task AssertSentenceAsync(HostProcess process, string expected)
    {
        Assert.Equal(1, await process.ExitAsync());
        Assert.Contains(expected, Assert.Single(process.Errors), StringComparison.Ordinal);
    }
}
