using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs.Models;

namespace Packages.Tests.Blobs;

public static class DownloadTests
{
    [Collection(BlobServiceCollection.Name)]
    public sealed class Content(BlobService service)
    {
        [Fact]
        public async Task Blob_ComesWithItsDetails()
        {
            var blob = await service.NewBlobAsync();
            await blob.SetMetadataAsync(new Dictionary<string, string> { ["a"] = "1" });
            var answer = (await blob.DownloadContentAsync()).Value;
            var properties = (await blob.GetPropertiesAsync()).Value;
            Assert.Equal("hello", answer.Content.ToString());
            Assert.Equal(5, answer.Details.ContentLength);
            Assert.Equal(MD5.HashData("hello"u8), answer.Details.ContentHash);
            Assert.Equal("application/octet-stream", answer.Details.ContentType);
            Assert.Equal(properties.ETag, answer.Details.ETag);
            Assert.Equal(properties.LastModified, answer.Details.LastModified);
            Assert.Equal("1", answer.Details.Metadata["A"]);
            Assert.Equal((BlobType.Block, "bytes"), (answer.Details.BlobType, answer.Details.AcceptRanges));
            Assert.Null(answer.Details.ContentRange);
        }

        [Theory]
        [InlineData(0, 2L, "he", "bytes 0-1/5")]
        [InlineData(1, 3L, "ell", "bytes 1-3/5")]
        [InlineData(3, 100L, "lo", "bytes 3-4/5")]
        [InlineData(2, null, "llo", "bytes 2-4/5")]
        public async Task Range_IsWhatIsAnswered(long offset, long? length, string expected, string contentRange)
        {
            var blob = await service.NewBlobAsync();
            var answer = await blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(offset, length) });
            Assert.Equal(206, answer.GetRawResponse().Status);
            Assert.Equal(expected, answer.Value.Content.ToString());
            Assert.Equal(contentRange, answer.Value.Details.ContentRange);
            Assert.Equal(expected.Length, answer.Value.Details.ContentLength);
            var same = blob.DownloadContent(new BlobDownloadOptions { Range = new HttpRange(offset, length) });
            Assert.Equal(expected, same.Value.Content.ToString());
        }

        [Fact]
        public async Task RangeBehindTheEnd_IsRefused()
        {
            var blob = await service.NewBlobAsync();
            await Refused.AsAsync(
                416, BlobErrorCode.InvalidRange, () => blob.DownloadContentAsync(new BlobDownloadOptions { Range = new HttpRange(9, 1) }));
        }

        [Fact]
        public async Task NoSuchBlob_IsRefusedWithTheServicesWords()
        {
            var blob = (await service.NewContainerAsync()).GetBlobClient("none");
            var error = await Assert.ThrowsAsync<RequestFailedException>(() => blob.DownloadContentAsync());
            Assert.Equal((404, "BlobNotFound"), (error.Status, error.ErrorCode));
            Assert.StartsWith("The specified blob does not exist.", error.Message, StringComparison.Ordinal);
            Refused.As(404, BlobErrorCode.BlobNotFound, () => blob.DownloadContent());
        }

        [Fact]
        public async Task Progress_EndsAtTheLength()
        {
            var blob = await service.NewBlobAsync(new string('x', 300_000));
            var heard = new Progress();
            await blob.DownloadContentAsync(new BlobDownloadOptions { ProgressHandler = heard });
            Assert.Equal(300_000, heard.Last);
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class Streaming(BlobService service)
    {
        [Fact]
        public async Task Range_CanCarryItsOwnHash()
        {
            var blob = await service.NewBlobAsync();
            using var answer = (await blob.DownloadStreamingAsync(new HttpRange(1, 3), null, rangeGetContentHash: true, default)).Value;
            using var reader = new StreamReader(answer.Content);
            Assert.Equal("ell", await reader.ReadToEndAsync());
            Assert.Equal(MD5.HashData("ell"u8), answer.Details.ContentHash);
            Assert.Equal(MD5.HashData("hello"u8), answer.Details.BlobContentHash);
            using var same = blob.DownloadStreaming(new HttpRange(1, 3), null, rangeGetContentHash: true, default).Value;
            Assert.Equal(MD5.HashData("ell"u8), same.Details.ContentHash);
        }

        [Fact]
        public async Task Stream_KnowsItsLengthAndIsReadOnce()
        {
            var blob = await service.NewBlobAsync();
            using var answer = (await blob.DownloadStreamingAsync()).Value;
            var stream = answer.Content;
            Assert.Equal((5, 0), (stream.Length, stream.Position));
            Assert.True(stream is { CanRead: true, CanSeek: false, CanWrite: false });
            Assert.Equal(5, await stream.ReadAsync(new byte[10].AsMemory(0, 10)));
            Assert.Equal(0, await stream.ReadAsync(new byte[10], 0, 10));
            Assert.Equal(5, stream.Position);
            Assert.Throws<NotSupportedException>(() => stream.Seek(0, SeekOrigin.Begin));
            Assert.Throws<NotSupportedException>(() => stream.Position = 0);
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class ToStream(BlobService service)
    {
        [Theory]
        [InlineData(1, 1, 1)]
        [InlineData(2, 3, 2)]
        [InlineData(4, 2, 8)]
        [InlineData(100, 1, 1)]
        public async Task Ranges_AreWrittenInOrder(int first, int rest, int concurrency)
        {
            var text = string.Concat(Enumerable.Range(0, 20).Select(number => (char)('a' + number)));
            var blob = await service.NewBlobAsync(text);
            var heard = new Progress();
            var options = new BlobDownloadToOptions
            {
                ProgressHandler = heard,
                TransferOptions = new StorageTransferOptions
                {
                    InitialTransferSize = first,
                    MaximumTransferSize = rest,
                    MaximumConcurrency = concurrency,
                },
            };
            using var copy = new MemoryStream();
            await blob.DownloadToAsync(copy, options);
            Assert.Equal(text, Encoding.UTF8.GetString(copy.ToArray()));
            Assert.Equal(20, heard.Last);

            using var same = new MemoryStream();
            blob.DownloadTo(same, options);
            Assert.Equal(text, Encoding.UTF8.GetString(same.ToArray()));
        }

        [Fact]
        public async Task ConditionThatFails_WritesNothing()
        {
            var blob = await service.NewBlobAsync();
            using var copy = new MemoryStream();
            await Refused.AsAsync(412, BlobErrorCode.ConditionNotMet, () =>
                blob.DownloadToAsync(copy, new BlobDownloadToOptions { Conditions = new BlobRequestConditions { IfMatch = new ETag("\"0x1\"") } }));
            Assert.Equal(0, copy.Length);
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class OpenRead(BlobService service)
    {
        [Fact]
        public async Task Stream_ReadsByPortionsFromAnyPlace()
        {
            var blob = await service.NewBlobAsync("0123456789");
            await using var stream = await blob.OpenReadAsync(new BlobOpenReadOptions(allowModifications: false) { BufferSize = 4, Position = 3 });
            Assert.Equal((10, 3), (stream.Length, stream.Position));
            using var reader = new StreamReader(stream, leaveOpen: true);
            Assert.Equal("3456789", await reader.ReadToEndAsync());
            Assert.Equal(0, await stream.ReadAsync(new byte[1]));

            stream.Seek(-2, SeekOrigin.End);
            Assert.Equal('8', stream.ReadByte());
            stream.Position = 1;
            Assert.Equal('1', stream.ReadByte());
            stream.Seek(2, SeekOrigin.Current);
            Assert.Equal('4', stream.ReadByte());
            Assert.Throws<ArgumentOutOfRangeException>(() => stream.Seek(-1, SeekOrigin.Begin));
        }

        [Fact]
        public async Task OverwrittenBlob_StopsTheReader()
        {
            var blob = await service.NewBlobAsync("0123456789");
            await using var stream = await blob.OpenReadAsync(bufferSize: 2);
            Assert.Equal(2, await stream.ReadAsync(new byte[2]));
            await blob.UploadAsync(BinaryData.FromString("abcdefghijkl"), overwrite: true);
            await Refused.AsAsync(412, BlobErrorCode.ConditionNotMet, async () => await stream.ReadAsync(new byte[2]));
        }

        [Fact]
        public async Task OverwrittenBlob_IsReadOnWhereThatIsAllowed()
        {
            var blob = await service.NewBlobAsync("0123456789");
            await using var stream = blob.OpenRead(allowBlobModifications: true, bufferSize: 2);
            Assert.Equal(2, stream.Read(new byte[2]));
            await blob.UploadAsync(BinaryData.FromString("abcdefghijkl"), overwrite: true);
            using var reader = new StreamReader(stream);
            Assert.Equal("cdefghijkl", await reader.ReadToEndAsync());
        }

        [Fact]
        public async Task NoSuchBlob_IsRefused()
        {
            var blob = (await service.NewContainerAsync()).GetBlobClient("none");
            await Refused.AsAsync(404, BlobErrorCode.BlobNotFound, () => blob.OpenReadAsync());
            Refused.As(404, BlobErrorCode.BlobNotFound, () => blob.OpenRead(new BlobOpenReadOptions(allowModifications: true)));
        }
    }
}
