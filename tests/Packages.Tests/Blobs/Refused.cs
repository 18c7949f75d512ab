using Azure;
using Azure.Storage.Blobs.Models;

namespace Packages.Tests.Blobs;

/// <summary>A request that must fail as the service documents it.</summary>
public static class Refused
{
    public static async Task AsAsync(int status, BlobErrorCode code, Func<Task> request) =>
        Check(status, code, await Assert.ThrowsAsync<RequestFailedException>(request));

    public static void As(int status, BlobErrorCode code, Func<object?> request) =>
        Check(status, code, Assert.Throws<RequestFailedException>(request));

    private static void Check(int status, BlobErrorCode code, RequestFailedException error)
    {
        Assert.Equal((status, code.ToString()), (error.Status, error.ErrorCode));
        Assert.True(error.ErrorCode == code);
    }
}
