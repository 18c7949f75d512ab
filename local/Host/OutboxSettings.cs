using System.Globalization;
using Local.Host.Outbox;
using Local.Host.Startup;
using Microsoft.Extensions.Configuration;

namespace Local.Host;

/// <summary>
/// The outbox, as the section <c>Outbox</c> of the settings wants it: <c>AccessKey</c> (the key in the connection string by which the
/// application sends, as it would to the service), <c>Capacity</c>, <c>ReportsTo</c>, and <c>Enabled</c>, which is true by default.
/// </summary>
internal static class OutboxSettings
{
    /// <returns>Null where the outbox is not wanted.</returns>
    /// <exception cref="StartupException">A value is of the wrong kind.</exception>
    public static OutboxOptions? Read(IConfiguration settings, string data)
    {
        var section = settings.GetSection("Outbox");
        if (string.Equals(section["Enabled"], bool.FalseString, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var usual = new OutboxOptions { DataDirectory = data };
        return new OutboxOptions
        {
            DataDirectory = data,
            AccessKey = Text(section, "AccessKey") ?? usual.AccessKey,
            Capacity = Text(section, "Capacity") is { } capacity ? Number(capacity) : usual.Capacity,
            ReportsTo = Text(section, "ReportsTo") is { } address ? Address(address) : usual.ReportsTo,
        };
    }

    private static string? Text(IConfigurationSection section, string name) => section[name] is { Length: > 0 } text ? text : null;

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        ? address
        : throw new StartupException($"The setting Outbox:ReportsTo must be an absolute address, not '{text}'.");

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new StartupException($"The setting Outbox:Capacity must be a positive whole number, not '{text}'.");
}
