namespace Collaborations.Files;

public sealed record FileNameMissing() : InvalidInput("file-name-missing", "name");

public sealed record FileTypeNotTaken() : InvalidInput("file-type-not-taken", "name");

public sealed record FileIsEmpty() : InvalidInput("file-empty", "size");

public sealed record FileTooLarge() : TooLarge("file-too-large");

/// <summary>A file that somebody is about to upload.</summary>
public sealed record FileForm(string Name, long Size, string? ContentType)
{
    /// <summary>Product rule: 500 MB a file.</summary>
    public const long MaximumSize = 500L * 1024 * 1024;
    private const int LongestName = 200;

    /// <returns>The name that is kept: its last part, without what a path or a header could be confused by.</returns>
    public Result<(string Name, FileType Type)> Check()
    {
        var last = Name.Split('/', '\\')[^1];
        var name = new string([.. last.Where(letter => !char.IsControl(letter) && letter is not ('"' or '<' or '>' or ':' or '|' or '?' or '*'))]).Trim();
        if (name.Length == 0)
        {
            return new FileNameMissing();
        }

        if (FileTypes.Of(name) is not { } type)
        {
            return new FileTypeNotTaken();
        }

        return Size switch
        {
            <= 0 => new FileIsEmpty(),
            > MaximumSize => new FileTooLarge(),
            _ => (name.Length <= LongestName ? name : string.Concat(name.AsSpan(0, LongestName - 10), Path.GetExtension(name)), type),
        };
    }
}
