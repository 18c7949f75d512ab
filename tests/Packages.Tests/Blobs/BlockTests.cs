using System.Security.Cryptography;
using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Packages.Tests.Blobs;

public static class BlockTests
{
    private static string Id(int number) => Convert.ToBase64String(BitConverter.GetBytes(number));

    private static MemoryStream Text(string text) => new(System.Text.Encoding.UTF8.GetBytes(text));

    [Collection(BlobServiceCollection.Name)]
    public sealed class Stage(BlobService service)
    {
        [Fact]
        public async Task StagedBlocks_AreListedButMakeNoBlobYet()
        {
            var blob = await service.NewBlockBlobAsync();
            var staged = await blob.StageBlockAsync(Id(1), Text("abc"));
            blob.StageBlock(Id(2), Text("defgh"));
            Assert.Equal(201, staged.GetRawResponse().Status);
            var list = (await blob.GetBlockListAsync()).Value;
            Assert.Empty(list.CommittedBlocks);
            Assert.Equal(
                [(Id(1), 3L), (Id(2), 5L)], list.UncommittedBlocks.Select(block => (block.Name, block.SizeLong)).OrderBy(block => block.SizeLong));
            Assert.Equal(3, list.UncommittedBlocks.Min(block => block.Size));
            await Refused.AsAsync(404, BlobErrorCode.BlobNotFound, () => blob.DownloadContentAsync());
        }

        [Fact]
        public async Task BlockThatArrivedDamaged_IsRefused()
        {
            var blob = await service.NewBlockBlobAsync();
            var (wrong, right) = (MD5.HashData("xyz"u8), MD5.HashData("abc"u8));

            // Only the status: the emulator calls it InvalidOperation where the service says Md5Mismatch.
            var error = await Assert.ThrowsAsync<RequestFailedException>(
                () => blob.StageBlockAsync(Id(1), Text("abc"), wrong, null, null, default));
            Assert.Equal(400, error.Status);
            Assert.Equal(201, blob.StageBlock(Id(1), Text("abc"), right, null, null, default).GetRawResponse().Status);
        }

        [Fact]
        public async Task StreamThatCannotBeSentTwice_IsRefused()
        {
            var blob = await service.NewBlockBlobAsync();
            await Assert.ThrowsAsync<ArgumentException>(() => blob.StageBlockAsync(Id(1), new ForwardStream(3)));
        }

        [Fact]
        public async Task Progress_IsHeard()
        {
            var blob = await service.NewBlockBlobAsync();
            var heard = new Progress();
            await blob.StageBlockAsync(Id(1), new MemoryStream(new byte[100_000]), new BlockBlobStageBlockOptions { ProgressHandler = heard });
            Assert.Equal(100_000, heard.Last);
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class Commit(BlobService service)
    {
        [Fact]
        public async Task Blocks_BecomeTheBlobInTheOrderNamed()
        {
            var blob = await service.NewBlockBlobAsync();
            await blob.StageBlockAsync(Id(1), Text("world"));
            await blob.StageBlockAsync(Id(2), Text("hello "));
            await blob.StageBlockAsync(Id(3), Text("never used"));
            var options = new CommitBlockListOptions
            {
                HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain" },
                Metadata = new Dictionary<string, string> { ["a"] = "1" },
                Tags = new Dictionary<string, string> { ["t"] = "v" },
                AccessTier = AccessTier.Cool,
            };
            var committed = await blob.CommitBlockListAsync([Id(2), Id(1)], options);
            var stored = await blob.DownloadContentAsync();
            Assert.Equal("hello world", stored.Value.Content.ToString());
            Assert.Equal(committed.Value.ETag, stored.Value.Details.ETag);
            Assert.Equal(("text/plain", "1", 1), (stored.Value.Details.ContentType, stored.Value.Details.Metadata["a"], stored.Value.Details.TagCount));
            var list = (await blob.GetBlockListAsync(BlockListTypes.Committed)).Value;
            Assert.Equal([Id(2), Id(1)], list.CommittedBlocks.Select(block => block.Name));
            Assert.Equal(11, list.BlobContentLength);
            Assert.Empty((await blob.GetBlockListAsync(BlockListTypes.Uncommitted)).Value.UncommittedBlocks);
        }

        [Fact]
        public async Task FormerBlocks_CanBeUsedAgain()
        {
            var blob = await service.NewBlockBlobAsync();
            await blob.StageBlockAsync(Id(1), Text("a"));
            await blob.StageBlockAsync(Id(2), Text("b"));
            await blob.CommitBlockListAsync([Id(1), Id(2)]);
            await blob.StageBlockAsync(Id(3), Text("c"));
            blob.CommitBlockList([Id(3), Id(1)]);
            Assert.Equal("ca", (await blob.DownloadContentAsync()).Value.Content.ToString());
        }

        [Fact]
        public async Task UnknownBlock_IsRefused()
        {
            var blob = await service.NewBlockBlobAsync();
            await blob.StageBlockAsync(Id(1), Text("a"));
            await Refused.AsAsync(400, BlobErrorCode.InvalidBlockList, () => blob.CommitBlockListAsync([Id(1), Id(9)]));
        }

        [Fact]
        public async Task NoBlocks_MakeAnEmptyBlob()
        {
            var blob = await service.NewBlockBlobAsync();
            await blob.CommitBlockListAsync([]);
            Assert.Equal(0, (await blob.GetPropertiesAsync()).Value.ContentLength);
        }

        [Fact]
        public async Task Limits_AreTheServices()
        {
            var blob = await service.NewBlockBlobAsync();
            Assert.Equal(50_000, blob.BlockBlobMaxBlocks);
            Assert.Equal(4000L * 1024 * 1024, blob.BlockBlobMaxStageBlockLongBytes);
            Assert.Equal(5000L * 1024 * 1024, blob.BlockBlobMaxUploadBlobLongBytes);
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class Append(BlobService service)
    {
        private async Task<AppendBlobClient> NewAppendBlobAsync()
        {
            var blob = (await service.NewContainerAsync()).GetAppendBlobClient("log");
            await blob.CreateAsync();
            return blob;
        }

        [Fact]
        public async Task Blocks_AreAddedAtTheEnd()
        {
            var blob = await NewAppendBlobAsync();
            var first = await blob.AppendBlockAsync(Text("abc"));
            var second = blob.AppendBlock(Text("de"));
            Assert.Equal(("0", 1), (first.Value.BlobAppendOffset, first.Value.BlobCommittedBlockCount));
            Assert.Equal(("3", 2), (second.Value.BlobAppendOffset, second.Value.BlobCommittedBlockCount));
            Assert.Equal("abcde", (await blob.DownloadContentAsync()).Value.Content.ToString());
            var properties = (await blob.GetPropertiesAsync()).Value;
            Assert.Equal((BlobType.Append, 2), (properties.BlobType, properties.BlobCommittedBlockCount));
            Assert.Equal(second.Value.ETag, properties.ETag);
        }

        [Fact]
        public async Task Position_MakesARepeatedAppendSafe()
        {
            var blob = await NewAppendBlobAsync();
            var atStart = new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { IfAppendPositionEqual = 0 } };
            await blob.AppendBlockAsync(Text("abc"), atStart);
            await Refused.AsAsync(412, BlobErrorCode.AppendPositionConditionNotMet, () => blob.AppendBlockAsync(Text("abc"), atStart));
            Assert.Equal("abc", (await blob.DownloadContentAsync()).Value.Content.ToString());
        }

        [Fact]
        public async Task MaximumSize_EndsTheGrowth()
        {
            var blob = await NewAppendBlobAsync();
            var upToFive = new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { IfMaxSizeLessThanOrEqual = 5 } };
            await blob.AppendBlockAsync(Text("abc"), upToFive);
            await Refused.AsAsync(412, BlobErrorCode.MaxBlobSizeConditionNotMet, () => blob.AppendBlockAsync(Text("abc"), upToFive));
            await blob.AppendBlockAsync(Text("de"), upToFive);
        }

        [Fact]
        public async Task BlockThatArrivedDamaged_IsRefused()
        {
            var blob = await NewAppendBlobAsync();
            var wrong = MD5.HashData("xyz"u8);
            var error = await Assert.ThrowsAsync<RequestFailedException>(() => blob.AppendBlockAsync(Text("abc"), wrong, null, null, default));
            Assert.Equal(400, error.Status);
            Assert.Equal("0", blob.AppendBlock(Text("abc"), MD5.HashData("abc"u8), null, null, default).Value.BlobAppendOffset);
        }

        [Fact]
        public async Task IfNotExists_LeavesWhatIsThere()
        {
            var blob = (await service.NewContainerAsync()).GetAppendBlobClient("log");
            var options = new AppendBlobCreateOptions
            {
                HttpHeaders = new BlobHttpHeaders { ContentType = "text/csv" },
                Metadata = new Dictionary<string, string> { ["a"] = "1" },
                Tags = new Dictionary<string, string> { ["t"] = "v" },
            };
            Assert.NotNull(await blob.CreateIfNotExistsAsync(options));
            await blob.AppendBlockAsync(Text("abc"));
            Assert.Null(await blob.CreateIfNotExistsAsync(options));
            Assert.Null(blob.CreateIfNotExists());
            var stored = (await blob.GetPropertiesAsync()).Value;
            Assert.Equal((3, "text/csv", "1", 1), (stored.ContentLength, stored.ContentType, stored.Metadata["a"], stored.TagCount));
            blob.Create();
            Assert.Equal(0, (await blob.GetPropertiesAsync()).Value.ContentLength);
        }

        [Fact]
        public async Task AppendToABlockBlob_IsRefused()
        {
            var other = await service.NewBlobAsync(name: "block");
            var blob = other.GetParentBlobContainerClient().GetAppendBlobClient("block");
            await Refused.AsAsync(409, BlobErrorCode.InvalidBlobType, () => blob.AppendBlockAsync(Text("abc")));
        }
    }
}
