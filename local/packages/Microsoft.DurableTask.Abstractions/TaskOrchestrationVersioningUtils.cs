namespace Microsoft.DurableTask.Abstractions;

public static class TaskOrchestrationVersioningUtils
{
    /// <summary>
    /// Orders two versions: none before any, dotted numbers by number, everything else as text without regard to case.
    /// </summary>
    public static int CompareVersions(string sourceVersion, string otherVersion)
    {
        switch (string.IsNullOrWhiteSpace(sourceVersion), string.IsNullOrWhiteSpace(otherVersion))
        {
            case (true, true):
                return 0;
            case (true, false):
                return -1;
            case (false, true):
                return 1;
            default:
                return Version.TryParse(sourceVersion, out var source) && Version.TryParse(otherVersion, out var other)
                    ? source.CompareTo(other)
                    : string.Compare(sourceVersion, otherVersion, StringComparison.OrdinalIgnoreCase);
        }
    }
}
