using System.Reflection;

namespace Local.Host.Functions;

/// <summary>Takes what a method returned out of the task it may come in.</summary>
internal static class FunctionResult
{
    /// <summary>The type of the value itself; <see langword="void"/> for a plain task.</summary>
    public static Type TypeOf(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(Task) || type == typeof(ValueTask))
        {
            return typeof(void);
        }

        return type.IsGenericType && type.GetGenericTypeDefinition() is { } open && (open == typeof(Task<>) || open == typeof(ValueTask<>))
            ? type.GetGenericArguments()[0]
            : type;
    }

    /// <summary>Makes the reader of a method's results once, so that an invocation pays for no reflection over the task's type.</summary>
    public static Func<object?, Task<object?>> ReaderFor(MethodInfo method)
    {
        var type = method.ReturnType;
        if (type == typeof(Task))
        {
            return AwaitTask;
        }

        if (type == typeof(ValueTask))
        {
            return AwaitValueTask;
        }

        var value = TypeOf(method);
        if (value == type)
        {
            return Task.FromResult;
        }

        var reader = type.GetGenericTypeDefinition() == typeof(Task<>) ? nameof(AwaitTaskOf) : nameof(AwaitValueTaskOf);
        return typeof(FunctionResult).GetMethod(reader, BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(value)
            .CreateDelegate<Func<object?, Task<object?>>>();
    }

    private static async Task<object?> AwaitTask(object? task)
    {
        await (Task)task!;
        return null;
    }

    private static async Task<object?> AwaitValueTask(object? task)
    {
        await (ValueTask)task!;
        return null;
    }

    private static async Task<object?> AwaitTaskOf<T>(object? task) => await (Task<T>)task!;

    private static async Task<object?> AwaitValueTaskOf<T>(object? task) => await (ValueTask<T>)task!;
}
