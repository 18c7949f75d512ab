namespace Collaborations.Telemetry;

/// <summary>How something goes out.</summary>
public enum SendChannel
{
    Email,
    Text,
    Call,
}
