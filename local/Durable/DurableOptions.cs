using Local.Durable.Ownership;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;

namespace Local.Durable;

/// <summary>Settings of an engine; read once, when it is made.</summary>
public sealed class DurableOptions
{
    /// <summary>
    /// The name of the task hub: letters and digits, beginning with a letter, 3 to 45 characters, so that the names of the table
    /// (<c>{TaskHub}Instances</c>) and the container (<c>{taskhub}-history</c>) made from it are legal.
    /// </summary>
    public string TaskHub { get; set; } = "Local";

    /// <summary>The clock of every wait, due time and timestamp.</summary>
    public TimeProvider Time { get; set; } = TimeProvider.System;

    /// <summary>The most activities that run at the same time; host.json calls it maxConcurrentActivityFunctions.</summary>
    public int MaxConcurrentActivities { get; set; } = 10 * Environment.ProcessorCount;

    /// <summary>The most instances that take a step at the same time; host.json calls it maxConcurrentOrchestratorFunctions.</summary>
    public int MaxConcurrentOrchestrations { get; set; } = 32 * Environment.ProcessorCount;

    /// <summary>The most instances kept in memory between their steps.</summary>
    public int MaxCachedInstances { get; set; } = 1_000;

    /// <summary>
    /// The version of instances that are started without one, and the version of this application for <see cref="VersionMatchStrategy"/>;
    /// null or empty for unversioned.
    /// </summary>
    public string? DefaultVersion { get; set; }

    /// <summary>Which instances this application may run, by their version. Not looked at while <see cref="DefaultVersion"/> is empty.</summary>
    public VersionMatchStrategy VersionMatchStrategy { get; set; } = VersionMatchStrategy.CurrentOrOlder;

    /// <summary>What becomes of an instance that <see cref="VersionMatchStrategy"/> keeps this application from running.</summary>
    public VersionFailureStrategy VersionFailureStrategy { get; set; } = VersionFailureStrategy.Reject;

    /// <summary>How long an instance is kept after it has ended, then it is purged with its history; null for ever.</summary>
    public TimeSpan? KeepEnded { get; set; }

    public DataConverter DataConverter { get; set; } = JsonDataConverter.Default;

    /// <summary>The most characters one input, output, event or status may have when serialized.</summary>
    public int MaxPayloadLength { get; set; } = 4 * 1024 * 1024;

    /// <summary>How long <see cref="DurableEngine.StopAsync"/> lets running activities end.</summary>
    public TimeSpan StopTimeout { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>How long a step is tried again while the store does not answer; after that the engine gives up and faults.</summary>
    public TimeSpan StoreTimeout { get; set; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// The clock of the lease, of pauses between tries at the store and of a stop: the machine's, whatever <see cref="Time"/> shows, because the
    /// store counts by its own.
    /// </summary>
    internal TimeProvider StoreTime { get; set; } = TimeProvider.System;

    /// <summary>The pause between two renewals of the lease; a third of its duration leaves two tries.</summary>
    internal TimeSpan LeaseRenewal { get; set; } = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Whether the process that is recorded as the holder of the store still lives. The default knows the processes of this machine;
    /// of another machine's it says yes, because it cannot know.
    /// </summary>
    public Func<LeaseHolder, bool> IsHolderAlive { get; set; } = LeaseHolder.IsAlive;
}
