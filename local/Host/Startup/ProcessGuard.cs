namespace Local.Host.Startup;

/// <summary>
/// From the first line of Program.cs until the host has started, turns an exception that nobody catches into the one sentence
/// that whoever starts the application is owed. Later ones keep their stack trace: they are faults, not mistakes in starting.
/// </summary>
internal static class ProcessGuard
{
    private static UnhandledExceptionEventHandler? _handler;
    private static bool _owned;

    public static void Watch()
    {
        _owned = true;
        if (_handler is null)
        {
            _handler = (_, unhandled) =>
            {
                Report((Exception)unhandled.ExceptionObject);
                Environment.Exit(Environment.ExitCode);
            };
            AppDomain.CurrentDomain.UnhandledException += _handler;
        }
    }

    public static void Release()
    {
        if (_handler is not null)
        {
            AppDomain.CurrentDomain.UnhandledException -= _handler;
            _handler = null;
        }
    }

    /// <summary>Decides with what the process ends, where it is the application's own.</summary>
    public static void EndWith(int exitCode)
    {
        if (_owned)
        {
            Environment.ExitCode = exitCode;
        }
    }

    public static void Report(Exception failure)
    {
        EndWith(ExitCodes.NotStarted);
        Console.Error.WriteLine(StartupFailure.Describe(failure));
    }
}
