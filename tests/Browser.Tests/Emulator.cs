using System.Diagnostics;
using System.Globalization;
using System.Text;
using Tests.Support;

namespace Browser.Tests;

/// <summary>
/// Static Web Apps' own emulator in front of the local edition: it serves the built pages by <c>staticwebapp.config.json</c> and passes
/// <c>/api</c> on, as the linked backend is reached on Azure.
/// </summary>
public sealed class Emulator : IAsyncLifetime
{
    private static readonly TimeSpan StartLimit = TimeSpan.FromMinutes(3);

    private readonly StringBuilder _output = new();
    private readonly Uri _address = new(string.Create(CultureInfo.InvariantCulture, $"http://localhost:{AzuriteServer.FreePort()}"));
    private Process? _process;

    public Emulator() => Site = new Site(_address);

    /// <summary>What people open is the emulator; behind it is a site of its own.</summary>
    public Site Site { get; }

    public async Task InitializeAsync()
    {
        await Site.InitializeAsync();
        _process = Start();
        _process.OutputDataReceived += (_, line) => Keep(line.Data);
        _process.ErrorDataReceived += (_, line) => Keep(line.Data);
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();
        await Site.AnswerAsync(_process, _address, StartLimit, _output.ToString);
    }

    public async Task DisposeAsync()
    {
        if (_process is not null)
        {
            _process.StandardInput.Close();
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        await Site.DisposeAsync();
    }

    private Process Start()
    {
        var folder = RepositoryRoot.Combine("tests", "Emulator");
        if (!Directory.Exists(Path.Combine(folder, "node_modules")))
        {
            throw new InvalidOperationException("The emulator is not installed: run ./test once, or `npm ci` in tests/Emulator.");
        }

        var pages = RepositoryRoot.Combine("static-web");
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        string[] arguments =
        [
            "emulator.mjs", "start", Path.Combine(pages, "dist"), "--swa-config-location", pages,
            "--api-devserver-url", $"http://127.0.0.1:{Site.Application.Port}", "--host", "localhost", "--port", $"{_address.Port}",
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        return Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
    }

    private void Keep(string? line)
    {
        lock (_output)
        {
            _output.AppendLine(line);
        }
    }
}
