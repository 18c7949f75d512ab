using System.Globalization;
using Local.Host.Outbox;
using Local.Host.Startup;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;

namespace Local.Host;

/// <summary>
/// The outbox, as the section <c>outbox</c> of the settings wants it. An application sends through it by the connection string that
/// it would have for the service; <c>outbox:connection-setting</c> names the setting where the application looks for that string,
/// and the host fills it in, unless it holds one already.
/// </summary>
internal static class OutboxSettings
{
    /// <param name="settings">The application's settings; the connection string is added to them.</param>
    /// <param name="data">The folder that the outbox keeps its file in.</param>
    /// <param name="defaultUrl">Where the host listens when nothing says otherwise.</param>
    /// <returns>Null where <c>outbox:enabled</c> is false.</returns>
    /// <exception cref="StartupException">A value is of the wrong kind, or the host's address is not known before it listens.</exception>
    public static OutboxOptions? Read(ConfigurationManager settings, string data, string defaultUrl)
    {
        var section = settings.GetSection("outbox");
        if (string.Equals(section["enabled"], bool.FalseString, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        var options = new OutboxOptions { DataDirectory = data };
        options = new OutboxOptions
        {
            DataDirectory = data,
            AccessKey = section["access-key"] is { Length: > 0 } key ? key : options.AccessKey,
            Capacity = section["capacity"] is { Length: > 0 } capacity ? Number(capacity) : options.Capacity,
            ReportsTo = section["reports-to"] is { Length: > 0 } address ? Address(address) : null,
        };
        if (section["connection-setting"] is { Length: > 0 } name && string.IsNullOrEmpty(settings[name]))
        {
            var connection = options.ConnectionString(OwnAddress(settings[WebHostDefaults.ServerUrlsKey], defaultUrl));
            settings.AddInMemoryCollection([new(name, connection)]);
        }

        return options;
    }

    /// <summary>The address under which this process reaches itself: the first it listens on, by the loopback address where that is any.</summary>
    private static Uri OwnAddress(string? urls, string defaultUrl)
    {
        var first = (string.IsNullOrEmpty(urls) ? defaultUrl : urls).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[0];
        var address = Address(first.Replace("://*", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://+", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://0.0.0.0", "://127.0.0.1", StringComparison.Ordinal)
            .Replace("://[::]", "://[::1]", StringComparison.Ordinal));
        return address.Port != 0
            ? address
            : throw new StartupException("outbox:connection-setting needs a port that is known before the host listens: name one with --urls.");
    }

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address)
        ? address
        : throw new StartupException($"'{text}' is no absolute address.");

    private static int Number(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
        ? number
        : throw new StartupException($"The setting outbox:capacity must be a positive whole number, not '{text}'.");
}
