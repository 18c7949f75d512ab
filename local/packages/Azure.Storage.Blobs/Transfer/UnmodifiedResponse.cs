namespace Azure.Storage.Blobs.Transfer;

/// <summary>
/// The answer 304 to a download under a condition: no failure, and no value. The caller sees the status, or finds <see cref="Response{T}.HasValue"/> false.
/// </summary>
internal sealed class UnmodifiedResponse<T>(Response response) : Response<T>
{
    public const int Status = 304;

    public override bool HasValue => false;

    public override T Value =>
        throw new InvalidOperationException("The condition specified using HTTP conditional header(s) is not met: the answer has no content.");

    public override Response GetRawResponse() => response;
}
