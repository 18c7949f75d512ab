using System.Xml;
using System.Xml.Linq;

namespace Local.Host.Outbox;

/// <summary>The body that makes a call, as far as it is played out here.</summary>
internal sealed record CreateCallRequest(
    IReadOnlyList<CallParty>? Targets,
    PhoneParty? SourceCallerIdNumber,
    string? SourceDisplayName,
    UserParty? Source,
    string? OperationContext,
    string? CallbackUri)
{
    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Fault() => this switch
    {
        { Targets: null or { Count: not 1 } } => "targets must name one party; group calls are not played out here.",
        _ when string.IsNullOrEmpty(Targets[0].Address()) => "The target is neither a number nor a user.",
        { SourceCallerIdNumber.Value: null or "" } or { SourceCallerIdNumber: null } when Targets[0].PhoneNumber is not null =>
            "A call to a number needs sourceCallerIdNumber.",
        _ when !CallbackAddress.IsAllowed(CallbackUri) => "callbackUri must be an https address, or an http address of this machine.",
        _ => null,
    };
}

internal static class CallbackAddress
{
    /// <summary>The service takes https only; on one machine the host itself is reached by http.</summary>
    public static bool IsAllowed(string? text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));
}

/// <summary>The body that plays something into a call.</summary>
internal sealed record PlayRequest(
    IReadOnlyList<PlaySource>? PlaySources,
    PlaySettings? PlayOptions,
    string? OperationContext,
    string? OperationCallbackUri)
{
    /// <summary>What is wrong with it; null where nothing is.</summary>
    public string? Fault() => this switch
    {
        { PlaySources: null or { Count: 0 } } => "playSources is missing.",
        _ when PlaySources.Any(source => source.Words() is null) => "A source is no text and no well-formed SSML.",
        { OperationCallbackUri: { } uri } when !CallbackAddress.IsAllowed(uri) => "operationCallbackUri is not allowed, as callbackUri.",
        _ => null,
    };

    /// <summary>What is heard: each source on its own line.</summary>
    public string Spoken() => string.Join('\n', PlaySources!.Select(source => source.Words()));
}

internal sealed record PlaySettings(bool Loop);

internal sealed record PlaySource(string? Kind, SpokenText? Text, SpokenSsml? Ssml)
{
    /// <summary>The words alone; null where the source has none that can be read.</summary>
    public string? Words() => this switch
    {
        { Kind: "text", Text.Text: { } text } => text,
        { Kind: "ssml", Ssml.SsmlText: { } ssml } => Plain(ssml),
        _ => null,
    };

    private static string? Plain(string ssml)
    {
        try
        {
            // The reader of XDocument takes no document type, so no entity can point elsewhere.
            using var reader = XmlReader.Create(new StringReader(ssml), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit });
            var words = XDocument.Load(reader).DescendantNodes().OfType<XText>().Select(node => node.Value.Trim());
            return string.Join(' ', words.Where(word => word.Length > 0));
        }
        catch (XmlException)
        {
            // Not well-formed: the caller refuses the request.
            return null;
        }
    }
}

internal sealed record SpokenText(string? Text);

internal sealed record SpokenSsml(string? SsmlText);
