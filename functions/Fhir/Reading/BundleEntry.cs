using System.Text.Json;

namespace Collaborations.Fhir.Reading;

/// <summary>One entry of a bundle.</summary>
/// <param name="Number">From 1.</param>
/// <param name="Json">The entry, until the next is asked for; null where it was too large to be read.</param>
public sealed record BundleEntry(int Number, JsonElement? Json)
{
    /// <summary>The fullUrl: a URL or the URN of a UUID.</summary>
    public string? Address => TextOf(Json, "fullUrl");

    public JsonElement? Resource =>
        Json is { } entry && entry.TryGetProperty("resource", out var resource) && resource.ValueKind == JsonValueKind.Object ? resource : null;

    public string? ResourceType => TextOf(Resource, "resourceType");

    /// <summary>What a server was to do with it; null where it was to do nothing.</summary>
    public string? Method =>
        Json is { } entry && entry.TryGetProperty("request", out var request) && request.ValueKind == JsonValueKind.Object ? TextOf(request, "method") : null;

    /// <summary>That the resource says it keeps to.</summary>
    public IReadOnlyList<string> Profiles =>
        Resource is { } resource && resource.TryGetProperty("meta", out var meta) && meta.ValueKind == JsonValueKind.Object
        && meta.TryGetProperty("profile", out var profiles) && profiles.ValueKind == JsonValueKind.Array
            ? [.. profiles.EnumerateArray().Where(each => each.ValueKind == JsonValueKind.String).Select(FhirElement.StringOf).OfType<string>()]
            : [];

    private static string? TextOf(JsonElement? json, string name) =>
        json is { } element && element.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? FhirElement.StringOf(value) : null;
}
