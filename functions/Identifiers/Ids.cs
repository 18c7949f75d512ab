using System.Text.Json.Serialization;

namespace Collaborations.Identifiers;

/// <summary>A clinic; the tenant.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct PracticeId(Guid Value) : IIdentifier<PracticeId>
{
    public static PracticeId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>Somebody who signs in.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct AccountId(Guid Value) : IIdentifier<AccountId>
{
    public static AccountId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>A doctor or staff of one practice, registered or not.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct MemberId(Guid Value) : IIdentifier<MemberId>
{
    public static MemberId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>A person in one practice's directory.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct PatientId(Guid Value) : IIdentifier<PatientId>
{
    public static PatientId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>The room for one patient's matter.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct CaseId(Guid Value) : IIdentifier<CaseId>
{
    public static CaseId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>A conversation.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct ThreadId(Guid Value) : IIdentifier<ThreadId>
{
    public static ThreadId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>One message of a conversation.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct MessageId(Guid Value) : IIdentifier<MessageId>
{
    public static MessageId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>One uploaded file.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct FileId(Guid Value) : IIdentifier<FileId>
{
    public static FileId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>An invitation and the registration behind it.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct InvitationId(Guid Value) : IIdentifier<InvitationId>
{
    public static InvitationId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>One device that is signed in.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct SessionId(Guid Value) : IIdentifier<SessionId>
{
    public static SessionId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>One proof by a code that was sent.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct ChallengeId(Guid Value) : IIdentifier<ChallengeId>
{
    public static ChallengeId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>One forgotten password.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct ResetId(Guid Value) : IIdentifier<ResetId>
{
    public static ResetId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>One telephone number of a person.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct PhoneId(Guid Value) : IIdentifier<PhoneId>
{
    public static PhoneId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>One email, text or call.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct SendId(Guid Value) : IIdentifier<SendId>
{
    public static SendId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>One proof, by a telephone, of who somebody is who has an account.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct ProofId(Guid Value) : IIdentifier<ProofId>
{
    public static ProofId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>An outside colleague in a practice's address book.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct ContactId(Guid Value) : IIdentifier<ContactId>
{
    public static ContactId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>A numbered share with outside colleagues.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct CollaborationId(Guid Value) : IIdentifier<CollaborationId>
{
    public static CollaborationId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>One bundle that was brought in.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct ImportId(Guid Value) : IIdentifier<ImportId>
{
    public static ImportId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>One bundle that was made.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct ExportId(Guid Value) : IIdentifier<ExportId>
{
    public static ExportId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>A passkey of an account.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct PasskeyId(Guid Value) : IIdentifier<PasskeyId>
{
    public static PasskeyId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}

/// <summary>One zip that somebody asked for.</summary>
[JsonConverter(typeof(IdentifierJsonConverterFactory))]
public readonly record struct ArchiveId(Guid Value) : IIdentifier<ArchiveId>
{
    public static ArchiveId From(Guid value) => new(value);

    public override string ToString() => Identifier.Text(this);
}
