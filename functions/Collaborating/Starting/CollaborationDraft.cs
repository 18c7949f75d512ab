using Collaborations.Identifiers;
using Collaborations.PatientInfo;

namespace Collaborations.Collaborating.Starting;

/// <summary>A collaboration as its page has it before it is started.</summary>
/// <param name="PatientId">Whose information.</param>
/// <param name="CaseId">Of which case; null for none.</param>
/// <param name="Email">That announces it, with its fields.</param>
/// <param name="Message">Never in the email.</param>
/// <param name="Contacts">To whom.</param>
/// <param name="PatientInfo">What of the record is written down.</param>
/// <param name="Files">Chosen from the libraries, or uploaded.</param>
public sealed record CollaborationDraft(
    PatientId PatientId,
    CaseId? CaseId,
    CollaborationEmail Email,
    string Message,
    IReadOnlyList<ContactId> Contacts,
    IReadOnlyList<PatientInfoKind> PatientInfo,
    IReadOnlyList<FileId> Files);

public sealed record ContactUnknown() : InvalidInput("contact-unknown", "contacts");

public sealed record ContactArchived() : InvalidInput("contact-archived", "contacts");

/// <summary>Who has the account of an address is the collaborator: two of one address would be one.</summary>
public sealed record AddressTwice() : InvalidInput("address-twice", "contacts");

public sealed record NobodyChosen() : InvalidInput("required", "contacts");

public sealed record TooManyContacts() : InvalidInput("too-many-contacts", "contacts");

public sealed record TooManyFiles() : InvalidInput("too-many-files", "files");

public sealed record FileNotThere() : InvalidInput("file-unknown", "files");

public sealed record CaseOfAnother() : InvalidInput("case-of-another-patient", "caseId");
