namespace Collaborations.Backups;

/// <summary>How a practice is brought back.</summary>
/// <param name="Over">Whether it is made as it was: what is there otherwise is replaced, and what came since is deleted.</param>
/// <param name="Check">Whether it is only counted what would be done.</param>
public sealed record RestoreWish(bool Over, bool Check);

/// <summary>What became of one row or file.</summary>
public enum RestoreOutcome
{
    /// <summary>Was not there.</summary>
    Added,

    /// <summary>Was there as it is in the backup.</summary>
    Same,

    /// <summary>Was there otherwise, and is as in the backup now.</summary>
    Replaced,

    /// <summary>Was there otherwise, and was left.</summary>
    Kept,

    /// <summary>Is not in the backup, and was deleted.</summary>
    Deleted,

    /// <summary>Is of an account that was closed, and was not brought back.</summary>
    Closed,
}

/// <summary>What became of one table, or of the files; counted by several at once.</summary>
/// <param name="name">The table's; <c>files</c> for those.</param>
public sealed class RestoredPart(string name)
{
    private readonly long[] _counts = new long[Enum.GetValues<RestoreOutcome>().Length];

    public string Name => name;

    /// <summary>Of those that were left, how many the practice has for itself: what is shared, and a chain that went on, is always left.</summary>
    public long Differing => BackupPlan.Tables.FirstOrDefault(table => table.Name == name)?.Rows is RowsOf.SharedPerson or RowsOf.Chain ? 0 : Of(RestoreOutcome.Kept);

    public long Of(RestoreOutcome outcome) => Interlocked.Read(ref _counts[(int)outcome]);

    public void Count(RestoreOutcome outcome, long times = 1) => Interlocked.Add(ref _counts[(int)outcome], times);
}
