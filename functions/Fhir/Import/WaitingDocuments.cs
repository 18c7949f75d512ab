using Collaborations.Fhir.Reading;
using Collaborations.Fhir.Resources;
using Collaborations.Files;
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

/// <summary>One content of a document, which was read and is not taken in yet.</summary>
/// <param name="document">Whose.</param>
/// <param name="place">Among the document's contents.</param>
/// <param name="described">As the document describes it.</param>
/// <param name="content">Where its bytes are: the same, or what it refers to.</param>
internal sealed class WaitingContent(WaitingDocument document, int place, AttachmentContent described, AttachmentContent content)
{
    private EntryNote? _refused;
    private (FileId Id, FileRecord File)? _taken;

    public WaitingDocument Document { get; } = document;

    public int Place { get; } = place;

    public AttachmentContent Described { get; } = described;

    public AttachmentContent Content { get; } = content;

    public void Refuse(string reason, string element) => _refused = new EntryNote(reason, element);

    public void Take(FileId id, FileRecord file) => _taken = (id, file);

    /// <summary>Says to the document what became of it. Contents are taken in side by side; this is said one after the other.</summary>
    public void End()
    {
        if (_refused is { } refused)
        {
            Document.Notes.Add(refused.Reason, refused.Element);
        }
        else if (_taken is (var id, var file))
        {
            if (file.State == FileState.Quarantined)
            {
                Document.Notes.Add(Reasons.AttachmentHeldBack, "content.attachment");
            }

            Document.Add(Place, new DocumentFile(id, Described.Title, file.ContentType, file.Size, Described.CreatedAt), file.Kind == FileKind.Image);
        }
    }
}

/// <summary>Contents that are taken in together, and the documents that are complete with them.</summary>
public sealed class WaitingContents
{
    private const int Most = 64;

    /// <summary>Bytes: beside one content of the largest size, what is held in memory.</summary>
    private const long MostBytes = 16 * 1024 * 1024;

    private List<WaitingContent> _contents = [];
    private List<WaitingDocument> _complete = [];
    private long _bytes;

    public bool IsFull => _contents.Count + _complete.Count >= Most || _bytes >= MostBytes;

    internal void Add(WaitingContent content)
    {
        _contents.Add(content);
        _bytes += content.Content.Bytes!.Length;
    }

    internal void AddLast(WaitingDocument document) => _complete.Add(document);

    internal (IReadOnlyList<WaitingContent> Contents, IReadOnlyList<WaitingDocument> Complete) TakeAll()
    {
        var all = (_contents, _complete);
        (_contents, _complete, _bytes) = ([], [], 0);
        return all;
    }
}

/// <summary>The documents of one reading whose contents are Binary entries of the bundle.</summary>
public sealed class WaitingDocuments
{
    private readonly Dictionary<UInt128, List<(WaitingDocument Document, int Place, AttachmentContent Content)>> _wanted = [];
    private readonly Queue<WaitingDocument> _documents = [];
    private WaitingDocument? _last;

    /// <summary>Whether there is a Binary to look for.</summary>
    public bool IsEmpty => _documents.Count == 0;

    /// <summary>Whether an address may be one of the bundle's own: of a Binary, or without a server.</summary>
    internal static bool CanBe(string url) =>
        url.StartsWith("urn:", StringComparison.Ordinal) || url.Contains("Binary/", StringComparison.Ordinal);

    internal void Add(WaitingDocument document, int place, AttachmentContent content)
    {
        if (_last != document)
        {
            _documents.Enqueue(_last = document);
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

    /// <summary>One after the other, in the order in which they came; null after the last.</summary>
    internal WaitingDocument? TakeNext() => _documents.TryDequeue(out var next) ? next : null;
}
