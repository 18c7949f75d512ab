using System.Security.Cryptography;
using System.Text;

namespace Collaborations.Archives;

/// <summary>Says what goes into the archives of one kind. Whether somebody may have them is asked before, by whoever answers the request.</summary>
public interface IArchiveSource
{
    ArchiveKind Kind { get; }

    /// <summary>What there is now. Asked when a zip is begun or fetched and once more when it is made: it opens nothing.</summary>
    Task<ArchiveContents> ListAsync(ArchivePlace place, CancellationToken cancellation);
}

/// <param name="Name">The zip's own name.</param>
/// <param name="Entries">In order.</param>
/// <param name="Note">A text that goes in first; null for none.</param>
public sealed record ArchiveContents(string Name, IReadOnlyList<ArchiveEntry> Entries, ArchiveNote? Note)
{
    /// <summary>Tells one set of contents from another.</summary>
    public string Digest() => Convert.ToHexStringLower(SHA256.HashData(
        Encoding.UTF8.GetBytes(string.Join('\n', Entries.Select(entry => entry.Id).Append(Note?.Text ?? string.Empty)))));
}

/// <summary>A file that goes in.</summary>
/// <param name="Id">Stands for the content: another content has another id.</param>
/// <param name="Name">As its owner named it; what a zip cannot have is taken out, and twins are numbered (<see cref="EntryNames"/>).</param>
/// <param name="At">Its time in the zip.</param>
/// <param name="Compress">Whether it becomes smaller: pictures and films do not.</param>
/// <param name="OpenAsync">Its content, forwards only.</param>
public sealed record ArchiveEntry(string Id, string Name, DateTimeOffset At, bool Compress, Func<CancellationToken, Task<Stream>> OpenAsync);

/// <summary>A text file that is made for the zip.</summary>
public sealed record ArchiveNote(string Name, string Text);
