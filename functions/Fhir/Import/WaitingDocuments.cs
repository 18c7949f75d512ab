using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Resources;
using Collaborations.Identifiers;
using Collaborations.Records;

namespace Collaborations.Fhir.Import;

/// <summary>A document whose contents are being gathered.</summary>
public sealed class WaitingDocument(int entry, PatientId patient, DocumentRecord record, EntryNotes notes, int places)
{
    private readonly DocumentFile?[] _files = new DocumentFile?[places];
    private bool _hasImage;

    public int Entry { get; } = entry;

    public PatientId Patient { get; } = patient;

    public DocumentRecord Record { get; } = record;

    public EntryNotes Notes { get; } = notes;

    public void Add(int place, DocumentFile file, bool isImage)
    {
        _files[place] = file;
        _hasImage |= isImage;
    }

    public DocumentRecord Complete() =>
        Record with { Files = [.. _files.OfType<DocumentFile>()], Library = _hasImage ? Library.Images : Record.Library };
}

/// <summary>The documents of one reading whose contents are Binary entries of the bundle.</summary>
public sealed class WaitingDocuments
{
    private readonly Dictionary<UInt128, List<(WaitingDocument Document, int Place, AttachmentContent Content)>> _wanted = [];
    private readonly List<WaitingDocument> _documents = [];

    /// <summary>Whether there is a Binary to look for.</summary>
    public bool IsEmpty => _documents.Count == 0;

    /// <summary>Whether an address may be one of the bundle's own: of a Binary, or without a server.</summary>
    internal static bool CanBe(string url) =>
        url.StartsWith("urn:", StringComparison.Ordinal) || url.Contains("Binary/", StringComparison.Ordinal);

    internal bool Has(WaitingDocument document) => _documents is [.., var last] && last == document;

    internal void Add(WaitingDocument document, int place, AttachmentContent content)
    {
        if (!Has(document))
        {
            _documents.Add(document);
        }

        var key = BundleReferences.KeyOf(BundleReferences.Unversioned(content.Url!));
        if (!_wanted.TryGetValue(key, out var waiting))
        {
            _wanted[key] = waiting = [];
        }

        waiting.Add((document, place, content));
    }

    /// <summary>Those that wait for what has this address; they wait no more.</summary>
    internal IReadOnlyList<(WaitingDocument Document, int Place, AttachmentContent Content)> Take(string address) =>
        _wanted.Remove(BundleReferences.KeyOf(address), out var waiting) ? waiting : [];

    internal IReadOnlyList<WaitingDocument> TakeUnanswered()
    {
        WaitingDocument[] left = [.. _wanted.Values.SelectMany(each => each).Select(each => each.Document).Distinct()];
        _wanted.Clear();
        return left;
    }

    internal IReadOnlyList<WaitingDocument> TakeAll()
    {
        WaitingDocument[] all = [.. _documents];
        _documents.Clear();
        return all;
    }
}
