namespace Collaborations.Accounts;

public sealed record TimeZoneUnknown() : InvalidInput("time-zone-unknown", "timeZone");

/// <summary>Time zones by their IANA names.</summary>
public static class TimeZones
{
    public static bool IsKnown(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);
}
