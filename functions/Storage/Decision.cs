namespace Collaborations.Storage;

/// <summary>
/// The rule of every change: read the record, decide on it, write it under its ETag; whoever lost the race decides again on the newer record.
/// </summary>
public static class Decision
{
    /// <summary>A record that changes under us so often in a row is not a race but a fault.</summary>
    private const int MostTries = 100;

    /// <param name="read">The record as it is now; null where there is none.</param>
    /// <param name="decide">Pure: may be asked again. A refusal writes nothing.</param>
    /// <param name="write">Under the version that was read; false where that was no longer the newest.</param>
    public static async Task<Result<TAnswer>> MakeAsync<TRecord, TAnswer>(
        Func<Task<Versioned<TRecord>?>> read,
        Func<TRecord?, Result<(TRecord Changed, TAnswer Answer)>> decide,
        Func<TRecord, Versioned<TRecord>?, Task<bool>> write)
        where TRecord : class
    {
        for (var tries = 0; tries < MostTries; tries++)
        {
            var current = await read();
            if (decide(current?.Record).IsRefused(out var refusal, out var decided))
            {
                return refusal;
            }

            if (ReferenceEquals(decided.Changed, current?.Record) || await write(decided.Changed, current))
            {
                return decided.Answer;
            }
        }

        throw new InvalidOperationException($"{typeof(TRecord).Name} changed {MostTries} times while one decision was made on it.");
    }
}
