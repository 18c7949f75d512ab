using System.Text.Json;

namespace Collaborations.Fhir.Reading;

/// <summary>
/// An object of a resource that remembers what was asked of it: what nobody asked for was not kept, and is named. A value of the wrong kind is
/// noted and counts as not there.
/// </summary>
public sealed class FhirElement(JsonElement json, string path, EntryNotes notes)
{
    /// <summary>As many as a reader of a report looks at.</summary>
    private const int MostNamed = 40;

    private const int LongestName = 60;

    private readonly HashSet<string> _asked = new(StringComparer.Ordinal);
    private readonly List<FhirElement> _children = [];
    private readonly List<string> _unkept = [];

    public EntryNotes Notes { get; } = notes;

    public string PathOf(string name) => path.Length == 0 ? name : $"{path}.{name}";

    /// <summary>Says that it was seen to: for what carries no content.</summary>
    public void Skip(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            _asked.Add(name);
        }
    }

    /// <returns>Without the spaces around it; null where it is empty.</returns>
    public string? Text(string name) => Find(name, JsonValueKind.String) is { } value ? Read(name, value) : null;

    public IReadOnlyList<string> Texts(string name) =>
        [.. Items(name).Select(item => item.ValueKind == JsonValueKind.String ? Read(name, item) : Malformed(name)).OfType<string>()];

    public bool? Flag(string name)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind is JsonValueKind.True or JsonValueKind.False)
        {
            return value.GetBoolean();
        }

        Malformed(name);
        return null;
    }

    public decimal? Number(string name)
    {
        if (Find(name, JsonValueKind.Number) is not { } value)
        {
            return null;
        }

        if (value.TryGetDecimal(out var number))
        {
            return number;
        }

        Malformed(name);
        return null;
    }

    public int? WholeNumber(string name)
    {
        if (Find(name, JsonValueKind.Number) is not { } value)
        {
            return null;
        }

        if (value.TryGetInt32(out var number))
        {
            return number;
        }

        Malformed(name);
        return null;
    }

    /// <summary>A FHIR date, dateTime or instant, as written.</summary>
    public string? Date(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        if (FhirDates.IsDate(text))
        {
            return text;
        }

        Notes.Add(Reasons.DateMalformed, PathOf(name));
        return null;
    }

    public FhirElement? One(string name) => Find(name, JsonValueKind.Object) is { } value ? Child(value, PathOf(name)) : null;

    public IReadOnlyList<FhirElement> Many(string name)
    {
        var found = new List<FhirElement>();
        foreach (var item in Items(name))
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                found.Add(Child(item, PathOf(name)));
            }
            else
            {
                Malformed(name);
            }
        }

        return found;
    }

    /// <summary>The first, where only one has a place here; the others are named as not kept.</summary>
    public FhirElement? First(string name) => Choose(name, _ => null);

    /// <summary>One of several; the others are named as not kept.</summary>
    /// <param name="name">Theirs.</param>
    /// <param name="choose">Null where the first is as good as any.</param>
    public FhirElement? Choose(string name, Func<IReadOnlyList<FhirElement>, FhirElement?> choose)
    {
        var all = Many(name);
        if (all.Count == 0)
        {
            return null;
        }

        var chosen = choose(all) ?? all[0];
        for (var place = 0; place < all.Count; place++)
        {
            if (all[place] != chosen)
            {
                _children.Remove(all[place]);
                _unkept.Add($"{PathOf(name)}[{place}]");
            }
        }

        return chosen;
    }

    /// <summary>A resource inside this one.</summary>
    /// <param name="id">Its id, without the hash of the reference to it.</param>
    public FhirElement? Contained(string id)
    {
        foreach (var item in Items("contained"))
        {
            if (item.ValueKind == JsonValueKind.Object && item.TryGetProperty("id", out var own) && own.ValueKind == JsonValueKind.String && own.ValueEquals(id))
            {
                var found = Child(item, PathOf("contained"));
                found.Skip("resourceType", "id");
                return found;
            }
        }

        return null;
    }

    /// <summary>The bytes of a base64 text; null where there are none, or where it is none.</summary>
    public byte[]? Bytes(string name)
    {
        if (Find(name, JsonValueKind.String) is not { } value)
        {
            return null;
        }

        if (value.TryGetBytesFromBase64(out var bytes))
        {
            return bytes;
        }

        Malformed(name);
        return null;
    }

    /// <summary>Whether this text was too long to be read.</summary>
    public bool IsCut(string name) => json.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String && value.ValueEquals(BundleReader.CutText);

    /// <summary>Notes, in one line, the elements that nobody asked for.</summary>
    public void NoteUnkept()
    {
        var names = new List<string>();
        Gather(names);
        if (names.Count > 0)
        {
            var named = string.Join(", ", names.Distinct(StringComparer.Ordinal).Take(MostNamed));
            Notes.Add(Reasons.ElementsNotKept, named);
        }
    }

    /// <returns>Null for a text that is none, such as half of a pair of surrogates.</returns>
    internal static string? StringOf(JsonElement value)
    {
        try
        {
            return value.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }

    private static bool IsName(string name) => name.Length <= LongestName && name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_');

    private void Gather(List<string> names)
    {
        foreach (var member in json.EnumerateObject())
        {
            if (!_asked.Contains(member.Name))
            {
                names.Add(PathOf(IsName(member.Name) ? member.Name : "?"));
            }
        }

        names.AddRange(_unkept);
        foreach (var child in _children)
        {
            child.Gather(names);
        }
    }

    private FhirElement Child(JsonElement value, string childPath)
    {
        var child = new FhirElement(value, childPath, Notes);
        _children.Add(child);
        return child;
    }

    private JsonElement? Value(string name)
    {
        _asked.Add(name);
        return json.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private JsonElement? Find(string name, JsonValueKind kind)
    {
        if (Value(name) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == kind)
        {
            return value;
        }

        Malformed(name);
        return null;
    }

    private IReadOnlyList<JsonElement> Items(string name) => Find(name, JsonValueKind.Array) is { } value ? [.. value.EnumerateArray()] : [];

    private string? Read(string name, JsonElement value)
    {
        if (StringOf(value) is not { } text)
        {
            return Malformed(name);
        }

        if (text == BundleReader.CutText)
        {
            Notes.Add(Reasons.ElementMalformed, PathOf(name));
            return null;
        }

        var trimmed = text.Trim();
        return trimmed.Length == 0 ? null : trimmed;
    }

    private string? Malformed(string name)
    {
        Notes.Add(Reasons.ElementMalformed, PathOf(name));
        return null;
    }
}
