namespace Collaborations.Contacts;

/// <summary>What a contact is to the practice. Six types are everywhere; a practice adds its own in its settings, by the name that is shown.</summary>
public static class ContactTypes
{
    public const string ReferringDentist = "referringDentist";
    public const string Specialist = "specialist";
    public const string Physician = "physician";
    public const string Laboratory = "laboratory";
    public const string Insurer = "insurer";
    public const string Other = "other";

    /// <summary>UTF-16 units of a practice's own.</summary>
    public const int LongestName = 40;

    /// <summary>Of a practice's own: what a list to choose from still shows.</summary>
    public const int MostOwn = 20;

    /// <summary>In the order in which they are offered.</summary>
    public static IReadOnlyList<string> All { get; } = [ReferringDentist, Specialist, Physician, Laboratory, Insurer, Other];

    /// <summary>Forgiving to spaces and capitals, because a spreadsheet says "Referring dentist".</summary>
    /// <param name="typed">As it came.</param>
    /// <param name="own">The practice's own types.</param>
    /// <returns>The type in its kept form; null where there is none of this name.</returns>
    public static string? Find(string? typed, IEnumerable<string> own)
    {
        var name = Folded(typed ?? string.Empty);
        return All.Concat(own).FirstOrDefault(type => string.Equals(Folded(type), name, StringComparison.OrdinalIgnoreCase));
    }

    private static string Folded(string name) => string.Concat(name.Where(char.IsLetterOrDigit));
}
