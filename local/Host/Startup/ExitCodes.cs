namespace Local.Host.Startup;

/// <summary>With what the process ends. Zero: it was asked to stop, and stopped in order.</summary>
internal static class ExitCodes
{
    /// <summary>It did not start; a sentence on the error output says why.</summary>
    public const int NotStarted = 1;

    /// <summary>It ran and could not go on; the log says why.</summary>
    public const int Fault = 2;
}
