namespace Azure.Storage.Sas;

/// <summary>
/// A time in a signature. What was signed is text: one that was read is written again letter by letter, in whichever of the forms of ISO 8601 it came.
/// </summary>
internal readonly struct SasTime
{
    private readonly string? _text;

    private SasTime(DateTimeOffset value, string? text) => (Value, _text) = (value, text);

    /// <summary>The default value where none is stated.</summary>
    public DateTimeOffset Value { get; }

    public static implicit operator SasTime(DateTimeOffset value) => new(value, text: null);

    /// <param name="text">Null for none.</param>
    /// <exception cref="FormatException">The text is no time.</exception>
    public static SasTime Read(string? text) => new(SasFormat.ParseTime(text), text);

    /// <summary>Empty where none is stated.</summary>
    public override string ToString() => _text ?? SasFormat.Time(Value);
}
