using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Durable.Tests.Harness;

internal sealed record LogEntry(string Category, LogLevel Level, string Message, Exception? Exception);

/// <summary>Keeps what was logged, for tests about logging and for the messages of those that fail.</summary>
internal sealed class LogRecorder : ILoggerFactory
{
    public ConcurrentQueue<LogEntry> Entries { get; } = [];

    public IEnumerable<string> Of(string category) => Entries.Where(entry => entry.Category == category).Select(entry => entry.Message);

    public ILogger CreateLogger(string categoryName) => new Recorder(this, categoryName);

    public void AddProvider(ILoggerProvider provider) => throw new NotSupportedException("The recorder is the only provider.");

    public void Dispose()
    {
    }

    private sealed class Recorder(LogRecorder owner, string category) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            owner.Entries.Enqueue(new LogEntry(category, logLevel, formatter(state, exception), exception));
    }
}
