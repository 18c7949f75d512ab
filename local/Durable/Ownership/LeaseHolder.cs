using System.ComponentModel;
using System.Diagnostics;

namespace Local.Durable.Ownership;

/// <summary>The process that owns a task hub, as it is recorded beside the lease.</summary>
/// <param name="Machine">The name of its machine.</param>
/// <param name="ProcessId">Its id on that machine.</param>
/// <param name="ProcessStart">When that process began; tells it from a later one of the same id.</param>
/// <param name="Since">When it took the hub.</param>
public sealed record LeaseHolder(string Machine, int ProcessId, DateTimeOffset ProcessStart, DateTimeOffset Since)
{
    // Kernels count a process's start in clock ticks; two readings of the same start differ by less than this.
    private static readonly TimeSpan StartTolerance = TimeSpan.FromSeconds(1);

    /// <summary>This process.</summary>
    public static LeaseHolder Current(DateTimeOffset now)
    {
        using var process = Process.GetCurrentProcess();
        return new LeaseHolder(Environment.MachineName, process.Id, process.StartTime.ToUniversalTime(), now);
    }

    /// <summary>False when <paramref name="holder"/> was a process of this machine that is no more; true for any other machine's.</summary>
    public static bool IsAlive(LeaseHolder holder)
    {
        if (!string.Equals(holder.Machine, Environment.MachineName, StringComparison.OrdinalIgnoreCase))
        {
            return true;
        }

        try
        {
            using var process = Process.GetProcessById(holder.ProcessId);
            return !process.HasExited && (process.StartTime.ToUniversalTime() - holder.ProcessStart).Duration() < StartTolerance;
        }
        catch (ArgumentException)
        {
            return false;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
        catch (Win32Exception)
        {
            // The process is there, but another user's: its start cannot be read.
            return true;
        }
    }

    public override string ToString() => FormattableString.Invariant($"process {ProcessId} on {Machine} (since {Since:u})");
}
