using Collaborations.Accounts;
using Collaborations.Http;
using Collaborations.Practices;
using Collaborations.Verification;

namespace Collaborations.Contacts;

public sealed record ContactTypeUnknown() : InvalidInput("contact-type-unknown", "type");

/// <summary>A contact as somebody typed them.</summary>
public sealed record ContactForm(
    string FirstName, string LastName, string? Code, string Type, string Email, string? Phone, string? Organisation, string? Specialty)
{
    /// <param name="practice">Whose countries and types count.</param>
    /// <param name="before">The contact that is changed; null for a new one.</param>
    /// <param name="now">The time of the change.</param>
    /// <returns>The contact, its code empty where one is to be suggested; or all that is wrong at once.</returns>
    public Result<Contact> Check(Practice practice, Contact? before, DateTimeOffset now)
    {
        var wrong = new List<InvalidInput>();
        var first = TypedText.Read(FirstName, "firstName", TypedText.LongestName, required: true, wrong);
        var last = TypedText.Read(LastName, "lastName", TypedText.LongestName, required: true, wrong);
        var code = ContactCodes.Read(Code, wrong);
        var email = EmailAddress.Read(Email, "email", required: true, wrong);
        var phone = PhoneNumber.ReadOptional(Phone, practice.Countries, "phone", wrong);
        var organisation = TypedText.Read(Organisation, "organisation", TypedText.LongestName, required: false, wrong);
        var specialty = TypedText.Read(Specialty, "specialty", TypedText.LongestName, required: false, wrong);

        // A type that the practice has taken out of its settings since stays with whoever has it.
        var type = ContactTypes.Find(Type, before is null ? practice.ContactTypes : practice.ContactTypes.Append(before.Type));
        if (type is null)
        {
            wrong.Add(new ContactTypeUnknown());
        }

        return wrong.Count == 0
            ? new Contact(
                first,
                last,
                code.Length > 0 ? code : before?.Code ?? string.Empty,
                type!,
                email!.Value,
                phone?.Value,
                Given(organisation),
                Given(specialty),
                before?.Archived ?? false,
                before?.CreatedAt ?? now,
                now)
            : new InvalidForm(wrong);
    }

    private static string? Given(string text) => text.Length > 0 ? text : null;
}
