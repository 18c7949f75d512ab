using System.Diagnostics.CodeAnalysis;
using Microsoft.DurableTask;

namespace Local.Durable;

/// <summary>The orchestrations and activities an engine can run, by name; names are compared without regard to case.</summary>
public sealed class DurableRegistry
{
    private readonly Dictionary<string, Func<TaskOrchestrationContext, Task<object?>>> _orchestrations = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, Func<ActivityCall, Task<object?>>> _activities = new(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ArgumentException">The name is empty, or an orchestration of that name is there already.</exception>
    public DurableRegistry AddOrchestration(string name, Func<TaskOrchestrationContext, Task<object?>> run)
    {
        Add(_orchestrations, "orchestration", name, run);
        return this;
    }

    /// <exception cref="ArgumentException">The name is empty, or an activity of that name is there already.</exception>
    public DurableRegistry AddActivity(string name, Func<ActivityCall, Task<object?>> run)
    {
        Add(_activities, "activity", name, run);
        return this;
    }

    internal bool TryGetOrchestration(string name, [NotNullWhen(true)] out Func<TaskOrchestrationContext, Task<object?>>? run) =>
        _orchestrations.TryGetValue(name, out run);

    internal bool TryGetActivity(string name, [NotNullWhen(true)] out Func<ActivityCall, Task<object?>>? run) =>
        _activities.TryGetValue(name, out run);

    private static void Add<TRun>(Dictionary<string, TRun> known, string kind, string name, TRun run)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(name);
        ArgumentNullException.ThrowIfNull(run);
        if (!known.TryAdd(name, run))
        {
            throw new ArgumentException($"There are two of the {kind} '{name}'.", nameof(name));
        }
    }
}
