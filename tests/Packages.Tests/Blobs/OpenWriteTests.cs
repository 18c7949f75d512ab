using Azure;
using Azure.Storage.Blobs.Models;

namespace Packages.Tests.Blobs;

[Collection(BlobServiceCollection.Name)]
public sealed class OpenWriteTests(BlobService service)
{
    private static readonly byte[] Content = ForwardStream.Bytes(2500);

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task WrittenInAnyPortions_IsWhatWasWritten(bool wait)
    {
        var blob = await service.NewBlockBlobAsync();
        var heard = new Progress();
        var options = new BlockBlobOpenWriteOptions
        {
            BufferSize = 1000,
            ProgressHandler = heard,
            HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" },
        };
        await WriteAsync(wait ? await blob.OpenWriteAsync(overwrite: true, options) : blob.OpenWrite(overwrite: true, options), wait);
        var got = (await blob.DownloadContentAsync()).Value;
        Assert.Equal(Content, got.Content.ToArray());
        Assert.Equal("text/plain", got.Details.ContentType);
        Assert.Equal([1000, 1000, 500], (await blob.GetBlockListAsync()).Value.CommittedBlocks.Select(block => block.Size));
        Assert.Equal((2500, 3), (heard.Last, heard.Count));
    }

    [Fact]
    public async Task Opened_IsThereAndEmpty_AndGrowsWithEachFlush()
    {
        var blob = await service.NewBlockBlobAsync();
        await blob.UploadAsync(new MemoryStream([9]), options: null);
        await using (var stream = await blob.OpenWriteAsync(overwrite: true))
        {
            Assert.Equal(0, (await blob.GetPropertiesAsync()).Value.ContentLength);
            await stream.WriteAsync(Content.AsMemory(0, 10));
            Assert.Equal(0, (await blob.GetPropertiesAsync()).Value.ContentLength);
            await stream.FlushAsync();
            Assert.Equal(10, (await blob.GetPropertiesAsync()).Value.ContentLength);
            await stream.WriteAsync(Content.AsMemory(10));
        }

        Assert.Equal(Content, (await blob.DownloadContentAsync()).Value.Content.ToArray());
    }

    [Fact]
    public async Task OpenedByAnother_IsRefusedToTheFirst()
    {
        var blob = await service.NewBlockBlobAsync();
        var first = await blob.OpenWriteAsync(overwrite: true);
        await first.WriteAsync(Content);
        await using (var second = await blob.OpenWriteAsync(overwrite: true))
        {
            await second.WriteAsync(Content.AsMemory(0, 3));
        }

        var refused = await Assert.ThrowsAsync<RequestFailedException>(() => first.DisposeAsync().AsTask());
        Assert.Equal(412, refused.Status);
        Assert.Equal(3, (await blob.GetPropertiesAsync()).Value.ContentLength);
        await Assert.ThrowsAsync<ObjectDisposedException>(() => first.WriteAsync(Content).AsTask());
    }

    [Fact]
    public async Task WithoutOverwriting_OrUnderAConditionThatDoesNotHold_IsRefused()
    {
        var blob = await service.NewBlockBlobAsync();
        await Assert.ThrowsAsync<ArgumentException>(() => blob.OpenWriteAsync(overwrite: false));
        await blob.UploadAsync(new MemoryStream([9]), options: null);
        var options = new BlockBlobOpenWriteOptions { OpenConditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
        await Refused.AsAsync(409, BlobErrorCode.BlobAlreadyExists, () => blob.OpenWriteAsync(overwrite: true, options));
    }

    private static async Task WriteAsync(Stream stream, bool wait)
    {
        foreach (var portion in Content.Chunk(700))
        {
            if (wait)
            {
                await stream.WriteAsync(portion);
            }
            else
            {
                stream.Write(portion, 0, portion.Length);
            }
        }

        if (wait)
        {
            await stream.DisposeAsync();
        }
        else
        {
            stream.Dispose();
        }
    }
}
