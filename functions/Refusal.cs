namespace Collaborations;

/// <summary>
/// A rule that was broken. Each rule has a record of its own, named after it, beside the use case that has it; the kinds below say which
/// HTTP status it becomes (Http/Problems.cs).
/// </summary>
/// <param name="Code">Stable, lower case with hyphens: what the pages choose their sentence by.</param>
public abstract record Refusal(string Code)
{
    /// <summary>How many tries of a code or an answer remain, where that is counted.</summary>
    public virtual int? TriesLeft => null;

    /// <summary>Who came first, and when, where that is why.</summary>
    public virtual (string Name, DateTimeOffset At)? ReadFirst => null;
}

/// <summary>400: one field, or the whole where <paramref name="Field"/> is null.</summary>
/// <param name="Code">See <see cref="Refusal"/>.</param>
/// <param name="Field">The field's name in the body.</param>
public record InvalidInput(string Code, string? Field = null) : Refusal(Code);

/// <summary>400: several fields at once.</summary>
public sealed record InvalidForm(IReadOnlyList<InvalidInput> Inputs) : Refusal("invalid-form");

/// <summary>401: nobody is signed in.</summary>
public record Unauthenticated(string Code = "not-signed-in") : Refusal(Code);

/// <summary>403: known who it is, and not allowed; only where saying so gives nothing away.</summary>
public record Forbidden(string Code = "not-allowed") : Refusal(Code);

/// <summary>404: not there, or not for this caller, who is not told which.</summary>
public record NotFound(string Code = "not-found") : Refusal(Code);

/// <summary>409: not in the present state of the record.</summary>
public record Conflict(string Code) : Refusal(Code);

/// <summary>410: was there, and is over.</summary>
public record Gone(string Code) : Refusal(Code);

/// <summary>412: the record is no longer what the caller had read.</summary>
public record PreconditionFailed(string Code = "changed-meanwhile") : Refusal(Code);

/// <summary>413.</summary>
public record TooLarge(string Code = "too-large") : Refusal(Code);

/// <summary>429, with the time after which it may be tried again.</summary>
public record TooMany(string Code, TimeSpan RetryAfter) : Refusal(Code);

/// <summary>503: something this depends on does not answer; nothing was done.</summary>
public record Unavailable(string Code = "unavailable") : Refusal(Code);
