using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>Puts the credential's present signature into the query of each try; a retry after an update carries the new one.</summary>
internal sealed class SharedAccessSignaturePolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    private const string AppendedKey = "Azure.Data.Tables.Signature";

    public override void OnSendingRequest(HttpMessage message)
    {
        var signature = credential.Signature.TrimStart('?');
        var uri = message.Request.Uri;
        var query = uri.Query.TrimStart('?');
        if (message.TryGetProperty(AppendedKey, out var earlier) && earlier is string appended)
        {
            query = query[..^appended.Length].TrimEnd('&');
        }

        uri.Query = query.Length == 0 ? signature : $"{query}&{signature}";
        message.SetProperty(AppendedKey, signature);
    }
}
