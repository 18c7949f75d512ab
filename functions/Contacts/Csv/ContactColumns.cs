using Collaborations.Http;

namespace Collaborations.Contacts.Csv;

public sealed record CsvColumnsMissing() : InvalidInput("csv-columns-missing");

public sealed record CsvTooManyFields() : InvalidInput("csv-too-many-fields");

public sealed record ArchivedUnknown() : InvalidInput("archived-unknown", "archived");

/// <summary>The columns of the file by their English names, and where in a file that came they are.</summary>
public sealed class ContactColumns
{
    private const string FirstName = "First name";
    private const string LastName = "Last name";
    private const string Code = "Code";
    private const string Type = "Type";
    private const string Email = "Email";
    private const string Phone = "Phone";
    private const string Organisation = "Organisation";
    private const string Specialty = "Specialty";
    private const string Archived = "Archived";
    private const string Yes = "yes";
    private const string No = "no";

    private static readonly string[] Required = [FirstName, LastName, Type, Email];

    /// <summary>As other programs spell them.</summary>
    private static readonly Dictionary<string, string> OtherNames = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Organization"] = Organisation,
        ["Speciality"] = Specialty,
        ["EmailAddress"] = Email,
        ["PhoneNumber"] = Phone,
    };

    private readonly Dictionary<string, int> _places = [];

    private ContactColumns(int count) => Count = count;

    /// <summary>In the order in which they are written.</summary>
    public static IReadOnlyList<string> Names { get; } = [FirstName, LastName, Code, Type, Email, Phone, Organisation, Specialty, Archived];

    /// <summary>Of the file.</summary>
    public int Count { get; }

    /// <summary>Columns that nothing is read from.</summary>
    public IReadOnlyList<string> Ignored { get; private init; } = [];

    /// <param name="header">The first row.</param>
    public static Result<ContactColumns> Read(CsvRow header)
    {
        var ignored = new List<string>();
        var columns = new ContactColumns(header.Fields.Count) { Ignored = ignored };
        for (var place = 0; place < header.Fields.Count; place++)
        {
            var name = CsvText.Unguarded(header.Fields[place]).Trim();
            if (Known(name) is not { } known || !columns._places.TryAdd(known, place))
            {
                ignored.Add(Shown(name));
            }
        }

        return Required.All(columns._places.ContainsKey) ? columns : new CsvColumnsMissing();
    }

    public static IEnumerable<string> Fields(Contact contact) =>
    [
        contact.FirstName,
        contact.LastName,
        contact.Code,
        contact.Type,
        contact.Email,
        contact.Phone ?? string.Empty,
        contact.Organisation ?? string.Empty,
        contact.Specialty ?? string.Empty,
        contact.Archived ? Yes : No,
    ];

    public ContactForm Form(CsvRow row) => new(
        Of(row, FirstName), Of(row, LastName), Of(row, Code), Of(row, Type), Of(row, Email), Of(row, Phone), Of(row, Organisation), Of(row, Specialty));

    /// <returns>Null where the row says nothing of it.</returns>
    public Result<bool?> IsArchived(CsvRow row) => Of(row, Archived).ToUpperInvariant() switch
    {
        "" => Result<bool?>.FromValue(null),
        "YES" or "TRUE" or "1" => Result<bool?>.FromValue(true),
        "NO" or "FALSE" or "0" => Result<bool?>.FromValue(false),
        _ => new ArchivedUnknown(),
    };

    private static string? Known(string name)
    {
        var folded = string.Concat(name.Where(char.IsLetterOrDigit));
        return OtherNames.TryGetValue(folded, out var other)
            ? other
            : Names.FirstOrDefault(known => known.Replace(" ", string.Empty, StringComparison.Ordinal).Equals(folded, StringComparison.OrdinalIgnoreCase));
    }

    private static string Shown(string name) => name.Length <= TypedText.LongestName ? name : name[..TypedText.LongestName];

    private string Of(CsvRow row, string column) =>
        _places.TryGetValue(column, out var place) && place < row.Fields.Count ? CsvText.Unguarded(row.Fields[place].Trim()) : string.Empty;
}
