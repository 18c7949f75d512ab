namespace Collaborations.Archives;

/// <summary>All there are, by their kind.</summary>
public sealed class ArchiveSources(IEnumerable<IArchiveSource> sources)
{
    private readonly Dictionary<ArchiveKind, IArchiveSource> _byKind = sources.ToDictionary(source => source.Kind);

    public Task<ArchiveContents> ListAsync(ArchivePlace place, CancellationToken cancellation) => _byKind[place.Kind].ListAsync(place, cancellation);
}
