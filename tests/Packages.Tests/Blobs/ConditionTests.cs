using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Packages.Tests.Blobs;

public static class ConditionTests
{
    private static readonly ETag Other = new("\"0x8D0000000000000\"");

    [Collection(BlobServiceCollection.Name)]
    public sealed class Write(BlobService service)
    {
        [Fact]
        public async Task IfMatch_GuardsAgainstALostUpdate()
        {
            var blob = await service.NewBlobAsync();
            var read = (await blob.GetPropertiesAsync()).Value.ETag;
            var first = await blob.UploadAsync(
                BinaryData.FromString("first"), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfMatch = read } });
            await Refused.AsAsync(412, BlobErrorCode.ConditionNotMet, () => blob.UploadAsync(
                BinaryData.FromString("second"), new BlobUploadOptions { Conditions = new BlobRequestConditions { IfMatch = read } }));
            Refused.As(412, BlobErrorCode.ConditionNotMet, () => blob.Delete(conditions: new BlobRequestConditions { IfMatch = read }));
            Assert.Equal("first", (await blob.DownloadContentAsync()).Value.Content.ToString());
            Assert.Equal(202, (await blob.DeleteAsync(conditions: new BlobRequestConditions { IfMatch = first.Value.ETag })).Status);
        }

        [Fact]
        public async Task IfNoneMatchAnything_MeansOnlyIfNew()
        {
            var blob = await service.NewBlobAsync();
            var onlyNew = new BlobUploadOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await Refused.AsAsync(409, BlobErrorCode.BlobAlreadyExists, () => blob.UploadAsync(BinaryData.FromString("x"), onlyNew));
            var other = blob.GetParentBlobContainerClient().GetBlobClient("other");
            Assert.Equal(201, (await other.UploadAsync(BinaryData.FromString("x"), onlyNew)).GetRawResponse().Status);
        }

        [Fact]
        public async Task Dates_AreCompared()
        {
            var blob = await service.NewBlobAsync();
            var past = new BlobRequestConditions { IfUnmodifiedSince = DateTimeOffset.UtcNow.AddDays(-1) };
            await Refused.AsAsync(412, BlobErrorCode.ConditionNotMet, () => blob.SetHttpHeadersAsync(new BlobHttpHeaders(), past));
            var future = new BlobRequestConditions { IfModifiedSince = DateTimeOffset.UtcNow.AddDays(1).ToOffset(TimeSpan.FromHours(5)) };
            await Refused.AsAsync(412, BlobErrorCode.ConditionNotMet, () => blob.SetHttpHeadersAsync(new BlobHttpHeaders(), future));
            var holds = new BlobRequestConditions { IfUnmodifiedSince = future.IfModifiedSince };
            Assert.Equal(200, (await blob.SetHttpHeadersAsync(new BlobHttpHeaders(), holds)).GetRawResponse().Status);
        }

        [Fact]
        public async Task Commit_KnowsConditions()
        {
            var blob = (await service.NewBlobAsync()).GetParentBlobContainerClient().GetBlockBlobClient("blob");
            await blob.StageBlockAsync("AAAA", new MemoryStream([1]));
            var options = new CommitBlockListOptions { Conditions = new BlobRequestConditions { IfNoneMatch = ETag.All } };
            await Refused.AsAsync(409, BlobErrorCode.BlobAlreadyExists, () => blob.CommitBlockListAsync(["AAAA"], options));
            options.Conditions = new BlobRequestConditions { IfMatch = Other };
            await Refused.AsAsync(412, BlobErrorCode.ConditionNotMet, () => blob.CommitBlockListAsync(["AAAA"], options));
            options.Conditions = new BlobRequestConditions { IfMatch = (await blob.GetPropertiesAsync()).Value.ETag };
            Assert.Equal(201, blob.CommitBlockList(["AAAA"], options).GetRawResponse().Status);
        }

        [Fact]
        public async Task ConditionThatIsNotKnown_IsRefusedBeforeItIsSent()
        {
            var blob = await service.NewBlockBlobAsync();
            var condition = new BlobRequestConditions { IfNoneMatch = ETag.All, LeaseId = Guid.NewGuid().ToString() };
            var refusal = await Assert.ThrowsAsync<ArgumentException>(
                () => blob.StageBlockAsync("AAAA", new MemoryStream([1]), new BlockBlobStageBlockOptions { Conditions = condition }));
            Assert.StartsWith("StageBlock does not support the IfNoneMatch condition(s).", refusal.Message, StringComparison.Ordinal);
            Assert.Throws<ArgumentException>(() => blob.GetBlockList(conditions: condition));
            Assert.Throws<ArgumentException>(() => blob.GetBlobLeaseClient().Acquire(TimeSpan.FromSeconds(15), condition));
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class Read(BlobService service)
    {
        [Fact]
        public async Task IfMatchOfAnother_IsRefused()
        {
            var blob = await service.NewBlobAsync();
            var condition = new BlobRequestConditions { IfMatch = Other };
            await Refused.AsAsync(412, BlobErrorCode.ConditionNotMet, () => blob.GetPropertiesAsync(condition));
            await Refused.AsAsync(
                412, BlobErrorCode.ConditionNotMet, () => blob.DownloadContentAsync(new BlobDownloadOptions { Conditions = condition }));
            await Refused.AsAsync(
                412, BlobErrorCode.ConditionNotMet, () => blob.DownloadStreamingAsync(new BlobDownloadOptions { Conditions = condition }));
        }

        [Fact]
        public async Task UnchangedProperties_Are304WithACode()
        {
            var blob = await service.NewBlobAsync();
            var condition = new BlobRequestConditions { IfNoneMatch = (await blob.GetPropertiesAsync()).Value.ETag };
            await Refused.AsAsync(304, BlobErrorCode.ConditionNotMet, () => blob.GetPropertiesAsync(condition));
            Refused.As(304, BlobErrorCode.ConditionNotMet, () => blob.GetProperties(condition));
        }

        [Fact]
        public async Task UnchangedContent_IsAnAnswerWithoutAValue()
        {
            var blob = await service.NewBlobAsync();
            var options = new BlobDownloadOptions
            {
                Conditions = new BlobRequestConditions { IfNoneMatch = (await blob.GetPropertiesAsync()).Value.ETag },
            };
            Unchanged(await blob.DownloadContentAsync(options));
            Unchanged(blob.DownloadContent(options));
            Unchanged(await blob.DownloadStreamingAsync(options));
            Unchanged(blob.DownloadStreaming(options));
            using var copy = new MemoryStream();
            Assert.Equal(304, (await blob.DownloadToAsync(copy, new BlobDownloadToOptions { Conditions = options.Conditions })).Status);
            Assert.Equal(304, blob.DownloadTo(copy, new BlobDownloadToOptions { Conditions = options.Conditions }).Status);
            Assert.Equal(0, copy.Length);

            await blob.UploadAsync(BinaryData.FromString("new"), overwrite: true);
            Assert.Equal("new", (await blob.DownloadContentAsync(options)).Value.Content.ToString());
        }

        private static void Unchanged<T>(Response<T> answer)
        {
            Assert.False(answer.HasValue);
            Assert.Equal(304, answer.GetRawResponse().Status);
            Assert.Throws<InvalidOperationException>(() => answer.Value);
        }
    }
}
