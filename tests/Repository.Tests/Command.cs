using System.Diagnostics;

namespace Repository.Tests;

/// <summary>How a command ended, and what it wrote.</summary>
public sealed record Ended(int ExitCode, string Output, string Error);

/// <summary>Runs a command of the machine to its end, without input.</summary>
public static class Command
{
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(2);

    /// <param name="program">A name on the path, or a full path.</param>
    /// <param name="arguments">As the program is to see them.</param>
    /// <param name="environment">Set on top of this process's own; null takes a variable away.</param>
    /// <param name="folder">The working folder; the temporary one when not given.</param>
    /// <exception cref="TimeoutException">It did not end within two minutes, and was ended.</exception>
    public static Ended Run(
        string program, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string?>? environment = null, string? folder = null)
    {
        var start = new ProcessStartInfo(program, arguments)
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = folder ?? Path.GetTempPath(),
        };
        // What the test runner tells its own tools is not for the command's.
        foreach (var name in start.Environment.Keys.Where(name => name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase)).ToList())
        {
            start.Environment.Remove(name);
        }

        foreach (var (name, value) in environment ?? new Dictionary<string, string?>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} did not start.");
        process.StandardInput.Close();
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        if (!process.WaitForExit(Limit))
        {
            process.Kill(entireProcessTree: true);
            throw new TimeoutException($"{program} {string.Join(' ', arguments)} did not end within {Limit.TotalMinutes} minutes.");
        }

        return new Ended(process.ExitCode, output.GetAwaiter().GetResult(), error.GetAwaiter().GetResult());
    }
}
