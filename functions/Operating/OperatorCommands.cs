using Collaborations.Backups;
using Collaborations.Operating.AuditChains;
using Collaborations.Operating.Keys;
using Collaborations.Operating.Practices;
using Collaborations.Operating.Workflows;

namespace Collaborations.Operating;

/// <summary>
/// What operators run: <c>dotnet run --project functions -- ops ...</c>. A command either goes to an app that runs, by its routes and the
/// operators' key, or works beside it, on its store and with its keys; then nothing of the app is started, so that it tells the truth also of one
/// that does not.
/// </summary>
public static class OperatorCommands
{
    /// <summary>The first word of the command line that asks for one of them.</summary>
    public const string Name = "ops";

    /// <summary>Exit code: done, and as it should be.</summary>
    public const int Good = 0;

    /// <summary>Exit code: done, and not as it should be, or refused.</summary>
    public const int Bad = 1;

    /// <summary>Exit code: no such command.</summary>
    public const int Unknown = 2;

    private static readonly OperatorCommand[] All = [.. AuditCommands.All, .. WorkflowCommands.All, .. PracticeCommands.All, .. KeyCommands.All, .. BackupCommands.All];

    /// <param name="command">The words after <see cref="Name"/>.</param>
    /// <param name="console">Where it reads and writes.</param>
    /// <param name="cancellation">The operator stopped it.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> command, OperatorConsole console, CancellationToken cancellation)
    {
        foreach (var one in All)
        {
            if (one.Match(command, console) is { } call)
            {
                return await RunAsync(one, call, cancellation);
            }
        }

        foreach (var one in All)
        {
            await console.Output.WriteLineAsync(one.Usage.AsMemory(), cancellation);
        }

        return Unknown;
    }

    private static async Task<int> RunAsync(OperatorCommand command, OperatorCall call, CancellationToken cancellation)
    {
        try
        {
            return await command.RunAsync(call, cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            // Of a file that the operator named, or the data folder: its sentence says which, and what is wrong with it.
            await call.SayAsync(failure.Message, CancellationToken.None);
        }
        catch (OperationCanceledException) when (cancellation.IsCancellationRequested)
        {
            await call.SayAsync("Stopped.", CancellationToken.None);
        }

        return Bad;
    }
}
