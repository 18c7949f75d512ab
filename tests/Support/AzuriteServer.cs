using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tests.Support;

/// <summary>
/// An Azurite of one's own on free ports of the loopback address, in memory, ended with the test process however that ends.
/// Use as an xunit fixture; tests share it and keep apart by the names of their tables and containers (<see cref="UniqueName"/>).
/// </summary>
public sealed class AzuriteServer : IAsyncDisposable
{
    private const string Account = "devstoreaccount1";
    private const string Key = "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);

    private readonly Process _process;
    private readonly DirectoryInfo _folder;

    private readonly string _blobs;
    private readonly string _tables;

    private AzuriteServer(Process process, DirectoryInfo folder, string scheme, int blobPort, int tablePort)
    {
        _process = process;
        _folder = folder;
        _blobs = $"{scheme}://127.0.0.1:{blobPort}/";
        _tables = $"{scheme}://127.0.0.1:{tablePort}/";
    }

    public static string AccountName => Account;

    public static string AccountKey => Key;

    public Uri BlobEndpoint => new(_blobs + Account);

    public Uri TableEndpoint => new(_tables + Account);

    public string ConnectionString => ConnectionStringOf(Account);

    /// <summary>A name no other test uses, legal for a table and for a container.</summary>
    public static string UniqueName(string prefix = "t") => prefix + Guid.CreateVersion7().ToString("N");

    /// <param name="extraArguments">Azurite's own, such as <c>--oauth basic --cert ... --key ...</c>; https follows from <c>--cert</c>.</param>
    public static Task<AzuriteServer> StartAsync(params string[] extraArguments) => StartAsync([], TimeSpan.Zero, extraArguments);

    /// <param name="accounts">Names of accounts that it has besides the usual one, all with its key.</param>
    /// <param name="ahead">How far its clock is ahead of the machine's.</param>
    /// <param name="extraArguments">Azurite's own.</param>
    internal static async Task<AzuriteServer> StartAsync(IEnumerable<string> accounts, TimeSpan ahead, string[] extraArguments)
    {
        var script = RepositoryRoot.Combine("local", "azurite", "azurite.mjs");
        if (!Directory.Exists(RepositoryRoot.Combine("local", "azurite", "node_modules", "azurite")))
        {
            throw new InvalidOperationException("Azurite is not installed: run ./test once, or `npm ci` in local/azurite.");
        }

        var folder = Directory.CreateTempSubdirectory("azurite-");
        var (blobPort, tablePort, queuePort) = (FreePort(), FreePort(), FreePort());
        var start = new ProcessStartInfo("node")
        {
            WorkingDirectory = folder.FullName,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["AZURITE_ACCOUNTS"] = string.Join(';', accounts.Prepend(Account).Select(name => $"{name}:{Key}"));
        start.Environment["CLOCK_OFFSET_MS"] = ahead.TotalMilliseconds.ToString("F0", System.Globalization.CultureInfo.InvariantCulture);
        string[] arguments =
        [
            "--import", new Uri(RepositoryRoot.Combine("tests", "Support", "shifted-clock.mjs")).AbsoluteUri,
            script, "--inMemoryPersistence", "--skipApiVersionCheck", "--disableTelemetry", "--silent",
            "--blobHost", "127.0.0.1", "--blobPort", Text(blobPort), "--tableHost", "127.0.0.1", "--tablePort", Text(tablePort),
            "--queueHost", "127.0.0.1", "--queuePort", Text(queuePort), .. extraArguments,
        ];
        foreach (var argument in arguments)
        {
            start.ArgumentList.Add(argument);
        }

        var process = Process.Start(start) ?? throw new InvalidOperationException("node did not start.");
        var output = new StringBuilder();
        process.OutputDataReceived += (_, line) => Keep(output, line.Data);
        process.ErrorDataReceived += (_, line) => Keep(output, line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();

        var server = new AzuriteServer(process, folder, extraArguments.Contains("--cert") ? "https" : "http", blobPort, tablePort);
        if (await AnswersAsync(process, blobPort) && await AnswersAsync(process, tablePort))
        {
            return server;
        }

        await server.DisposeAsync();
        throw new InvalidOperationException($"Azurite did not start: {output}");
    }

    internal string ConnectionStringOf(string account) =>
        $"DefaultEndpointsProtocol={BlobEndpoint.Scheme};AccountName={account};AccountKey={Key};BlobEndpoint={_blobs}{account};TableEndpoint={_tables}{account};";

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        _folder.Delete(recursive: true);
    }

    /// <summary>
    /// A port that was free a moment ago, on the loopback address. From below those that Linux gives to whoever connects (ip(7), ip_local_port_range), so that
    /// none of them takes it before its server does.
    /// </summary>
    public static int FreePort()
    {
        while (true)
        {
            var port = Random.Shared.Next(20_000, 32_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException taken) when (taken.SocketErrorCode == SocketError.AddressAlreadyInUse)
            {
                // The next one may be free.
            }
        }
    }

    // Readiness of another process can only be asked for again and again; nothing in a test's own logic waits like this.
    private static async Task<bool> AnswersAsync(Process process, int port)
    {
        var started = Stopwatch.StartNew();
        using var pause = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!process.HasExited && started.Elapsed < StartLimit)
        {
            try
            {
                using var client = new TcpClient();
                await client.ConnectAsync(IPAddress.Loopback, port);
                return true;
            }
            catch (SocketException)
            {
                await pause.WaitForNextTickAsync();
            }
        }

        return false;
    }

    private static void Keep(StringBuilder output, string? line)
    {
        lock (output)
        {
            output.AppendLine(line);
        }
    }

    private static string Text(int port) => port.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
