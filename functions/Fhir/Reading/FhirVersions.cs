using System.Text.RegularExpressions;

namespace Collaborations.Fhir.Reading;

/// <summary>
/// Which version of FHIR something is of. A resource does not say it by itself; the media type's parameter does, and a profile of the standard's
/// own may, in its path or after a bar (FHIR R4, "Managing Multiple FHIR Versions").
/// </summary>
public static partial class FhirVersions
{
    /// <summary>A resource has one or two.</summary>
    public const int MostProfiles = 20;

    /// <returns>Whether it is R4, such as 4.0 and 4.0.1; nothing said is R4.</returns>
    public static bool IsTaken(string? version) => string.IsNullOrEmpty(version) || version == "4.0" || version.StartsWith("4.0.", StringComparison.Ordinal);

    /// <returns>Whether each profile that names a version names R4.</returns>
    public static bool AreTaken(IEnumerable<string> profiles) => profiles.All(profile => IsTaken(VersionOf(profile)));

    private static string? VersionOf(string profile)
    {
        var match = Standard().Match(profile);
        return !match.Success ? null : match.Groups["path"].Success ? match.Groups["path"].Value : match.Groups["bar"].Value;
    }

    [GeneratedRegex(@"^https?://hl7\.org/fhir/(?:(?<path>[0-9]+\.[0-9]+)/)?StructureDefinition/[A-Za-z]+(?:\|(?<bar>[0-9][0-9.]*))?$", RegexOptions.CultureInvariant)]
    private static partial Regex Standard();
}
