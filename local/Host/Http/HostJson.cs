using System.Globalization;
using System.Text.RegularExpressions;
using Local.Host.Startup;
using Microsoft.Extensions.Configuration;

namespace Local.Host.Http;

/// <summary>
/// host.json, as far as it says something to this host. A setting <c>AzureFunctionsJobHost__a__b</c> overrides the value
/// <c>a.b</c> of the file, as on the Functions host ("host.json reference", section "Override host.json values").
/// </summary>
internal sealed partial class HostJson
{
    public const string FileName = "host.json";
    private const string OverrideSection = "AzureFunctionsJobHost";

    private readonly IConfiguration _values;
    private readonly IConfiguration _settings;

    private HostJson(IConfiguration values, IConfiguration settings)
    {
        _values = values;
        _settings = settings;
    }

    /// <summary>What stands before every route; "api" by default, and may be empty.</summary>
    public string RoutePrefix => (_values["extensions:http:routePrefix"] ?? "api").Trim('/');

    /// <summary>Headers of every answer of a function, such as security headers.</summary>
    public IReadOnlyDictionary<string, string> CustomHeaders =>
        _values.GetSection("extensions:http:customHeaders").GetChildren()
            .ToDictionary(header => header.Key, header => header.Value ?? string.Empty);

    /// <summary>Reads the file, if there is one; without it every value has its default.</summary>
    /// <exception cref="StartupException">The file is no JSON object.</exception>
    public static HostJson Read(string? file, IConfiguration settings)
    {
        var builder = new ConfigurationBuilder();
        if (file is not null)
        {
            builder.AddJsonFile(file, optional: true, reloadOnChange: false);
        }

        try
        {
            // Copied, not chained: a chained configuration drops empty values, and an empty route prefix is one.
            var overrides = settings.GetSection(OverrideSection).AsEnumerable(makePathsRelative: true).Where(pair => pair.Value is not null);
            return new HostJson(builder.AddInMemoryCollection(overrides).Build(), settings);
        }
        catch (InvalidDataException wrong)
        {
            throw new StartupException($"{file} is malformed: {wrong.InnerException?.Message ?? wrong.Message}", wrong);
        }
    }

    /// <summary>A text of the section <c>extensions.durableTask</c>; <c>%Name%</c> stands for the setting of that name.</summary>
    public string? DurableText(string name) => _values[$"extensions:durableTask:{name}"] is { Length: > 0 } text
        ? Placeholder().Replace(text, match => _settings[match.Groups[1].Value]
            ?? throw new StartupException(
                $"{FileName} refers to the setting '{match.Groups[1].Value}' in extensions.durableTask.{name}, and there is none."))
        : null;

    /// <summary>A positive whole number of the section <c>extensions.durableTask</c>.</summary>
    public int? DurableNumber(string name)
    {
        if (DurableText(name) is not { } text)
        {
            return null;
        }

        return int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number > 0
            ? number
            : throw new StartupException($"extensions.durableTask.{name} in {FileName} must be a positive whole number, not '{text}'.");
    }

    /// <summary>A named choice of the section <c>extensions.durableTask</c>.</summary>
    public TEnum? DurableChoice<TEnum>(string name)
        where TEnum : struct, Enum
    {
        if (DurableText(name) is not { } text)
        {
            return null;
        }

        return Enum.TryParse<TEnum>(text, ignoreCase: true, out var choice) && Enum.IsDefined(choice)
            ? choice
            : throw new StartupException(
                $"extensions.durableTask.{name} in {FileName} must be one of {string.Join(", ", Enum.GetNames<TEnum>())}, not '{text}'.");
    }

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex Placeholder();
}
