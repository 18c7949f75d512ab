using System.Globalization;
using Azure.Communication;
using Azure.Communication.CallAutomation;
using Collaborations.Accounts;
using Collaborations.Identifiers;
using Collaborations.Telemetry;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.Options;

namespace Collaborations.Messaging;

/// <summary>Sends a code by text, or places the call that will speak it.</summary>
public sealed class CodeSender(
    TextSender texts, CallAutomationClient calls, Wordings wordings, SendStore sends, IOptions<CommunicationOptions> options)
{
    public const string HookKeyName = "key";
    public const string SendName = "send";

    /// <returns>False where the service does not take this number.</returns>
    /// <exception cref="Azure.RequestFailedException">The service does not answer.</exception>
    public Task<bool> SendTextAsync(
        SendId id, string process, string to, Language language, string practice, string code, CancellationToken cancellation)
    {
        var text = Wordings.Fill(wordings.In(language).CodeText, new Dictionary<string, string> { ["code"] = code, ["practice"] = practice });
        return texts.SendAsync(id, process, to, text, cancellation);
    }

    /// <summary>What is said is made when somebody answers, from the record: it is in no address and no event.</summary>
    /// <returns>False where nobody knows whether the call was placed.</returns>
    /// <exception cref="Azure.RequestFailedException">The service refused, or does not answer.</exception>
    public Task<bool> CallAsync(SendId id, string process, ChallengeId challenge, int sequence, string to, CancellationToken cancellation) =>
        sends.OnceAsync(
            id,
            new Send(process, challenge, sequence),
            () => SendTrace.AroundAsync(SendChannel.Call, id, kind: null, async () =>
            {
                var invite = new CallInvite(new PhoneNumberIdentifier(to), new PhoneNumberIdentifier(options.Value.PhoneNumber));
                var speech = options.Value.SpeechEndpoint is { } endpoint ? new CallIntelligenceOptions { CognitiveServicesEndpoint = endpoint } : null;
                await calls.CreateCallAsync(new CreateCallOptions(invite, Callback(id)) { CallIntelligenceOptions = speech }, cancellation);
                return true;
            }),
            cancellation);

    /// <summary>Twice, digit by digit, in the person's language.</summary>
    public async Task SpeakAsync(string connection, Language language, string practice, string code, CancellationToken cancellation)
    {
        var digits = string.Join(", ", code.Select(digit => digit.ToString(CultureInfo.InvariantCulture)));
        var words = Wordings.Fill(
            wordings.In(language).CodeSpoken, new Dictionary<string, string> { ["digits"] = digits, ["practice"] = practice });
        var source = new TextSource(words, Languages.SpeechLocale(language), VoiceKind.Female);
        await calls.GetCallConnection(connection).GetCallMedia().PlayToAllAsync(source, cancellation);
    }

    public Task HangUpAsync(string connection, CancellationToken cancellation) =>
        calls.GetCallConnection(connection).HangUpAsync(forEveryone: true, cancellation);

    private Uri Callback(SendId id) =>
        new(QueryHelpers.AddQueryString(
            new Uri(options.Value.PublicAddress!, "api/call-events").AbsoluteUri,
            new Dictionary<string, string?> { [SendName] = id.ToString(), [HookKeyName] = options.Value.HookKey }));
}
