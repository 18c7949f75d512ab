using System.Globalization;
using Collaborations.Files;
using Collaborations.Http;

namespace Collaborations.Documents;

public sealed record DocumentDateNotPossible() : InvalidInput("document-date-not-possible", "date");

public sealed record ShelfNotHere() : InvalidInput("shelf-not-here", "shelf");

/// <summary>What a member says about a document.</summary>
/// <param name="Title">In one line.</param>
/// <param name="Date">Of the letter or the picture, as exactly as it is known: a year, a month or a day; null where it is not known.</param>
public sealed record DocumentForm(string Title, string? Date)
{
    private const int LongestTitle = 200;
    private const int OldestYear = 1900;

    private static readonly string[] DateForms = ["yyyy-MM-dd", "yyyy-MM", "yyyy"];

    /// <returns>The document with this title and date, or all that is wrong at once.</returns>
    public Result<Document> Apply(Document document, DateOnly today)
    {
        var wrong = new List<InvalidInput>();
        var title = TypedText.Read(Title, "title", LongestTitle, required: true, wrong);

        // Tomorrow is today already for half of the world. What another system dated stays as it is.
        if (Date is { } date
            && date != document.Date
            && !(DateOnly.TryParseExact(date, DateForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out var first)
                && first.Year >= OldestYear
                && first <= today.AddDays(1)))
        {
            wrong.Add(new DocumentDateNotPossible());
        }

        return wrong.Count == 0
            ? document with { Title = title, Date = Date }
            : new InvalidForm(wrong);
    }
}

/// <summary>A document that somebody is about to upload.</summary>
/// <param name="Shelf">Where it is to stand.</param>
/// <param name="Title">Null for the name of the file.</param>
/// <param name="Date">As in <see cref="DocumentForm"/>.</param>
/// <param name="Name">Of the file.</param>
/// <param name="Size">Bytes.</param>
/// <param name="ContentType">As the browser calls it.</param>
public sealed record NewDocumentForm(Shelf Shelf, string? Title, string? Date, string Name, long Size, string? ContentType)
{
    public FileForm File => new(Name, Size, ContentType);

    public Result<Document> Check(LibraryPlace place, DateOnly today)
    {
        if (Shelf == Shelf.Education != place.Patient is null)
        {
            return new ShelfNotHere();
        }

        var title = string.IsNullOrWhiteSpace(Title) ? Path.GetFileNameWithoutExtension(Name.Split('/', '\\')[^1]) : Title;
        return new DocumentForm(title, Date).Apply(new Document(Shelf, string.Empty, null, Arrived: false, Imported: false, RemovedAt: null), today);
    }
}
