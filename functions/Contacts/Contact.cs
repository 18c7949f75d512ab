using Collaborations.Identifiers;

namespace Collaborations.Contacts;

/// <summary>An outside colleague in a practice's address book.</summary>
/// <param name="FirstName">Given name.</param>
/// <param name="LastName">Family name.</param>
/// <param name="Code">Short, upper case; no other contact of the practice has it, archived ones included.</param>
/// <param name="Type">A name of <see cref="ContactTypes"/>, or one that the practice added.</param>
/// <param name="Email">In its kept form (<see cref="Accounts.EmailAddress"/>).</param>
/// <param name="Phone">E.164; null where none is known.</param>
/// <param name="Organisation">Where they work; null where it is not known.</param>
/// <param name="Specialty">Null where there is none.</param>
/// <param name="Archived">Out of the lists, and found among the archived ones only.</param>
/// <param name="CreatedAt">Also the contact's place in the lists, so it never changes.</param>
/// <param name="ChangedAt">Of the last change.</param>
public sealed record Contact(
    string FirstName,
    string LastName,
    string Code,
    string Type,
    string Email,
    string? Phone,
    string? Organisation,
    string? Specialty,
    bool Archived,
    DateTimeOffset CreatedAt,
    DateTimeOffset ChangedAt)
{
    public string Name => $"{FirstName} {LastName}";
}

/// <summary>A contact of a list.</summary>
public sealed record ListedContact(ContactId Id, Contact Contact);
