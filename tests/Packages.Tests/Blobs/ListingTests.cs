using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Packages.Tests.Blobs;

public static class ListingTests
{
    private static async Task<BlobContainerClient> FilledAsync(BlobService service, params string[] names)
    {
        var container = await service.NewContainerAsync();
        foreach (var name in names)
        {
            await container.UploadBlobAsync(name, BinaryData.FromString(name));
        }

        return container;
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class GetBlobs(BlobService service)
    {
        [Fact]
        public async Task AllBlobs_ComeByNameThroughSeveralPages()
        {
            string[] names = ["a", "b/1", "b/2", "c", "d"];
            var container = await FilledAsync(service, names);
            var pages = new List<Page<BlobItem>>();
            await foreach (var page in container.GetBlobsAsync().AsPages(pageSizeHint: 2))
            {
                pages.Add(page);
            }

            Assert.Equal([2, 2, 1], pages.Select(page => page.Values.Count));
            Assert.Equal(names, pages.SelectMany(page => page.Values).Select(item => item.Name));
            Assert.All(pages, page => Assert.Equal(200, page.GetRawResponse().Status));
            Assert.True(string.IsNullOrEmpty(pages[^1].ContinuationToken));
            Assert.Equal(names, container.GetBlobs().Select(item => item.Name));
        }

        [Fact]
        public async Task ContinuationToken_GoesOnInAnotherClient()
        {
            var container = await FilledAsync(service, "a", "b", "c", "d", "e");
            var token = container.GetBlobs().AsPages(pageSizeHint: 3).First().ContinuationToken;
            var other = service.Client.GetBlobContainerClient(container.Name);
            Assert.Equal(["d", "e"], other.GetBlobs().AsPages(token).SelectMany(page => page.Values).Select(item => item.Name));
        }

        [Fact]
        public async Task Prefix_Narrows()
        {
            var container = await FilledAsync(service, "a/1", "a/2", "b/1");
            Assert.Equal(["a/1", "a/2"], container.GetBlobs(new GetBlobsOptions { Prefix = "a/" }).Select(item => item.Name));
            Assert.Equal(["b/1"], container.GetBlobs(BlobTraits.None, BlobStates.None, "b", default).Select(item => item.Name));
            Assert.Empty(await container.GetBlobsAsync(BlobTraits.None, BlobStates.None, "c", default).ToListAsync());
        }

        [Fact]
        public async Task Properties_AreThoseOfTheBlob()
        {
            var container = await FilledAsync(service, "a");
            var blob = container.GetBlobClient("a");
            var properties = (await blob.GetPropertiesAsync()).Value;
            var item = Assert.Single(container.GetBlobs());
            Assert.Equal(properties.ContentLength, item.Properties.ContentLength);
            Assert.Equal(properties.ContentHash, item.Properties.ContentHash);
            Assert.Equal(properties.LastModified, item.Properties.LastModified);
            Assert.Equal(properties.ETag.ToString("H"), item.Properties.ETag!.Value.ToString("H"));
            Assert.Equal((BlobType.Block, LeaseState.Available), (item.Properties.BlobType, item.Properties.LeaseState));
            Assert.Equal("application/octet-stream", item.Properties.ContentType);
            Assert.Empty(item.Metadata);
            Assert.Null(item.Tags);
        }

        [Fact]
        public async Task TraitsAndStates_TellMore()
        {
            var container = await FilledAsync(service, "a");
            var blob = container.GetBlobClient("a");
            await blob.SetMetadataAsync(new Dictionary<string, string> { ["Mark"] = "x, y" });
            await blob.SetTagsAsync(new Dictionary<string, string> { ["t"] = "v" });
            var snapshot = (await blob.CreateSnapshotAsync()).Value.Snapshot;
            await container.GetBlockBlobClient("staged").StageBlockAsync("AAAA", new MemoryStream([1]));

            var plain = container.GetBlobs().Select(item => item.Name);
            Assert.Equal(["a"], plain);
            var options = new GetBlobsOptions
            {
                Traits = BlobTraits.Metadata | BlobTraits.Tags | BlobTraits.CopyStatus,
                States = BlobStates.Snapshots | BlobStates.Uncommitted,
            };
            var items = await container.GetBlobsAsync(options).ToListAsync();
            Assert.Equal(["a", "a", "staged"], items.Select(item => item.Name).Order());
            Assert.Single(items, item => item.Snapshot == snapshot);
            var itself = items.Single(item => item.Name == "a" && item.Snapshot is null);
            Assert.Equal("x, y", itself.Metadata["mark"]);
            Assert.Equal("v", itself.Tags!["t"]);
            Assert.Equal(0, items.Single(item => item.Name == "staged").Properties.ContentLength);
        }

        [Fact]
        public async Task NoSuchContainer_IsRefusedWhenTheFirstPageIsRead()
        {
            var list = service.Client.GetBlobContainerClient("never-made").GetBlobsAsync();
            await Refused.AsAsync(404, BlobErrorCode.ContainerNotFound, async () => await list.ToListAsync());
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class ByHierarchy(BlobService service)
    {
        [Fact]
        public async Task Names_AreCutAtTheDelimiter()
        {
            var container = await FilledAsync(service, "a/1", "a/2/x", "b", "c/1", "d");
            var top = await container.GetBlobsByHierarchyAsync(new GetBlobsByHierarchyOptions { Delimiter = "/" }).ToListAsync();
            Assert.Equal(["a/", "b", "c/", "d"], top.Select(line => line.Prefix ?? line.Blob!.Name));
            Assert.Equal([true, false, true, false], top.Select(line => line.IsPrefix));
            Assert.All(top, line => Assert.NotEqual(line.IsPrefix, line.IsBlob));

            var below = container.GetBlobsByHierarchy(new GetBlobsByHierarchyOptions { Delimiter = "/", Prefix = "a/" });
            Assert.Equal(["a/1", "a/2/"], below.Select(line => line.Prefix ?? line.Blob!.Name));
            var same = container.GetBlobsByHierarchy(BlobTraits.None, BlobStates.None, "/", "a/");
            Assert.Equal(["a/1", "a/2/"], same.Select(line => line.Prefix ?? line.Blob!.Name));
        }

        [Fact]
        public async Task Pages_HoldBlobsAndPrefixesTogether()
        {
            var container = await FilledAsync(service, "a/1", "b", "c/1", "c/2", "d");
            var pages = container.GetBlobsByHierarchyAsync(BlobTraits.None, BlobStates.None, "/", null, default).AsPages(pageSizeHint: 2);
            var names = new List<string>();
            var count = 0;
            await foreach (var page in pages)
            {
                count++;
                Assert.InRange(page.Values.Count, 0, 2);
                names.AddRange(page.Values.Select(line => line.Prefix ?? line.Blob!.Name));
            }

            Assert.Equal(["a/", "b", "c/", "d"], names);
            Assert.True(count > 1);
        }

        [Fact]
        public async Task WithoutDelimiter_NothingIsCut()
        {
            var container = await FilledAsync(service, "a/1", "b");
            Assert.Equal(["a/1", "b"], container.GetBlobsByHierarchy().Select(line => line.Blob!.Name));
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class Names(BlobService service)
    {
        [Theory]
        [InlineData("with space")]
        [InlineData("dir/sub dir/file.txt")]
        [InlineData("grüße/日本語/😀.png")]
        [InlineData("100%")]
        [InlineData("%41%2F")]
        [InlineData("a+b&c=d?e#f")]
        [InlineData("a//b")]
        [InlineData("semi;colon,comma:at@")]
        [InlineData("'quotes\"(and)[brackets]{braces}")]
        [InlineData("back`tick~tilde!bang*star$dollar^caret|bar")]
        public async Task OddName_IsOneNameEverywhere(string name)
        {
            var container = await service.NewContainerAsync();
            await container.UploadBlobAsync(name, BinaryData.FromString(name));
            var blob = container.GetBlobClient(name);
            Assert.Equal(name, blob.Name);
            Assert.Equal(name, Assert.Single(container.GetBlobs()).Name);
            Assert.Equal(name, Assert.Single(container.GetBlobs(new GetBlobsOptions { Prefix = name })).Name);
            Assert.Equal(name, (await blob.DownloadContentAsync()).Value.Content.ToString());

            var again = new BlobClient(blob.Uri, BlobService.Key);
            Assert.Equal((container.Name, name), (again.BlobContainerName, again.Name));
            Assert.True(await again.ExistsAsync());
            var copy = container.GetBlobClient("copy");
            await copy.SyncCopyFromUriAsync(blob.Uri);
            Assert.Equal(name, (await copy.DownloadContentAsync()).Value.Content.ToString());
        }

        [Theory]
        [InlineData("..")]
        [InlineData("../other/blob")]
        [InlineData("a/./b")]
        [InlineData("/../a")]
        public async Task NameThatWouldLeaveItsPlace_IsRefused(string name)
        {
            var container = await service.NewContainerAsync();
            Assert.Throws<ArgumentException>(() => container.GetBlobClient(name));
            Assert.Throws<ArgumentException>(() => container.GetBlockBlobClient(name));
            Assert.Throws<ArgumentException>(() => new BlobClient(service.Server.ConnectionString, container.Name, name));
        }

        [Fact]
        public async Task SlashesAtTheEnds_AreDroppedUnlessTheOptionsSayOtherwise()
        {
            var container = await service.NewContainerAsync();
            Assert.Equal("a/b", container.GetBlobClient("/a/b/").Name);
            var keeps = new BlobServiceClient(service.Server.ConnectionString, new BlobClientOptions { TrimBlobNameSlashes = false });
            Assert.Equal("/a/b/", keeps.GetBlobContainerClient(container.Name).GetBlobClient("/a/b/").Name);
        }

        [Fact]
        public async Task EmptyName_IsRefused()
        {
            var container = await service.NewContainerAsync();
            Assert.Throws<ArgumentException>(() => container.GetBlobClient(string.Empty));
            Assert.Throws<ArgumentNullException>(() => container.GetBlobClient(null!));
        }
    }
}
