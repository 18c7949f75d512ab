namespace Collaborations.Fhir.Reading;

/// <summary>Why something was not taken. Stable: pages choose their sentence by them.</summary>
public static class Reasons
{
    /// <summary>The file is no JSON, or none from the named byte on; what came before is kept.</summary>
    public const string NotJson = "not-json";

    /// <summary>The file is some other resource, or none.</summary>
    public const string NotABundle = "not-a-bundle";

    /// <summary>A history, a message or an answer is not to be taken in.</summary>
    public const string BundleTypeNotTaken = "bundle-type-not-taken";

    /// <summary>Not R4.</summary>
    public const string VersionNotTaken = "fhir-version-not-taken";

    public const string EntryTooLarge = "entry-too-large";

    public const string ResourceMissing = "resource-missing";

    /// <summary>An entry that asks a server to delete or to look.</summary>
    public const string RequestNotTaken = "request-not-taken";

    public const string ResourceNotUnderstood = "resource-not-understood";

    /// <summary>Nothing to know it by when it comes again.</summary>
    public const string IdentifierMissing = "identifier-missing";

    /// <summary>Its identifiers are of two patients of the practice.</summary>
    public const string IdentifiersOfTwo = "identifiers-of-two-patients";

    /// <summary>Its identifier names no system, and here it belongs to somebody of another name and birth date.</summary>
    public const string AnotherPerson = "identifier-of-another-person";

    /// <summary>The same patient was in the bundle before.</summary>
    public const string PatientTwice = "patient-twice";

    public const string ResourceTwice = "resource-twice";

    /// <summary>Something that R4 asks for, or without which it says nothing.</summary>
    public const string ElementMissing = "element-missing";

    /// <summary>Something of a kind that it cannot be; left out.</summary>
    public const string ElementMalformed = "element-malformed";

    /// <summary>A date that is none; left out.</summary>
    public const string DateMalformed = "date-malformed";

    /// <summary>A year or a month where a day is needed; left out.</summary>
    public const string DateIncomplete = "date-incomplete";

    public const string ReferenceToNothing = "reference-to-nothing";

    /// <summary>It is left out, or the entry where nothing else is in it.</summary>
    public const string AttachmentTooLarge = "attachment-too-large";

    public const string AttachmentTypeNotTaken = "attachment-type-not-taken";

    /// <summary>Its content is somewhere else, where this does not look.</summary>
    public const string AttachmentElsewhere = "attachment-elsewhere";

    /// <summary>Kept, and held back: it is not what it says, or a scanner would not let it pass.</summary>
    public const string AttachmentHeldBack = "attachment-held-back";

    /// <summary>A later version is here already.</summary>
    public const string Older = "older-than-kept";

    /// <summary>Elements that are read and have no place here.</summary>
    public const string ElementsNotKept = "elements-not-kept";

    public const string RecordTooLarge = "record-too-large";
}
