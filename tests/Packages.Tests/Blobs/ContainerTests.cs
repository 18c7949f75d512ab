using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;
using Tests.Support;

namespace Packages.Tests.Blobs;

public static class ContainerTests
{
    private static readonly Dictionary<string, string> Metadata = new() { ["owner"] = "ward 7", ["empty"] = string.Empty };

    [Collection(BlobServiceCollection.Name)]
    public sealed class Create(BlobService service)
    {
        [Fact]
        public async Task NewName_IsMadeWithAccessAndMetadata()
        {
            var container = service.Client.GetBlobContainerClient(AzuriteServer.UniqueName());
            var made = await container.CreateAsync(PublicAccessType.Blob, Metadata);
            var stored = (await container.GetPropertiesAsync()).Value;
            Assert.Equal(201, made.GetRawResponse().Status);
            Assert.Equal(made.Value.ETag, stored.ETag);
            Assert.Equal(made.Value.LastModified, stored.LastModified);
            Assert.Equal(PublicAccessType.Blob, stored.PublicAccess);
            Assert.Equal(Metadata, stored.Metadata);
            Assert.Equal("ward 7", stored.Metadata!["OWNER"]);
            Assert.Equal((LeaseState.Available, LeaseStatus.Unlocked), (stored.LeaseState, stored.LeaseStatus));
        }

        [Fact]
        public async Task NameInUse_IsRefused()
        {
            var container = await service.NewContainerAsync();
            await Refused.AsAsync(409, BlobErrorCode.ContainerAlreadyExists, () => container.CreateAsync());
            Refused.As(409, BlobErrorCode.ContainerAlreadyExists, () => container.Create());
            Refused.As(409, BlobErrorCode.ContainerAlreadyExists, () => service.Client.CreateBlobContainer(container.Name));
        }

        [Fact]
        public async Task IllegalName_IsRefused() =>
            await Refused.AsAsync(400, BlobErrorCode.InvalidResourceName, () => service.Client.CreateBlobContainerAsync("Upper_Case"));

        [Fact]
        public async Task IfNotExists_AnswersOnceAndThenNothing()
        {
            var container = service.Client.GetBlobContainerClient(AzuriteServer.UniqueName());
            Assert.NotNull(await container.CreateIfNotExistsAsync());
            Assert.Null(await container.CreateIfNotExistsAsync());
            Assert.Null(container.CreateIfNotExists());
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class Delete(BlobService service)
    {
        [Fact]
        public async Task Container_IsGone()
        {
            var container = await service.NewContainerAsync();
            Assert.True(await container.ExistsAsync());
            Assert.Equal(202, (await container.DeleteAsync()).Status);
            Assert.False(container.Exists());
            await Refused.AsAsync(404, BlobErrorCode.ContainerNotFound, () => container.DeleteAsync());
            Refused.As(404, BlobErrorCode.ContainerNotFound, () => service.Client.DeleteBlobContainer(container.Name));
        }

        [Fact]
        public async Task IfExists_TellsWhetherItWasThere()
        {
            var container = await service.NewContainerAsync();
            Assert.True(container.DeleteIfExists());
            Assert.False(await container.DeleteIfExistsAsync());
        }

        [Fact]
        public async Task LeasedContainer_NeedsItsLease()
        {
            var container = await service.NewContainerAsync();
            var lease = container.GetBlobLeaseClient();
            await lease.AcquireAsync(TimeSpan.FromSeconds(60));
            await Refused.AsAsync(412, BlobErrorCode.LeaseIdMissing, () => container.DeleteAsync());
            await Refused.AsAsync(412, BlobErrorCode.LeaseIdMissing, () => container.DeleteIfExistsAsync());
            Assert.Equal(202, (await container.DeleteAsync(new BlobRequestConditions { LeaseId = lease.LeaseId })).Status);
        }

        [Fact]
        public async Task ConditionOnAnETag_IsRefusedBeforeItIsSent()
        {
            var container = await service.NewContainerAsync();
            var condition = new BlobRequestConditions { IfMatch = new ETag("\"1\""), TagConditions = "\"a\"='b'" };
            var refusal = Assert.Throws<ArgumentException>(() => { container.Delete(condition); });
            Assert.Contains("Delete does not support the IfMatch, TagConditions condition(s).", refusal.Message, StringComparison.Ordinal);
            Assert.True(await container.ExistsAsync());
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class SetMetadata(BlobService service)
    {
        [Fact]
        public async Task Metadata_IsReplacedAndTheETagChanges()
        {
            var container = await service.NewContainerAsync();
            var before = (await container.GetPropertiesAsync()).Value;
            var first = await container.SetMetadataAsync(Metadata);
            container.SetMetadata(new Dictionary<string, string> { ["other"] = "1" });
            var after = container.GetProperties().Value;
            Assert.NotEqual(before.ETag, first.Value.ETag);
            Assert.Equal(new Dictionary<string, string> { ["other"] = "1" }, after.Metadata);
        }

        [Fact]
        public async Task DateThatCannotBeAsked_IsRefusedBeforeItIsSent()
        {
            var container = await service.NewContainerAsync();
            var condition = new BlobRequestConditions { IfUnmodifiedSince = DateTimeOffset.UnixEpoch };
            Assert.Throws<ArgumentException>(() => { container.SetMetadata(Metadata, condition); });
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class List(BlobService service)
    {
        [Fact]
        public async Task Containers_ComeByPagesWithTheirMetadata()
        {
            var prefix = AzuriteServer.UniqueName("l");
            var names = Enumerable.Range(0, 5).Select(number => $"{prefix}-{number}").ToArray();
            foreach (var name in names)
            {
                await service.Client.CreateBlobContainerAsync(name, metadata: Metadata);
            }

            var pages = new List<Page<BlobContainerItem>>();
            await foreach (
                var page in service.Client.GetBlobContainersAsync(BlobContainerTraits.Metadata, prefix: prefix).AsPages(pageSizeHint: 2))
            {
                pages.Add(page);
            }

            Assert.Equal([2, 2, 1], pages.Select(page => page.Values.Count));
            Assert.Equal(names, pages.SelectMany(page => page.Values).Select(item => item.Name));
            Assert.All(pages.SelectMany(page => page.Values), item => Assert.Equal(Metadata, item.Properties.Metadata));

            var rest = service.Client.GetBlobContainers(prefix: prefix).AsPages(pages[1].ContinuationToken).Single();
            Assert.Equal([names[4]], rest.Values.Select(item => item.Name));
            Assert.Null(rest.Values[0].Properties.Metadata);
            Assert.NotEqual(default, rest.Values[0].Properties.LastModified);
        }

        [Fact]
        public void NothingOfThePrefix_IsAnEmptyList() => Assert.Empty(service.Client.GetBlobContainers(prefix: "nothing-like-this"));
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class Service(BlobService service)
    {
        [Fact]
        public async Task Cors_IsSetAndRead()
        {
            var rule = new BlobCorsRule
            {
                AllowedOrigins = "https://a.example,https://b.example",
                AllowedMethods = "GET,PUT",
                AllowedHeaders = "x-ms-*",
                ExposedHeaders = "ETag",
                MaxAgeInSeconds = 60,
            };
            var before = (await service.Client.GetPropertiesAsync()).Value;
            Assert.Equal(202, (await service.Client.SetPropertiesAsync(new BlobServiceProperties { Cors = [rule] })).Status);
            var after = service.Client.GetProperties().Value;
            var stored = Assert.Single(after.Cors!);
            Assert.Equal(rule.AllowedOrigins, stored.AllowedOrigins);
            Assert.Equal(rule.AllowedMethods, stored.AllowedMethods);
            Assert.Equal(rule.AllowedHeaders, stored.AllowedHeaders);
            Assert.Equal(rule.ExposedHeaders, stored.ExposedHeaders);
            Assert.Equal(60, stored.MaxAgeInSeconds);
            Assert.Equal(before.Logging!.Version, after.Logging!.Version);
            Assert.Equal(before.HourMetrics!.Enabled, after.HourMetrics!.Enabled);

            service.Client.SetProperties(new BlobServiceProperties { Cors = [] });
            Assert.Empty((await service.Client.GetPropertiesAsync()).Value.Cors ?? []);
        }

        [Fact]
        public async Task WhatWasRead_CanBeWritten()
        {
            var properties = (await service.Client.GetPropertiesAsync()).Value;
            properties.DeleteRetentionPolicy = new BlobRetentionPolicy { Enabled = true, Days = 3 };
            properties.HourMetrics = new BlobMetrics { Version = "1.0", Enabled = true, IncludeApis = true, RetentionPolicy = new() };
            properties.StaticWebsite = new BlobStaticWebsite { Enabled = true, IndexDocument = "i.html", ErrorDocument404Path = "e.html" };
            properties.DefaultServiceVersion = "2020-12-06";
            await service.Client.SetPropertiesAsync(properties);
            var stored = (await service.Client.GetPropertiesAsync()).Value;
            Assert.Equal((true, 3), (stored.DeleteRetentionPolicy!.Enabled, stored.DeleteRetentionPolicy.Days!.Value));
            Assert.True(stored.HourMetrics!.IncludeApis);
            Assert.Equal("i.html", stored.StaticWebsite!.IndexDocument);
            Assert.Equal("2020-12-06", stored.DefaultServiceVersion);
        }
    }
}
