namespace Collaborations.Samples;

/// <summary>What an empty store begins with.</summary>
public enum SampleKind
{
    /// <summary>Nothing: the only choice where real people are.</summary>
    None,

    /// <summary>A practice and its first manager.</summary>
    Manager,

    /// <summary>A practice with members, patients and cases, to try everything with.</summary>
    Practice,
}

public sealed class SampleOptions
{
    public const string Section = "Samples";

    public SampleKind Kind { get; set; }

    /// <summary>A file that gets the sign-ins, readable by its owner only.</summary>
    public string? SignInsFile { get; set; }
}
