using Microsoft.Extensions.Options;

namespace Collaborations.Messaging;

/// <summary>Says at the start what is missing, in one sentence.</summary>
internal sealed class CommunicationValidation : IValidateOptions<CommunicationOptions>
{
    public ValidateOptionsResult Validate(string? name, CommunicationOptions options) =>
        options.Missing() is { } sentence ? ValidateOptionsResult.Fail(sentence) : ValidateOptionsResult.Success;
}
