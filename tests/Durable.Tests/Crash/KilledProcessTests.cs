using System.Diagnostics;
using System.Text.Json;
using Durable.Tests.Harness;
using Tests.Support;
using Xunit.Abstractions;

namespace Durable.Tests.Crash;

/// <summary>A process that runs an engine is killed by the system, again and again; the next one takes its place at once and goes on.</summary>
public sealed class KilledProcessTests(ITestOutputHelper output)
{
    [Fact]
    public async Task KilledAgainAndAgain_TheLastOneEndsTheWorkload()
    {
        var azurite = await SharedAzurite.GetAsync();
        var hub = AzuriteServer.UniqueName("killed");
        var started = Stopwatch.StartNew();
        var lives = new List<string>();
        string? ends = null;
        for (var life = 0; ends is null && life < 60; life++)
        {
            ends = await LiveAsync(azurite.ConnectionString, hub, writesToLive: 6 + (3 * life), lives);
        }

        output.WriteLine($"{lives.Count} processes in {started.Elapsed}: {string.Join(", ", lives)}");
        Assert.NotNull(ends);
        Assert.True(lives.Count > 3, "The workload ended before it was killed a few times.");
        var read = JsonSerializer.Deserialize<Dictionary<string, string>>(ends)!;
        Assert.Equal(CrashTests.ExpectedEnds.OrderBy(end => end.Key, StringComparer.Ordinal), read.OrderBy(end => end.Key, StringComparer.Ordinal));
    }

    /// <returns>How the workload ended; null when the process was killed before.</returns>
    private static async Task<string?> LiveAsync(string connection, string hub, int writesToLive, List<string> lives)
    {
        var start = new ProcessStartInfo("dotnet")
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList = { Path.Combine(AppContext.BaseDirectory, "Durable.Tests.Crasher.dll"), connection, hub },
        };
        using var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start.");
        using var limit = new CancellationTokenSource(EngineHost.Limit);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        try
        {
            while (await process.StandardOutput.ReadLineAsync(limit.Token) is { } line)
            {
                if (line == $"write {writesToLive}")
                {
                    lives.Add($"killed at write {writesToLive}");
                    return null;
                }

                if (line.StartsWith("ends ", StringComparison.Ordinal))
                {
                    lives.Add("ended");
                    return line["ends ".Length..];
                }
            }
        }
        finally
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync(CancellationToken.None);
        }

        throw new InvalidOperationException($"The process ended by itself: {await error}");
    }
}
