using System.Text.Json.Serialization;

namespace Local.Host.Outbox;

/// <summary>What one receiver saw or heard. A part that the kind does not have is null.</summary>
/// <param name="Id">Unique, and the same after a restart.</param>
/// <param name="Kind">How it came: <c>email</c>, <c>text</c> or <c>call</c>.</param>
/// <param name="To">The one address or number.</param>
/// <param name="At">When the service took it, UTC.</param>
/// <param name="Subject">Of an email.</param>
/// <param name="Text">The plain body of an email, or the text.</param>
/// <param name="Html">The HTML body of an email.</param>
/// <param name="Spoken">What was said in a call; null where it was not answered or nothing was said.</param>
internal sealed record OutboxMessage(
    string Id,
    string Kind,
    string To,
    DateTime At,
    string? Subject = null,
    string? Text = null,
    string? Html = null,
    string? Spoken = null)
{
    public const string Email = "email";
    public const string TextKind = "text";
    public const string Call = "call";
}

/// <summary>One line of the file: a message, and what the service needs to answer a repeated request.</summary>
/// <param name="Message">What is shown.</param>
/// <param name="Outcome">What became of it.</param>
/// <param name="Key">Of the request, where the client gave one; a request with a key that is known is not carried out again.</param>
/// <param name="Reference">The id under which the service answered.</param>
internal sealed record OutboxRecord(OutboxMessage Message, Outcome Outcome = Outcome.Delivered, string? Key = null, string? Reference = null);

[JsonConverter(typeof(JsonStringEnumConverter<Outcome>))]
internal enum Outcome
{
    Delivered,
    Bounced,
    Suppressed,
    Failed,
    Refused,
    Unanswered,
    Busy,
    Mute,
}
