using Azure;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Packages.Tests.Blobs;

public static class LeaseTests
{
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(15);

    [Collection(BlobServiceCollection.Name)]
    public sealed class Acquire(BlobService service)
    {
        [Fact]
        public async Task FreeBlob_IsTaken()
        {
            var blob = await service.NewBlobAsync();
            var id = Guid.NewGuid().ToString();
            var lease = blob.GetBlobLeaseClient(id);
            var taken = await lease.AcquireAsync(Shortest);
            Assert.Equal(201, taken.GetRawResponse().Status);
            Assert.Equal((id, id), (taken.Value.LeaseId, lease.LeaseId));
            var properties = (await blob.GetPropertiesAsync()).Value;
            Assert.Equal(
                (LeaseState.Leased, LeaseStatus.Locked, LeaseDurationType.Fixed),
                (properties.LeaseState, properties.LeaseStatus, properties.LeaseDuration));
            Assert.Equal(taken.Value.ETag, properties.ETag);
            Assert.Equal(blob.Uri, lease.Uri);
        }

        [Fact]
        public async Task LeaseWithoutEnd_IsInfinite()
        {
            var blob = await service.NewBlobAsync();
            blob.GetBlobLeaseClient().Acquire(BlobLeaseClient.InfiniteLeaseDuration);
            Assert.Equal(LeaseDurationType.Infinite, (await blob.GetPropertiesAsync()).Value.LeaseDuration);
        }

        [Fact]
        public async Task TakenBlob_IsRefusedToAnother()
        {
            var blob = await service.NewBlobAsync();
            await blob.GetBlobLeaseClient().AcquireAsync(Shortest);
            await Refused.AsAsync(409, BlobErrorCode.LeaseAlreadyPresent, () => blob.GetBlobLeaseClient().AcquireAsync(Shortest));
            Refused.As(409, BlobErrorCode.LeaseAlreadyPresent, () => blob.GetBlobLeaseClient().Acquire(Shortest));
        }

        [Fact]
        public async Task ManyAtOnce_GiveOneHolder()
        {
            var blob = await service.NewBlobAsync();
            var outcomes = await Task.WhenAll(Enumerable.Range(0, 8).Select(async _ =>
            {
                try
                {
                    await blob.GetBlobLeaseClient().AcquireAsync(Shortest);
                    return "taken";
                }
                catch (RequestFailedException error)
                {
                    return error.ErrorCode;
                }
            }));
            Assert.Single(outcomes, "taken");
            Assert.Equal(7, outcomes.Count(outcome => outcome == "LeaseAlreadyPresent"));
        }

        [Fact]
        public async Task Condition_DecidesToo()
        {
            var blob = await service.NewBlobAsync();
            var other = new RequestConditions { IfMatch = new ETag("\"0x1\"") };
            await Refused.AsAsync(412, BlobErrorCode.ConditionNotMet, () => blob.GetBlobLeaseClient().AcquireAsync(Shortest, other));
            var same = new RequestConditions { IfMatch = (await blob.GetPropertiesAsync()).Value.ETag };
            await blob.GetBlobLeaseClient().AcquireAsync(Shortest, same);
        }

        [Fact]
        public async Task DurationOutsideTheLimits_IsRefused()
        {
            var blob = await service.NewBlobAsync();
            var error = await Assert.ThrowsAsync<RequestFailedException>(() => blob.GetBlobLeaseClient().AcquireAsync(TimeSpan.FromSeconds(5)));
            Assert.Equal(400, error.Status);
        }

        [Fact]
        public async Task MissingBlob_IsRefused()
        {
            var blob = (await service.NewContainerAsync()).GetBlobClient("none");
            await Refused.AsAsync(404, BlobErrorCode.BlobNotFound, () => blob.GetBlobLeaseClient().AcquireAsync(Shortest));
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class Hold(BlobService service)
    {
        [Fact]
        public async Task Writes_NeedTheLease()
        {
            var blob = await service.NewBlobAsync();
            var lease = blob.GetBlobLeaseClient();
            await lease.AcquireAsync(Shortest);
            var metadata = new Dictionary<string, string> { ["a"] = "1" };
            await Refused.AsAsync(412, BlobErrorCode.LeaseIdMissing, () => blob.SetMetadataAsync(metadata));
            await Refused.AsAsync(412, BlobErrorCode.LeaseIdMissing, () => blob.UploadAsync(BinaryData.FromString("x"), overwrite: true));
            await Refused.AsAsync(412, BlobErrorCode.LeaseIdMissing, () => blob.DeleteAsync());
            var wrong = new BlobRequestConditions { LeaseId = Guid.NewGuid().ToString() };
            await Refused.AsAsync(412, BlobErrorCode.LeaseIdMismatchWithBlobOperation, () => blob.SetMetadataAsync(metadata, wrong));
            await Refused.AsAsync(412, BlobErrorCode.LeaseIdMismatchWithBlobOperation, () => blob.GetPropertiesAsync(wrong));

            var right = new BlobRequestConditions { LeaseId = lease.LeaseId };
            await blob.SetMetadataAsync(metadata, right);
            await blob.UploadAsync(BinaryData.FromString("x"), new BlobUploadOptions { Conditions = right });
            Assert.Equal("x", (await blob.DownloadContentAsync()).Value.Content.ToString());
            await blob.DeleteAsync(conditions: right);
        }

        [Fact]
        public async Task LeaseWhereThereIsNone_IsRefused()
        {
            var blob = await service.NewBlobAsync();
            var condition = new BlobRequestConditions { LeaseId = Guid.NewGuid().ToString() };
            await Refused.AsAsync(
                412, BlobErrorCode.LeaseNotPresentWithBlobOperation, () => blob.SetMetadataAsync(new Dictionary<string, string>(), condition));
        }

        [Fact]
        public async Task Appends_NeedTheLease()
        {
            var blob = (await service.NewContainerAsync()).GetAppendBlobClient("log");
            await blob.CreateAsync();
            var lease = blob.GetBlobLeaseClient();
            await lease.AcquireAsync(Shortest);
            await Refused.AsAsync(412, BlobErrorCode.LeaseIdMissing, () => blob.AppendBlockAsync(new MemoryStream([1])));
            var held = new AppendBlobAppendBlockOptions { Conditions = new AppendBlobRequestConditions { LeaseId = lease.LeaseId } };
            Assert.Equal("0", (await blob.AppendBlockAsync(new MemoryStream([1]), held)).Value.BlobAppendOffset);
        }

        [Fact]
        public async Task Renew_KeepsTheLease()
        {
            var blob = await service.NewBlobAsync();
            var lease = blob.GetBlobLeaseClient();
            await lease.AcquireAsync(Shortest);
            Assert.Equal(lease.LeaseId, (await lease.RenewAsync()).Value.LeaseId);
            Assert.Equal(200, lease.Renew().GetRawResponse().Status);
            await Refused.AsAsync(409, BlobErrorCode.LeaseIdMismatchWithLeaseOperation, () => blob.GetBlobLeaseClient().RenewAsync());
        }

        [Fact]
        public async Task Change_GivesItAnotherId()
        {
            var blob = await service.NewBlobAsync();
            var lease = blob.GetBlobLeaseClient();
            await lease.AcquireAsync(Shortest);
            var (former, next, last) = (lease.LeaseId, Guid.NewGuid().ToString(), Guid.NewGuid().ToString());
            Assert.Equal(next, (await lease.ChangeAsync(next)).Value.LeaseId);
            Assert.Equal(next, lease.LeaseId);
            Assert.Equal(last, lease.Change(last).Value.LeaseId);
            await Refused.AsAsync(409, BlobErrorCode.LeaseIdMismatchWithLeaseOperation, () => blob.GetBlobLeaseClient(former).RenewAsync());
            await lease.RenewAsync();
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class End(BlobService service)
    {
        [Fact]
        public async Task Release_FreesTheBlobAtOnce()
        {
            var blob = await service.NewBlobAsync();
            var lease = blob.GetBlobLeaseClient();
            await lease.AcquireAsync(Shortest);
            var released = await lease.ReleaseAsync();
            Assert.Equal((await blob.GetPropertiesAsync()).Value.ETag, released.Value.ETag);
            var next = blob.GetBlobLeaseClient();
            await next.AcquireAsync(Shortest);
            await Refused.AsAsync(409, BlobErrorCode.LeaseIdMismatchWithLeaseOperation, () => lease.ReleaseAsync());
            Assert.Equal(200, next.Release().GetRawResponse().Status);
        }

        [Fact]
        public async Task Break_EndsALeaseOfSomebodyElse()
        {
            var blob = await service.NewBlobAsync();
            var lease = blob.GetBlobLeaseClient();
            await lease.AcquireAsync(BlobLeaseClient.InfiniteLeaseDuration);
            var broken = await blob.GetBlobLeaseClient().BreakAsync(TimeSpan.Zero);
            Assert.Equal(202, broken.GetRawResponse().Status);
            Assert.Equal(0, broken.Value.LeaseTime);
            Assert.Equal(LeaseState.Broken, (await blob.GetPropertiesAsync()).Value.LeaseState);
            await Refused.AsAsync(409, BlobErrorCode.LeaseIsBrokenAndCannotBeRenewed, () => lease.RenewAsync());
            await blob.GetBlobLeaseClient().AcquireAsync(Shortest);
        }

        [Fact]
        public async Task BreakWithAPeriod_HoldsTheBlobUntilThen()
        {
            var blob = await service.NewBlobAsync();
            var lease = blob.GetBlobLeaseClient();
            await lease.AcquireAsync(TimeSpan.FromSeconds(60));
            Assert.InRange(lease.Break(TimeSpan.FromSeconds(30)).Value.LeaseTime!.Value, 25, 30);
            Assert.Equal(LeaseState.Breaking, (await blob.GetPropertiesAsync()).Value.LeaseState);
            await Refused.AsAsync(409, BlobErrorCode.LeaseIsBreakingAndCannotBeAcquired, () => lease.AcquireAsync(Shortest));
        }

        [Fact]
        public async Task BreakWithoutALease_IsRefused()
        {
            var blob = await service.NewBlobAsync();
            await Refused.AsAsync(409, BlobErrorCode.LeaseNotPresentWithLeaseOperation, () => blob.GetBlobLeaseClient().BreakAsync());
        }
    }

    [Collection(BlobServiceCollection.Name)]
    public sealed class OfContainer(BlobService service)
    {
        [Fact]
        public async Task Container_IsLeasedLikeABlob()
        {
            var container = await service.NewContainerAsync();
            var lease = container.GetBlobLeaseClient();
            await lease.AcquireAsync(Shortest);
            Assert.Equal(container.Uri, lease.Uri);
            Assert.Equal(LeaseState.Leased, (await container.GetPropertiesAsync()).Value.LeaseState);
            await Refused.AsAsync(409, BlobErrorCode.LeaseAlreadyPresent, () => new BlobLeaseClient(container).AcquireAsync(Shortest));
            await lease.RenewAsync();
            await lease.ChangeAsync(Guid.NewGuid().ToString());
            await lease.ReleaseAsync();
            await lease.AcquireAsync(Shortest);
            await lease.BreakAsync(TimeSpan.Zero);
            Assert.Equal(LeaseState.Broken, (await container.GetPropertiesAsync()).Value.LeaseState);
        }

        [Fact]
        public async Task ConditionOnAnETag_IsRefusedBeforeItIsSent()
        {
            var container = await service.NewContainerAsync();
            var condition = new RequestConditions { IfMatch = ETag.All };
            await Assert.ThrowsAsync<ArgumentException>(() => container.GetBlobLeaseClient().AcquireAsync(Shortest, condition));
        }
    }
}
