using System.Diagnostics.CodeAnalysis;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace Microsoft.DurableTask;

/// <summary>An exception as it can be stored: names and texts only, so that it survives without the type that was thrown.</summary>
/// <param name="ErrorType">The full name of the exception's type.</param>
/// <param name="ErrorMessage">The exception's message.</param>
/// <param name="StackTrace">The stack where it was thrown, if there was one.</param>
/// <param name="InnerFailure">The failure that caused this one.</param>
/// <param name="Properties">More about the failure; null when there is nothing.</param>
public record TaskFailureDetails(
    string ErrorType,
    string ErrorMessage,
    string? StackTrace,
    TaskFailureDetails? InnerFailure,
    IDictionary<string, object?>? Properties)
{
    public override string ToString() => $"{ErrorType}: {ErrorMessage}";

    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool IsCausedBy<T>()
        where T : Exception => IsCausedBy(typeof(T), Assembly.GetCallingAssembly());

    /// <summary>Whether the failure was an exception of <paramref name="targetBaseExceptionType"/> or of a type derived from it.</summary>
    /// <exception cref="ArgumentException">The type is not an exception.</exception>
    /// <exception cref="AmbiguousMatchException">Several loaded assemblies have a type of the failure's name.</exception>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public bool IsCausedBy(Type targetBaseExceptionType) => IsCausedBy(targetBaseExceptionType, Assembly.GetCallingAssembly());

    /// <exception cref="ArgumentNullException"><paramref name="exception"/> is null.</exception>
    public static TaskFailureDetails FromException(Exception exception)
    {
        ArgumentNullException.ThrowIfNull(exception);
        return Describe(exception);
    }

    private bool IsCausedBy(Type target, Assembly caller)
    {
        ArgumentNullException.ThrowIfNull(target);
        if (!typeof(Exception).IsAssignableFrom(target))
        {
            throw new ArgumentException($"{target} is not an exception type.", nameof(target));
        }

        return !string.IsNullOrEmpty(ErrorType) && target.IsAssignableFrom(FindType(target, caller));
    }

    private Type? FindType(Type target, Assembly caller)
    {
        var near = Type.GetType(ErrorType, throwOnError: false)
            ?? target.Assembly.GetType(ErrorType, throwOnError: false)
            ?? caller.GetType(ErrorType, throwOnError: false);
        if (near is not null)
        {
            return near;
        }

        var anywhere = AppDomain.CurrentDomain.GetAssemblies()
            .Select(assembly => assembly.GetType(ErrorType, throwOnError: false))
            .OfType<Type>()
            .ToList();
        return anywhere.Count <= 1
            ? anywhere.FirstOrDefault()
            : throw new AmbiguousMatchException($"{anywhere.Count} loaded assemblies have a type named '{ErrorType}'.");
    }

    [return: NotNullIfNotNull(nameof(exception))]
    private static TaskFailureDetails? Describe(Exception? exception) => exception is null
        ? null
        : new TaskFailureDetails(
            exception.GetType().ToString(),
            exception.Message,
            exception.StackTrace,
            Describe(exception.InnerException),
            null);
}
