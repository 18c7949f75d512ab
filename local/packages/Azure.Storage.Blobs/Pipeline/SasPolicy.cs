using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Storage.Blobs.Pipeline;

/// <summary>
/// Puts a signature into each request's query. It is read anew for every try, so it can be renewed while requests are retried.
/// </summary>
internal sealed class SasPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var uri = message.Request.Uri;
        var signature = credential.Signature.TrimStart('?');
        if (message.TryGetProperty(typeof(SasPolicy), out var former) && former is string query)
        {
            uri.Query = query;
        }
        else
        {
            message.SetProperty(typeof(SasPolicy), uri.Query);
        }

        uri.Query = uri.Query.Length > 1 ? $"{uri.Query}&{signature}" : $"?{signature}";
    }
}
