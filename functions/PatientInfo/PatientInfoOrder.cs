using Collaborations.Identifiers;

namespace Collaborations.PatientInfo;

/// <summary>What is to be written down.</summary>
/// <param name="Practice">Whose record it is; its name and language are those of the PDF.</param>
/// <param name="Patient">Whom it is about.</param>
/// <param name="Kind">Which part of the record.</param>
/// <param name="By">The member whose name stands on it.</param>
public sealed record PatientInfoOrder(PracticeId Practice, PatientId Patient, PatientInfoKind Kind, MemberId By);
