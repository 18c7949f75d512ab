using Azure.Storage.Blobs.Models;

namespace Azure.Storage.Blobs.Pipeline;

/// <summary>Answers that mean: it is not there. Every other failure stays one.</summary>
internal static class Absence
{
    private const int NotFound = 404;

    public static bool OfContainer(Response response) =>
        response.Status == NotFound && StorageErrorParser.Code(response) is { } code && code == BlobErrorCode.ContainerNotFound;

    public static bool OfBlobOrContainer(Response response) =>
        response.Status == NotFound
        && StorageErrorParser.Code(response) is { } code
        && (code == BlobErrorCode.BlobNotFound || code == BlobErrorCode.ContainerNotFound);

    /// <summary>The same request; true where it succeeds, false where the answer says that what it was for is not there.</summary>
    public static StorageOperation<bool> OrFalse<T>(this StorageOperation<T> operation, Func<Response, bool> isAbsent) =>
        operation.To(response => response.Status < 400, isAbsent);
}
