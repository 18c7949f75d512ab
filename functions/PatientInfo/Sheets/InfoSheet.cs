using System.Security.Cryptography;
using System.Text.Json;
using Collaborations.Accounts;

namespace Collaborations.PatientInfo.Sheets;

/// <summary>A column of a table.</summary>
/// <param name="Heading">Repeated on every page.</param>
/// <param name="Share">Of the width, beside the shares of the others.</param>
public sealed record InfoColumn(string Heading, int Share);

/// <summary>Everything that stands on one PDF, in words.</summary>
/// <param name="Language">Of the words.</param>
/// <param name="Title">Of the kind.</param>
/// <param name="Practice">Its name.</param>
/// <param name="Patient">One line: name, birth date, number.</param>
/// <param name="MadeBy">One line: when and by whom it was made.</param>
/// <param name="MadeAt">When.</param>
/// <param name="IsLetter">Whether the paper is that of North America (8.5 by 11 inches); otherwise A4.</param>
/// <param name="Columns">Of the table.</param>
/// <param name="Rows">A cell for each column; a cell may have several lines.</param>
/// <param name="Remarks">Sentences under the table: that nothing is on record, or that there is more than is shown.</param>
/// <param name="PageOf">With <c>{page}</c> and <c>{pages}</c>.</param>
/// <param name="NotShown">With <c>{letters}</c>: said where the fonts lack some.</param>
public sealed record InfoSheet(
    Language Language,
    string Title,
    string Practice,
    string Patient,
    string MadeBy,
    DateTimeOffset MadeAt,
    bool IsLetter,
    IReadOnlyList<InfoColumn> Columns,
    IReadOnlyList<IReadOnlyList<string>> Rows,
    IReadOnlyList<string> Remarks,
    string PageOf,
    string NotShown)
{
    /// <returns>SHA-256, in hexadecimal, over whose it is and what is on record, whenever and by whomever it was made.</returns>
    public string Digest() =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Title, Patient, Columns, Rows, Remarks })));
}
