using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Wire;

/// <summary>
/// Signs each try with the account's key, in the Shared Key Lite form of the Table service: the date, a line feed, and the
/// canonicalized resource ("Authorize with Shared Key", Table service).
/// </summary>
internal sealed class SharedKeyLitePolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        message.Request.Headers.SetValue("x-ms-date", date);
        var signature = credential.Sign($"{date}\n{Resource(message.Request.Uri.ToUri())}");
        message.Request.Headers.SetValue("Authorization", $"SharedKeyLite {credential.AccountName}:{signature}");
    }

    // The path as encoded on the wire after the account's name; of the query only "comp" counts.
    private string Resource(Uri address)
    {
        var component = address.Query.TrimStart('?').Split('&').FirstOrDefault(part => part.StartsWith("comp=", StringComparison.Ordinal));
        return $"/{credential.AccountName}{address.AbsolutePath}{(component is null ? string.Empty : $"?{component}")}";
    }
}
