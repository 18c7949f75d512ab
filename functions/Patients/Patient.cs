using Collaborations.Accounts;
using Collaborations.Identifiers;

namespace Collaborations.Patients;

/// <summary>A person in a practice's directory.</summary>
/// <param name="FirstName">Given name.</param>
/// <param name="LastName">Family name.</param>
/// <param name="Code">The practice's own number for the person.</param>
/// <param name="BirthDate">Asked for when the person registers.</param>
/// <param name="Email">Null where none is known.</param>
/// <param name="Mobile">E.164.</param>
/// <param name="Landline">E.164.</param>
/// <param name="Language">Of what is sent before the person has chosen.</param>
/// <param name="Account">Null until the person has registered.</param>
public sealed record Patient(
    string FirstName,
    string LastName,
    string Code,
    DateOnly? BirthDate,
    string? Email,
    string? Mobile,
    string? Landline,
    Language Language,
    AccountId? Account)
{
    public string Name => $"{FirstName} {LastName}";
}

/// <summary>What lists show.</summary>
public sealed record PatientSummary(PatientId PatientId, string Name, string Code, DateOnly? BirthDate)
{
    public static PatientSummary Of(PatientId id, Patient patient) => new(id, patient.Name, patient.Code, patient.BirthDate);
}
