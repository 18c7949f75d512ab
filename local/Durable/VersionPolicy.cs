using Microsoft.DurableTask.Abstractions;

namespace Local.Durable;

/// <summary>Which instances this application may run.</summary>
internal sealed class VersionPolicy(DurableOptions options)
{
    private readonly string _own = options.DefaultVersion ?? string.Empty;

    /// <summary>Null when an instance of <paramref name="version"/> may be run, else why it may not.</summary>
    public string? WhyNot(string version)
    {
        if (_own.Length == 0 || options.VersionMatchStrategy == VersionMatchStrategy.None)
        {
            return null;
        }

        var order = TaskOrchestrationVersioningUtils.CompareVersions(version, _own);
        return options.VersionMatchStrategy switch
        {
            VersionMatchStrategy.Strict when order != 0 =>
                $"The orchestration version '{version}' does not match the worker version '{_own}'.",
            VersionMatchStrategy.CurrentOrOlder when order > 0 =>
                $"The orchestration version '{version}' is greater than the worker version '{_own}'.",
            _ => null,
        };
    }
}
