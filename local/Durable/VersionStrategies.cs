namespace Local.Durable;

/// <summary>Which instances an application may run; the values of host.json's versionMatchStrategy.</summary>
public enum VersionMatchStrategy
{
    /// <summary>Every instance.</summary>
    None,

    /// <summary>Instances of exactly the application's version.</summary>
    Strict,

    /// <summary>Instances of the application's version or of an older one.</summary>
    CurrentOrOlder,
}

/// <summary>What becomes of an instance that the application may not run; the values of host.json's versionFailureStrategy.</summary>
public enum VersionFailureStrategy
{
    /// <summary>It keeps what it receives and waits for an application that may run it.</summary>
    Reject,

    /// <summary>It fails.</summary>
    Fail,
}
