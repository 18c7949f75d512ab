using Collaborations.Identifiers;

namespace Collaborations.Contacts;

/// <summary>
/// A contact as members see it, with the others that have the same address, archived ones included: pointed out and not refused, because the
/// people of one front desk share one.
/// </summary>
public sealed record ContactAnswer(
    ContactId ContactId,
    string FirstName,
    string LastName,
    string Code,
    string Type,
    string Email,
    string? Phone,
    string? Organisation,
    string? Specialty,
    bool Archived,
    DateTimeOffset ChangedAt,
    IReadOnlyList<ContactId> SameEmail)
{
    public static ContactAnswer Of(ContactId id, Contact contact, IEnumerable<ContactId> withEmail) => new(
        id,
        contact.FirstName,
        contact.LastName,
        contact.Code,
        contact.Type,
        contact.Email,
        contact.Phone,
        contact.Organisation,
        contact.Specialty,
        contact.Archived,
        contact.ChangedAt,
        [.. withEmail.Where(other => other != id)]);
}

/// <summary>One contact, and the version to name when it is changed.</summary>
public sealed record OpenedContact(ContactAnswer Contact, string Version);

/// <param name="Contacts">The latest first.</param>
/// <param name="Cursor">Null where there are no more.</param>
/// <param name="Types">The practice's own.</param>
public sealed record ContactList(IReadOnlyList<ContactAnswer> Contacts, string? Cursor, IReadOnlyList<string> Types);

/// <param name="Code">In the form in which it would be kept.</param>
/// <param name="Free">Whether no other contact has it.</param>
/// <param name="Suggestion">A code that is free, made of the name; null where no name was given.</param>
public sealed record CodeAvailability(string Code, bool Free, string? Suggestion);
