using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Tests.Support;

namespace Packages.Tests.Blobs;

public static class BlobTests
{
    [Collection(BlobServiceCollection.Name)]
    public sealed class Exists(BlobService service)
    {
        [Fact]
        public async Task Blob_IsFoundOrNot()
        {
            var container = await service.NewContainerAsync();
            var blob = container.GetBlobClient("b");
            Assert.False(await blob.ExistsAsync());
            await blob.UploadAsync(BinaryData.FromString("x"));
            Assert.True(await blob.ExistsAsync());
            Assert.True(blob.Exists());
            Assert.False(service.Client.GetBlobContainerClient("never-made").GetBlobClient("b").Exists());
        }

        [Fact]
        public async Task OtherFailure_IsNoAbsence()
        {
            var blob = await service.NewBlobAsync();
            var stranger = new BlobClient(blob.Uri);
            var error = await Assert.ThrowsAsync<RequestFailedException>(() => stranger.ExistsAsync());
            Assert.Equal(403, error.Status);
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class GetProperties(BlobService service)
    {
        [Fact]
        public async Task NoSuchBlob_IsRefusedWithACodeThoughThereIsNoBody()
        {
            var blob = (await service.NewContainerAsync()).GetBlobClient("none");
            await Refused.AsAsync(404, BlobErrorCode.BlobNotFound, () => blob.GetPropertiesAsync());
            Refused.As(404, BlobErrorCode.BlobNotFound, () => blob.GetProperties());
        }

        [Fact]
        public async Task Times_AreUtc()
        {
            var blob = await service.NewBlobAsync();
            var properties = (await blob.GetPropertiesAsync()).Value;
            Assert.Equal(TimeSpan.Zero, properties.LastModified.Offset);
            Assert.InRange(DateTimeOffset.UtcNow - properties.CreatedOn, TimeSpan.FromMinutes(-1), TimeSpan.FromMinutes(10));
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class SetHttpHeaders(BlobService service)
    {
        [Fact]
        public async Task Headers_AreReplacedAsAWhole()
        {
            var blob = await service.NewBlobAsync();
            await blob.SetHttpHeadersAsync(new BlobHttpHeaders { ContentType = "text/html", CacheControl = "no-cache", ContentLanguage = "de" });
            var changed = blob.SetHttpHeaders(new BlobHttpHeaders { ContentType = "text/css" });
            var stored = (await blob.GetPropertiesAsync()).Value;
            Assert.Equal(("text/css", null, null), (stored.ContentType, stored.CacheControl, stored.ContentLanguage));
            Assert.Equal(changed.Value.ETag, stored.ETag);
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class SetMetadata(BlobService service)
    {
        [Fact]
        public async Task OddValues_ComeBackAsTheyWere()
        {
            var blob = await service.NewBlobAsync();
            var metadata = new Dictionary<string, string>
            {
                ["empty"] = string.Empty,
                ["quotes"] = "a \"b\" 'c'",
                ["separators"] = "a,b;c=d&e:f",
                ["percent"] = "100%25 %zz",
                ["spaces"] = "a  b",
                ["a_1"] = "underscore before digit",
                ["a1"] = "digit before letter",
                ["aB"] = "kept in its case",
                ["long"] = new string('x', 2000),
            };
            await blob.SetMetadataAsync(metadata);
            Assert.Equal(metadata, (await blob.GetPropertiesAsync()).Value.Metadata);
            Assert.Equal(metadata, (await blob.DownloadContentAsync()).Value.Details.Metadata);
            blob.SetMetadata(new Dictionary<string, string>());
            Assert.Empty(blob.GetProperties().Value.Metadata);
        }

        [Fact]
        public async Task SpacesAtTheEnds_AreNoPartOfAHeader()
        {
            var blob = await service.NewBlobAsync();
            await blob.SetMetadataAsync(new Dictionary<string, string> { ["a"] = "  x  " });
            Assert.Equal("x", (await blob.GetPropertiesAsync()).Value.Metadata["a"]);
        }

        [Theory]
        [InlineData("a", "für")]
        [InlineData("a", "two\nlines")]
        [InlineData("a", "two\r\nx-ms-injected: 1")]
        [InlineData("ä", "x")]
        public async Task WhatAHeaderCannotCarry_IsRefusedBeforeItIsSent(string name, string value)
        {
            var blob = await service.NewBlobAsync();
            var metadata = new Dictionary<string, string> { [name] = value };
            await Assert.ThrowsAsync<ArgumentException>(() => blob.SetMetadataAsync(metadata));
            Assert.Throws<ArgumentException>(() => { blob.SetMetadata(metadata); });
        }

        [Fact]
        public async Task NameThatIsNoIdentifier_IsRefusedByTheService()
        {
            var blob = await service.NewBlobAsync();
            await Refused.AsAsync(
                400, BlobErrorCode.InvalidMetadata, () => blob.SetMetadataAsync(new Dictionary<string, string> { ["a-b"] = "x" }));
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class Tags(BlobService service)
    {
        [Fact]
        public async Task Tags_AreReplacedAndFound()
        {
            var container = await service.NewContainerAsync();
            var (key, blob) = (AzuriteServer.UniqueName(), container.GetBlobClient("dir/tagged one"));
            await blob.UploadAsync(BinaryData.FromString("x"), new BlobUploadOptions { Tags = new Dictionary<string, string> { ["old"] = "1" } });
            var tags = new Dictionary<string, string> { [key] = "open door", ["unit"] = "a+b:c/d.e=f_g" };
            await blob.SetTagsAsync(tags);
            Assert.Equal(tags, (await blob.GetTagsAsync()).Value.Tags);
            Assert.Equal(tags, blob.GetTags().Value.Tags);

            var found = Assert.Single(service.Client.FindBlobsByTags($"\"{key}\" = 'open door'"));
            Assert.Equal((container.Name, "dir/tagged one"), (found.BlobContainerName, found.BlobName));
            Assert.Equal("open door", found.Tags[key]);
            Assert.Single(container.FindBlobsByTags($"\"{key}\" = 'open door'"));
            Assert.Empty(await service.Client.FindBlobsByTagsAsync($"\"{key}\" = 'shut'").ToListAsync());
            Assert.Single(await container.FindBlobsByTagsAsync($"\"{key}\" >= 'a'").ToListAsync());

            blob.SetTags(new Dictionary<string, string>());
            Assert.Empty(blob.GetTags().Value.Tags);
        }

        [Fact]
        public async Task ConditionOnTags_DecidesAWrite()
        {
            var blob = await service.NewBlobAsync();
            await blob.SetTagsAsync(new Dictionary<string, string> { ["state"] = "open" });
            var shut = new BlobRequestConditions { TagConditions = "\"state\" = 'shut'" };
            await Refused.AsAsync(412, BlobErrorCode.ConditionNotMet, () => blob.SetMetadataAsync(new Dictionary<string, string>(), shut));
            var open = new BlobRequestConditions { TagConditions = "\"state\" = 'open'" };
            Assert.Equal(200, (await blob.SetMetadataAsync(new Dictionary<string, string>(), open)).GetRawResponse().Status);
        }

        [Fact]
        public async Task MoreThanTen_AreRefused()
        {
            var blob = await service.NewBlobAsync();
            var tags = Enumerable.Range(0, 11).ToDictionary(number => $"t{number}", number => "v");
            var error = await Assert.ThrowsAsync<RequestFailedException>(() => blob.SetTagsAsync(tags));
            Assert.Equal(400, error.Status);
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class SetAccessTier(BlobService service)
    {
        [Fact]
        public async Task Tier_IsKept()
        {
            var blob = await service.NewBlobAsync();
            Assert.Equal(200, (await blob.SetAccessTierAsync(AccessTier.Cool)).Status);
            Assert.Equal("Cool", (await blob.GetPropertiesAsync()).Value.AccessTier);
            Assert.Equal(200, blob.SetAccessTier(AccessTier.Hot).Status);
            Assert.Equal("Hot", blob.GetProperties().Value.AccessTier);
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class Delete(BlobService service)
    {
        [Fact]
        public async Task Blob_IsGone()
        {
            var blob = await service.NewBlobAsync();
            Assert.Equal(202, (await blob.DeleteAsync()).Status);
            await Refused.AsAsync(404, BlobErrorCode.BlobNotFound, () => blob.DeleteAsync());
            Refused.As(404, BlobErrorCode.BlobNotFound, () => blob.GetParentBlobContainerClient().DeleteBlob("blob"));
            Assert.False(await blob.DeleteIfExistsAsync());
        }

        [Fact]
        public async Task IfExists_TellsWhetherItWasThere()
        {
            var container = await service.NewContainerAsync();
            await container.UploadBlobAsync("a", BinaryData.FromString("x"));
            await container.UploadBlobAsync("b", BinaryData.FromString("x"));
            Assert.True(container.GetBlobClient("a").DeleteIfExists());
            Assert.True(await container.DeleteBlobIfExistsAsync("b"));
            Assert.False(container.DeleteBlobIfExists("b"));
            Assert.False(service.Client.GetBlobContainerClient("never-made").DeleteBlobIfExists("b"));
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class Snapshot(BlobService service)
    {
        [Fact]
        public async Task Snapshot_KeepsWhatWasThere()
        {
            var blob = await service.NewBlobAsync();
            var taken = (await blob.CreateSnapshotAsync(new Dictionary<string, string> { ["why"] = "test" })).Value;
            await blob.UploadAsync(BinaryData.FromString("changed"), overwrite: true);
            var then = blob.WithSnapshot(taken.Snapshot);
            Assert.Equal("hello", (await then.DownloadContentAsync()).Value.Content.ToString());
            Assert.Equal("test", (await then.GetPropertiesAsync()).Value.Metadata["why"]);
            Assert.Equal("changed", (await then.WithSnapshot(null).DownloadContentAsync()).Value.Content.ToString());

            await Refused.AsAsync(409, BlobErrorCode.SnapshotsPresent, () => blob.DeleteAsync());
            Assert.True(await blob.DeleteIfExistsAsync(DeleteSnapshotsOption.OnlySnapshots));
            Assert.True(await blob.ExistsAsync());
            blob.CreateSnapshot();
            Assert.Equal(202, blob.Delete(DeleteSnapshotsOption.IncludeSnapshots).Status);
            Assert.False(await blob.ExistsAsync());
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class Copy(BlobService service)
    {
        [Fact]
        public async Task StartedCopy_EndsWithTheBytesCopied()
        {
            var source = await service.NewBlobAsync();
            var target = source.GetParentBlobContainerClient().GetBlobClient("copy of it");
            var operation = await target.StartCopyFromUriAsync(
                source.Uri, new BlobCopyFromUriOptions { Metadata = new Dictionary<string, string> { ["from"] = "source" } });
            Assert.Equal(5, (await operation.WaitForCompletionAsync()).Value);
            Assert.True(operation is { HasCompleted: true, HasValue: true });
            var properties = (await target.GetPropertiesAsync()).Value;
            Assert.Equal((operation.Id, CopyStatus.Success, "source"), (properties.CopyId, properties.BlobCopyStatus, properties.Metadata["from"]));
            Assert.Equal("hello", (await target.DownloadContentAsync()).Value.Content.ToString());

            var known = new CopyFromUriOperation(operation.Id, target);
            Assert.Throws<InvalidOperationException>(() => known.Value);
            Assert.Throws<InvalidOperationException>(() => known.GetRawResponse());
            Assert.Equal(200, known.UpdateStatus().Status);
            Assert.Equal(5, known.Value);
            Assert.Equal(200, (await known.UpdateStatusAsync()).Status);
            Assert.Equal(5, target.StartCopyFromUri(source.Uri).WaitForCompletion().Value);
        }

        [Fact]
        public async Task OperationOfAnotherCopy_HasNoValue()
        {
            var source = await service.NewBlobAsync();
            var other = new CopyFromUriOperation(Guid.NewGuid().ToString(), source);
            await other.UpdateStatusAsync();
            Assert.True(other is { HasCompleted: true, HasValue: false });
        }

        [Fact]
        public async Task CopyInOneRequest_IsDoneAtOnce()
        {
            var source = await service.NewBlobAsync();
            var target = source.GetParentBlobContainerClient().GetBlobClient("copy");
            var copy = (await target.SyncCopyFromUriAsync(source.Uri)).Value;
            Assert.Equal(CopyStatus.Success, copy.CopyStatus);
            Assert.Equal("hello", (await target.DownloadContentAsync()).Value.Content.ToString());
            var condition = new BlobCopyFromUriOptions { SourceConditions = new BlobRequestConditions { IfMatch = new ETag("\"0x1\"") } };
            var error = Assert.Throws<RequestFailedException>(() => target.SyncCopyFromUri(source.Uri, condition));
            Assert.Equal(412, error.Status);
        }
    }
}
