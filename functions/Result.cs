using System.Diagnostics.CodeAnalysis;

namespace Collaborations;

/// <summary>What a use case came to: its value, or the rule that was broken. Expected failures are values; exceptions are for the unexpected.</summary>
public readonly struct Result<T> : IEquatable<Result<T>>
{
    private readonly T? _value;
    private readonly Refusal? _refusal;

    private Result(T? value, Refusal? refusal)
    {
        _value = value;
        _refusal = refusal;
    }

    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public T Value => _refusal is null ? _value! : throw new InvalidOperationException($"Refused: {_refusal.Code}.");

    public Refusal? Refusal => _refusal;

    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "FromValue is the alternate.")]
    public static implicit operator Result<T>(T value) => FromValue(value);

    [SuppressMessage("Usage", "CA2225:Operator overloads have named alternates", Justification = "FromRefusal is the alternate.")]
    public static implicit operator Result<T>(Refusal refusal) => FromRefusal(refusal);

    public static bool operator ==(Result<T> left, Result<T> right) => left.Equals(right);

    public static bool operator !=(Result<T> left, Result<T> right) => !left.Equals(right);

    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The operators' alternates.")]
    public static Result<T> FromValue(T value) => new(value, null);

    [SuppressMessage("Design", "CA1000:Do not declare static members on generic types", Justification = "The operators' alternates.")]
    public static Result<T> FromRefusal(Refusal refusal) => new(default, refusal);

    /// <summary>Exactly one of the two is there.</summary>
    public bool IsRefused([NotNullWhen(true)] out Refusal? refusal, [NotNullWhen(false)] out T? value)
    {
        refusal = _refusal;
        value = _value;
        return refusal is not null;
    }

    public Result<TNext> Map<TNext>(Func<T, TNext> next) => _refusal is null ? next(_value!) : _refusal;

    public Result<TNext> Then<TNext>(Func<T, Result<TNext>> next) => _refusal is null ? next(_value!) : _refusal;

    public async Task<Result<TNext>> ThenAsync<TNext>(Func<T, Task<Result<TNext>>> next) => _refusal is null ? await next(_value!) : _refusal;

    public bool Equals(Result<T> other) => Equals(_refusal, other._refusal) && EqualityComparer<T?>.Default.Equals(_value, other._value);

    public override bool Equals(object? obj) => obj is Result<T> other && Equals(other);

    public override int GetHashCode() => HashCode.Combine(_value, _refusal);
}

/// <summary>The same for results that are still to come.</summary>
public static class ResultTasks
{
    public static async Task<Result<TNext>> ThenAsync<T, TNext>(this Task<Result<T>> result, Func<T, Task<Result<TNext>>> next) =>
        await (await result).ThenAsync(next);

    public static async Task<Result<TNext>> MapAsync<T, TNext>(this Task<Result<T>> result, Func<T, TNext> next) => (await result).Map(next);
}

/// <summary>The value of a use case that has nothing to say but that it was done.</summary>
public readonly record struct Done
{
    public static Done Instance { get; }
}
