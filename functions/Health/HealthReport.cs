namespace Collaborations.Health;

/// <param name="Part">tables, blobs or orchestrations.</param>
/// <param name="Answers">Whether it answered in time.</param>
public sealed record PartHealth(string Part, bool Answers);

/// <summary>What the probe answers; it names parts and nothing about them.</summary>
public sealed record HealthReport(IReadOnlyList<PartHealth> Parts)
{
    public bool Healthy => Parts.All(part => part.Answers);

    public string Status => Healthy ? "healthy" : "unhealthy";
}
