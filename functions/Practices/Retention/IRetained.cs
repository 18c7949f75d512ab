using Collaborations.Audit;
using Collaborations.Identifiers;

namespace Collaborations.Practices.Retention;

/// <summary>What a practice closes, and does not keep for ever.</summary>
public interface IRetained
{
    /// <summary>What the audit says when one is deleted.</summary>
    AuditAction Deleted { get; }

    /// <summary>Those that may be over, by a list; whether one is, its record says.</summary>
    /// <param name="practice">Whose.</param>
    /// <param name="limit">Closed before this.</param>
    /// <param name="cancellation">The process ends.</param>
    IAsyncEnumerable<Guid> ListAsync(PracticeId practice, DateTimeOffset limit, CancellationToken cancellation);

    /// <summary>
    /// Deletes one with all that belongs to it, if it is over by its record: from that decision on nobody finds it. Cut off anywhere, the next
    /// time does the rest.
    /// </summary>
    /// <param name="practice">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="limit">Closed before this.</param>
    /// <param name="note">Writes the audit's line, before the record itself is gone.</param>
    /// <param name="cancellation">The process ends.</param>
    /// <returns>Whether it is gone.</returns>
    Task<bool> DeleteAsync(PracticeId practice, Guid id, DateTimeOffset limit, Func<Task> note, CancellationToken cancellation);
}
