using Microsoft.Extensions.Logging;

namespace Microsoft.DurableTask;

public abstract partial class TaskOrchestrationContext
{
    // A context that wraps another may hand out the inner one's replay-safe factory; wrapping that again would ask twice.
    private const int MaximumWrappings = 10;

    private ILoggerFactory InnermostLoggerFactory()
    {
        var factory = LoggerFactory;
        for (var depth = 0; factory is ReplaySafeLoggerFactoryImpl wrapper; depth++)
        {
            if (depth == MaximumWrappings)
            {
                throw new InvalidOperationException(
                    $"{GetType()} takes its {nameof(LoggerFactory)} from its own {nameof(ReplaySafeLoggerFactory)}; it must take the inner context's.");
            }

            factory = wrapper.Wrapped;
        }

        return factory;
    }

    private sealed class ReplaySafeLogger(TaskOrchestrationContext context, ILogger logger) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => logger.BeginScope(state);

        public bool IsEnabled(LogLevel logLevel) => logger.IsEnabled(logLevel);

        public void Log<TState>(
            LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            if (!context.IsReplaying)
            {
                logger.Log(logLevel, eventId, state, exception, formatter);
            }
        }
    }

    private sealed class ReplaySafeLoggerFactoryImpl(TaskOrchestrationContext context) : ILoggerFactory
    {
        internal ILoggerFactory Wrapped => context.LoggerFactory;

        public ILogger CreateLogger(string categoryName) =>
            new ReplaySafeLogger(context, context.InnermostLoggerFactory().CreateLogger(categoryName));

        public void AddProvider(ILoggerProvider provider) =>
            throw new NotSupportedException("A provider is added to the application's logger factory, not to an orchestration's.");

        public void Dispose()
        {
            // The factory behind it belongs to the application.
        }
    }
}
