namespace Collaborations.Tests.Telemetry;

/// <summary>
/// Sources and meters are one a process: what is listened to here must not be somebody else's test, so these run alone. The story is told once for all of them.
/// </summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class TelemetryGroup : ICollectionFixture<TracedStory>
{
    public const string Name = "telemetry";
}
