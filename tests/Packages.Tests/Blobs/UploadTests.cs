using System.Security.Cryptography;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Packages.Tests.Blobs;

public static class UploadTests
{
    private static MemoryStream Text(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    [Collection(BlobServiceCollection.Name)]
    public sealed class Upload(BlobService service)
    {
        [Fact]
        public async Task NewBlob_IsStoredWithHeadersMetadataTagsAndTier()
        {
            var blob = (await service.NewContainerAsync()).GetBlobClient("b");
            var options = new BlobUploadOptions
            {
                HttpHeaders = new BlobHttpHeaders
                {
                    ContentType = "text/plain; charset=utf-8",
                    CacheControl = "no-store",
                    ContentDisposition = "attachment; filename=\"x y.txt\"",
                    ContentEncoding = "identity",
                    ContentLanguage = "de-AT",
                },
                Metadata = new Dictionary<string, string> { ["Purpose"] = "scan" },
                Tags = new Dictionary<string, string> { ["state"] = "open", ["ward 7"] = "a+b=c" },
                AccessTier = AccessTier.Cool,
            };
            var uploaded = await blob.UploadAsync(Text("hello"), options);
            var stored = (await blob.GetPropertiesAsync()).Value;
            Assert.Equal(201, uploaded.GetRawResponse().Status);
            Assert.Equal(MD5.HashData("hello"u8), uploaded.Value.ContentHash);
            Assert.Equal(uploaded.Value.ETag, stored.ETag);
            Assert.Equal(5, stored.ContentLength);
            Assert.Equal(MD5.HashData("hello"u8), stored.ContentHash);
            Assert.Equal("text/plain; charset=utf-8", stored.ContentType);
            Assert.Equal("no-store", stored.CacheControl);
            Assert.Equal("attachment; filename=\"x y.txt\"", stored.ContentDisposition);
            Assert.Equal("identity", stored.ContentEncoding);
            Assert.Equal("de-AT", stored.ContentLanguage);
            Assert.Equal("scan", stored.Metadata["purpose"]);
            Assert.Equal((BlobType.Block, "Cool", 2), (stored.BlobType, stored.AccessTier, stored.TagCount));
            Assert.Equal(options.Tags, (await blob.GetTagsAsync()).Value.Tags);
        }

        [Fact]
        public async Task WithoutOptions_NeverOverwrites()
        {
            var blob = await service.NewBlobAsync();
            await Refused.AsAsync(409, BlobErrorCode.BlobAlreadyExists, () => blob.UploadAsync(Text("other")));
            await Refused.AsAsync(409, BlobErrorCode.BlobAlreadyExists, () => blob.UploadAsync(BinaryData.FromString("other"), CancellationToken.None));
            Refused.As(409, BlobErrorCode.BlobAlreadyExists, () => blob.Upload(Text("other"), overwrite: false));
            var container = blob.GetParentBlobContainerClient();
            Refused.As(409, BlobErrorCode.BlobAlreadyExists, () => container.UploadBlob("blob", Text("other")));
            Refused.As(409, BlobErrorCode.BlobAlreadyExists, () => container.UploadBlob("blob", BinaryData.FromString("other")));
            Assert.Equal("hello", blob.DownloadContent().Value.Content.ToString());
        }

        [Fact]
        public async Task WithOverwrite_Replaces()
        {
            var blob = await service.NewBlobAsync();
            await blob.UploadAsync(Text("second"), overwrite: true);
            Assert.Equal("second", (await blob.DownloadContentAsync()).Value.Content.ToString());
            blob.Upload(BinaryData.FromString("third"), overwrite: true);
            Assert.Equal("third", (await blob.DownloadContentAsync()).Value.Content.ToString());
            await blob.UploadAsync(BinaryData.FromString("fourth"), new BlobUploadOptions());
            Assert.Equal("fourth", (await blob.DownloadContentAsync()).Value.Content.ToString());
        }

        [Fact]
        public async Task StreamInTheMiddle_IsSentFromThere()
        {
            var blob = (await service.NewContainerAsync()).GetBlobClient("b");
            using var content = Text("0123456789");
            content.Position = 4;
            await blob.UploadAsync(content);
            Assert.Equal("456789", (await blob.DownloadContentAsync()).Value.Content.ToString());
        }

        [Fact]
        public async Task EmptyContent_MakesAnEmptyBlob()
        {
            var blob = (await service.NewContainerAsync()).GetBlobClient("b");
            await blob.UploadAsync(Text(string.Empty));
            Assert.Equal(0, (await blob.GetPropertiesAsync()).Value.ContentLength);
            Assert.Empty((await blob.DownloadContentAsync()).Value.Content.ToArray());
            using var copy = new MemoryStream();
            await blob.DownloadToAsync(copy);
            blob.DownloadTo(copy);
            Assert.Equal(0, copy.Length);
        }

        [Fact]
        public async Task File_GoesUpAndComesDown()
        {
            var blob = (await service.NewContainerAsync()).GetBlobClient("b");
            var folder = Directory.CreateTempSubdirectory("blobs-");
            try
            {
                var (from, to) = (Path.Combine(folder.FullName, "from"), Path.Combine(folder.FullName, "to"));
                await File.WriteAllTextAsync(from, "from a file");
                await blob.UploadAsync(from);
                Refused.As(409, BlobErrorCode.BlobAlreadyExists, () => blob.Upload(from));
                blob.Upload(from, overwrite: true);
                await blob.DownloadToAsync(to);
                Assert.Equal("from a file", await File.ReadAllTextAsync(to));
                blob.DownloadTo(to);
                Assert.Equal("from a file", await File.ReadAllTextAsync(to));
            }
            finally
            {
                folder.Delete(recursive: true);
            }
        }

        [Fact]
        public async Task NoSuchContainer_IsRefused()
        {
            var container = service.Client.GetBlobContainerClient("never-made");
            await Refused.AsAsync(404, BlobErrorCode.ContainerNotFound, () => container.UploadBlobAsync("b", Text("x")));
            await Refused.AsAsync(404, BlobErrorCode.ContainerNotFound, () => container.UploadBlobAsync("b", BinaryData.FromString("x")));
        }

        [Fact]
        public async Task StatedHash_IsKeptAndChecked()
        {
            var blob = (await service.NewContainerAsync()).GetBlobClient("b");
            await blob.UploadAsync(Text("hello"), new BlobHttpHeaders { ContentHash = MD5.HashData("hello"u8) });
            Assert.Equal(MD5.HashData("hello"u8), (await blob.GetPropertiesAsync()).Value.ContentHash);
            var wrong = new BlobHttpHeaders { ContentHash = MD5.HashData("something else"u8) };
            var error = await Assert.ThrowsAsync<RequestFailedException>(() => blob.UploadAsync(Text("hello"), wrong));
            Assert.Equal(400, error.Status);
        }

        [Fact]
        public async Task Progress_EndsAtTheLength()
        {
            var blob = (await service.NewContainerAsync()).GetBlobClient("b");
            var heard = new Progress();
            await blob.UploadAsync(new MemoryStream(new byte[200_000]), new BlobUploadOptions { ProgressHandler = heard });
            Assert.Equal(200_000, heard.Last);
            Assert.True(heard.Count > 1);
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class InBlocks(BlobService service)
    {
        private static readonly StorageTransferOptions Small = new() { InitialTransferSize = 10, MaximumTransferSize = 10, MaximumConcurrency = 3 };

        [Theory]
        [InlineData(10, 0)]
        [InlineData(11, 2)]
        [InlineData(20, 2)]
        [InlineData(95, 10)]
        public async Task ContentOverTheLimit_IsCutAndPutTogetherInOrder(int length, int blocks)
        {
            var blob = await service.NewBlockBlobAsync();
            var content = RandomNumberGenerator.GetBytes(length);
            var heard = new Progress();
            await blob.UploadAsync(new MemoryStream(content), new BlobUploadOptions { TransferOptions = Small, ProgressHandler = heard });
            var list = (await blob.GetBlockListAsync()).Value;
            Assert.Equal(blocks, list.CommittedBlocks.Count());
            Assert.Empty(list.UncommittedBlocks);
            Assert.Equal(content, (await blob.DownloadContentAsync()).Value.Content.ToArray());
            Assert.Equal(length, heard.Last);

            blob.Upload(new MemoryStream(content), new BlobUploadOptions { TransferOptions = Small });
            Assert.Equal(blocks, blob.GetBlockList().Value.CommittedBlocks.Count());
            Assert.Equal(content, blob.DownloadContent().Value.Content.ToArray());
        }

        [Theory]
        [InlineData(0, 0)]
        [InlineData(9, 0)]
        [InlineData(10, 1)]
        [InlineData(35, 4)]
        public async Task StreamOfUnknownLength_IsSentAllTheSame(int length, int blocks)
        {
            var blob = await service.NewBlockBlobAsync();
            using var content = new ForwardStream(length);
            await blob.UploadAsync(content, new BlobUploadOptions { TransferOptions = Small });
            Assert.Equal(blocks, (await blob.GetBlockListAsync()).Value.CommittedBlocks.Count());
            Assert.Equal(ForwardStream.Bytes(length), (await blob.DownloadContentAsync()).Value.Content.ToArray());

            using var again = new ForwardStream(length);
            blob.Upload(again, new BlobUploadOptions { TransferOptions = Small });
            Assert.Equal(ForwardStream.Bytes(length), blob.DownloadContent().Value.Content.ToArray());
        }

        [Fact]
        public async Task EverythingStated_HoldsForTheWholeBlob()
        {
            var blob = await service.NewBlockBlobAsync();
            var options = new BlobUploadOptions
            {
                TransferOptions = Small,
                HttpHeaders = new BlobHttpHeaders { ContentType = "image/png" },
                Metadata = new Dictionary<string, string> { ["a"] = "1" },
                Tags = new Dictionary<string, string> { ["t"] = "v" },
                AccessTier = AccessTier.Cool,
            };
            await blob.UploadAsync(new MemoryStream(new byte[50]), options);
            var stored = (await blob.GetPropertiesAsync()).Value;
            Assert.Equal(("image/png", "1", "Cool", 1), (stored.ContentType, stored.Metadata["a"], stored.AccessTier, stored.TagCount));
        }

        [Fact]
        public async Task Conditions_HoldAtTheCommit()
        {
            var blob = await service.NewBlobAsync();
            var options = new BlobUploadOptions { TransferOptions = Small, Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await Refused.AsAsync(409, BlobErrorCode.BlobAlreadyExists, () => blob.UploadAsync(new MemoryStream(new byte[50]), options));
            Assert.Equal("hello", (await blob.DownloadContentAsync()).Value.Content.ToString());

            options.Conditions = new BlobRequestConditions { IfMatch = (await blob.GetPropertiesAsync()).Value.ETag };
            await blob.UploadAsync(new MemoryStream(new byte[50]), options);
            Assert.Equal(50, (await blob.GetPropertiesAsync()).Value.ContentLength);
        }

        [Fact]
        public async Task LeasedBlob_IsWrittenWithItsLease()
        {
            var blob = await service.NewBlobAsync();
            var lease = blob.GetBlobLeaseClient();
            await lease.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration);
            var options = new BlobUploadOptions { TransferOptions = Small };
            await Refused.AsAsync(412, BlobErrorCode.LeaseIdMissing, () => blob.UploadAsync(new MemoryStream(new byte[50]), options));
            options.Conditions = new BlobRequestConditions { LeaseId = lease.LeaseId };
            await blob.UploadAsync(new MemoryStream(new byte[50]), options);
            Assert.Equal(50, (await blob.GetPropertiesAsync()).Value.ContentLength);
        }

        [Fact]
        public async Task TwoUploadsAtOnce_DoNotMixTheirBlocks()
        {
            var blob = await service.NewBlockBlobAsync();
            byte[][] contents = [.. Enumerable.Range(1, 4).Select(number => Enumerable.Repeat((byte)number, 100).ToArray())];
            var outcomes = await Task.WhenAll(contents.Select(async content =>
            {
                try
                {
                    await blob.UploadAsync(new MemoryStream(content), new BlobUploadOptions { TransferOptions = Small });
                    return true;
                }
                catch (RequestFailedException error) when (error.ErrorCode == BlobErrorCode.InvalidBlockList)
                {
                    // A commit takes away the blocks others have staged meanwhile: theirs is refused, never mixed.
                    return false;
                }
            }));
            Assert.Contains(true, outcomes);
            Assert.Single((await blob.DownloadContentAsync()).Value.Content.ToArray().Distinct());
            Assert.Equal(100, (await blob.GetPropertiesAsync()).Value.ContentLength);
        }
    }
}
