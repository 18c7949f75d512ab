namespace Collaborations.Files.Pictures;

/// <summary>Bytes of a picture that are left out, and what is written in their place.</summary>
/// <param name="At">Bytes from the start of the picture as it came.</param>
/// <param name="Length">How many are left out.</param>
/// <param name="Instead">Mostly nothing.</param>
public sealed record PictureEdit(long At, long Length, ReadOnlyMemory<byte> Instead);

/// <summary>The edits of one picture, in order.</summary>
public sealed class PictureEdits
{
    /// <summary>Ours. Cameras write a dozen parts that are left out; what has more was made to fill the memory.</summary>
    public const int Most = 10_000;

    private readonly List<PictureEdit> _all = [];

    public IReadOnlyList<PictureEdit> All => _all;

    public bool AreTooMany => _all.Count > Most;

    /// <summary>By how many bytes the picture grows: mostly less than nothing.</summary>
    public long Growth => _all.Sum(edit => edit.Instead.Length - edit.Length);

    /// <param name="at">Bytes from the start.</param>
    /// <param name="length">How many there are: what is cut off is as long as it is.</param>
    /// <param name="instead">In their place.</param>
    public void Add(long at, long length, params byte[] instead)
    {
        if (length > 0)
        {
            Add(new PictureEdit(at, length, instead));
        }
    }

    public void Add(PictureEdit edit)
    {
        // What is left out beside what is left out is one piece.
        if (edit.Instead.Length == 0 && _all is [.., { Instead.Length: 0 } last] && last.At + last.Length == edit.At)
        {
            _all[^1] = last with { Length = last.Length + edit.Length };
        }
        else
        {
            _all.Add(edit);
        }
    }

    /// <summary>Writes the picture with the edits made.</summary>
    public async Task ApplyAsync(Stream picture, Stream target, CancellationToken cancellation)
    {
        var bytes = new PictureBytes(picture, cancellation);
        foreach (var edit in _all)
        {
            await bytes.SkipAsync(edit.At - bytes.Position, target);
            await bytes.SkipAsync(edit.Length);
            await target.WriteAsync(edit.Instead, cancellation);
        }

        await bytes.SkipAsync(long.MaxValue, target);
    }
}
