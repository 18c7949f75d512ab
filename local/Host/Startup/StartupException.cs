namespace Local.Host.Startup;

/// <summary>The host cannot start, for a reason that whoever starts it can mend. The message is one sentence for that person.</summary>
public sealed class StartupException : Exception
{
    public StartupException()
    {
    }

    public StartupException(string message)
        : base(message)
    {
    }

    public StartupException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
