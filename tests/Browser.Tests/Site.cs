using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Tests.Support;

namespace Browser.Tests;

/// <summary>
/// The address under test: <c>BASE_ADDRESS</c> where it is set (a deployed app, <c>func start</c>), otherwise the local edition,
/// started as its own process on free ports, with a data folder and a store of its own.
/// </summary>
public sealed class Site : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly StringBuilder _output = new();
    private readonly Uri? _front;
    private AzuriteServer? _azurite;
    private DirectoryInfo? _data;
    private Process? _process;

    public Site()
    {
    }

    /// <param name="front">What stands between the browsers and the local edition.</param>
    internal Site(Uri front) => _front = front;

    /// <summary>What people open. By name, as <c>./run</c> says it: browsers make no passkeys for numbers.</summary>
    public Uri Address => _front ?? Application;

    /// <summary>Where the app itself answers, and keeps the outbox.</summary>
    public Uri Application { get; private set; } = new("http://localhost");

    /// <summary>Of the sample practice's members: <c>DEMO_PASSWORD</c> for a site that runs elsewhere.</summary>
    public string Password => Environment.GetEnvironmentVariable("DEMO_PASSWORD") ?? File.ReadLines(SignIns).Last().Split(' ')[^1];

    private string SignIns => Path.Combine(_data!.FullName, "sign-ins.txt");

    public async Task InitializeAsync()
    {
        if (Environment.GetEnvironmentVariable("BASE_ADDRESS") is { Length: > 0 } given)
        {
            Application = new Uri(given);
            return;
        }

        _azurite = await AzuriteServer.StartAsync();
        _data = Directory.CreateTempSubdirectory("site-");
        Application = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{AzuriteServer.FreePort()}"));
        _process = Start(_azurite, _data, Application, Address);
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await AnswerAsync(_process, Application, StartLimit, _output.ToString);
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            if (!_process.HasExited)
            {
                _process.Kill(entireProcessTree: true);
                await _process.WaitForExitAsync();
            }

            _process.Dispose();
        }

        if (_azurite is not null)
        {
            await _azurite.DisposeAsync();
        }

        _data?.Delete(recursive: true);
    }

    private static Process Start(AzuriteServer azurite, DirectoryInfo data, Uri application, Uri address)
    {
        // bin/CONFIGURATION/FRAMEWORK: the application was built the same way as this test.
        var built = new DirectoryInfo(AppContext.BaseDirectory);
        var program = RepositoryRoot.Combine("functions", "bin", built.Parent!.Name, built.Name, "Collaborations.Functions.dll");
        var start = new ProcessStartInfo("dotnet")
        {
            WorkingDirectory = RepositoryRoot.Path,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var argument in (string[])[program, "--urls", string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{application.Port}"), "--data", data.FullName])
        {
            start.ArgumentList.Add(argument);
        }

        var key = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
        var hook = Convert.ToHexString(RandomNumberGenerator.GetBytes(16));
        foreach (var (name, value) in new Dictionary<string, string>
        {
            ["AzureWebJobsStorage"] = azurite.ConnectionString,
            ["Storage__ConnectionString"] = azurite.ConnectionString,
            ["Storage__PagesOrigin"] = address.GetLeftPart(UriPartial.Authority),
            ["Security__Key"] = key,
            ["Communication__ConnectionString"] = $"endpoint={application};accesskey={key}",
            ["Communication__PublicAddress"] = address.ToString(),
            ["Communication__HookKey"] = hook,
            ["Outbox__AccessKey"] = key,
            ["Outbox__ReportsTo"] = $"{application}api/delivery-reports?key={hook}",
            ["Samples__Kind"] = "Practice",
            ["Samples__SignInsFile"] = Path.Combine(data.FullName, "sign-ins.txt"),
        })
        {
            start.Environment[name] = value;
        }

        return Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
    }

    /// <summary>Waits until <c>/api/health</c> answers there. Readiness of another process can only be asked for again and again.</summary>
    /// <param name="process">Ends the waiting when it ends.</param>
    /// <param name="address">Where it is to answer.</param>
    /// <param name="limit">How long that may take.</param>
    /// <param name="said">What it has said, for when it does not.</param>
    internal static async Task AnswerAsync(Process process, Uri address, TimeSpan limit, Func<string> said)
    {
        using var client = new HttpClient();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        var started = Stopwatch.StartNew();
        while (!process.HasExited && started.Elapsed < limit)
        {
            try
            {
                using var response = await client.GetAsync(new Uri(address, "/api/health"));
                if (response.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // Not listening yet.
            }

            await pause.WaitForNextTickAsync();
        }

        throw new InvalidOperationException($"{address} did not answer: {said()}");
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
