using Azure.Core;

namespace Azure.Data.Tables.Wire;

/// <summary>One failing status is an answer, not an error: for <see cref="Response.IsError"/>, logs and traces.</summary>
internal sealed class ToleratedStatusClassifier(int status) : ResponseClassifier
{
    public override bool IsErrorResponse(HttpMessage message) => message.Response.Status != status && base.IsErrorResponse(message);
}
