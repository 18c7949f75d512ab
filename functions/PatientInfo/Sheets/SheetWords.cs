using Collaborations.Accounts;

namespace Collaborations.PatientInfo.Sheets;

/// <summary>The words of one language.</summary>
/// <param name="Patient">With <c>{name}</c>, <c>{birthDate}</c> and <c>{number}</c>.</param>
/// <param name="MadeBy">With <c>{time}</c>, <c>{zone}</c> and <c>{name}</c>.</param>
/// <param name="PageOf">With <c>{page}</c> and <c>{pages}</c>.</param>
/// <param name="NotShown">With <c>{letters}</c>.</param>
/// <param name="More">With <c>{shown}</c> and <c>{total}</c>.</param>
/// <param name="Unknown">In place of what is not on record.</param>
/// <param name="Titles">By kind.</param>
/// <param name="Nothing">By kind: that nothing is on record.</param>
/// <param name="Labels">Of fields and columns.</param>
/// <param name="Codes">Of FHIR's own code systems, such as active or mild.</param>
/// <param name="Languages">The names of the languages.</param>
public sealed record SheetWording(
    string Patient,
    string MadeBy,
    string PageOf,
    string NotShown,
    string More,
    string Unknown,
    IReadOnlyDictionary<PatientInfoKind, string> Titles,
    IReadOnlyDictionary<PatientInfoKind, string> Nothing,
    IReadOnlyDictionary<SheetLabel, string> Labels,
    IReadOnlyDictionary<string, string> Codes,
    IReadOnlyDictionary<Language, string> Languages);

/// <summary>What fields and columns are called; the keys of the files in Words/.</summary>
public enum SheetLabel
{
    FirstName,
    LastName,
    Number,
    BirthDate,
    Language,
    Email,
    Mobile,
    Landline,
    Field,
    Value,
    Substance,
    Reaction,
    Risk,
    Status,
    Since,
    Until,
    Problem,
    Severity,
    Medicine,
    Use,
    Date,
    Test,
    Result,
    UsualRange,
    Meaning,
    Vaccine,
    Lot,
    Dose,
    Procedure,
    Site,
    Outcome,
    Insurer,
    Plan,
    MemberNumber,
    Numbers,
    Period,
    AsNeeded,
    Prescribed,
    Reported,
}

/// <summary>The words of the PDFs in every language; embedded files of Words/.</summary>
public sealed class SheetWords
{
    private readonly IReadOnlyDictionary<Language, SheetWording> _all = EmbeddedWords.Read<SheetWording>("Collaborations.PatientInfo.Words");

    public SheetWording In(Language language) => _all[language];
}
