using System.Net;
using System.Net.Http.Headers;
using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;
using Tests.Support;

namespace Packages.Tests.Blobs;

/// <summary>Tokens of the directory, and addresses signed with a key it hands out, over https.</summary>
public static class DelegationTests
{
    /// <summary>The newest version whose delegation signatures the emulator can check.</summary>
    private const string EmulatorVersion = "2025-11-05";

    public sealed class ByToken(SecureBlobService service) : IClassFixture<SecureBlobService>
    {
        private BlobServiceClient Client => new(service.Endpoint, new FixedToken(SecureBlobService.Token()), service.Options);

        [Fact]
        public async Task Client_ReadsAndWrites()
        {
            var container = await NewContainerAsync();
            await container.UploadBlobAsync("b", BinaryData.FromString("hello"));
            Assert.Equal("hello", (await container.GetBlobClient("b").DownloadContentAsync()).Value.Content.ToString());
            Assert.False(container.CanGenerateSasUri);
        }

        [Fact]
        public async Task TokenForSomebodyElse_IsRefused()
        {
            var options = service.Options;
            options.Retry.MaxRetries = 0;
            var stranger = new BlobServiceClient(
                service.Endpoint, new FixedToken(SecureBlobService.Token("https://graph.example")), options);
            var error = await Assert.ThrowsAsync<RequestFailedException>(
                () => stranger.CreateBlobContainerAsync(AzuriteServer.UniqueName()));
            Assert.InRange(error.Status, 401, 403);
        }

        [Fact]
        public async Task Key_HoldsForTheTimeAskedFor()
        {
            var (start, end) = (DateTimeOffset.UtcNow.AddMinutes(-5), DateTimeOffset.UtcNow.AddHours(1));
            var key = (await Client.GetUserDelegationKeyAsync(start, end, CancellationToken.None)).Value;
            Assert.Equal(start.ToUnixTimeSeconds(), key.SignedStartsOn.ToUnixTimeSeconds());
            Assert.Equal(end.ToUnixTimeSeconds(), key.SignedExpiresOn.ToUnixTimeSeconds());
            Assert.Equal("b", key.SignedService);
            Assert.Equal("00000000-0000-0000-0000-000000000002", key.SignedObjectId);
            Assert.Equal("00000000-0000-0000-0000-000000000001", key.SignedTenantId);
            Assert.NotEmpty(Convert.FromBase64String(key.Value));
            Assert.NotEmpty(key.SignedVersion);
            Assert.Equal(key.Value, Client.GetUserDelegationKey(new BlobGetUserDelegationKeyOptions(end) { StartsOn = start }).Value.Value);
        }

        [Fact]
        public async Task KeyThatEndsBeforeItStarts_IsRefusedBeforeItIsSent()
        {
            var now = DateTimeOffset.UtcNow;
            await Assert.ThrowsAsync<ArgumentException>(() => Client.GetUserDelegationKeyAsync(now, now.AddMinutes(-1), default));
        }

        [Fact]
        public async Task ClientWithTheAccountsKey_GetsNone()
        {
            var client = new BlobServiceClient(service.Endpoint, BlobService.Key, service.Options);
            var error = await Assert.ThrowsAsync<RequestFailedException>(
                () => client.GetUserDelegationKeyAsync(new BlobGetUserDelegationKeyOptions(DateTimeOffset.UtcNow.AddHours(1))));
            Assert.InRange(error.Status, 401, 403);
        }

        [Fact]
        public async Task SignedAddress_ReadsRangesAndUploadsBlocksByPlainHttp()
        {
            var container = await NewContainerAsync();
            var blob = container.GetBlobClient("dir/a b.bin");
            var key = await NewKeyAsync();
            var write = blob.GenerateUserDelegationSasUri(Builder(BlobSasPermissions.Write | BlobSasPermissions.Create), key);
            const string Block = "YmxvY2s=";
            using var bytes = new StringContent("0123456789");
            using var list = new StringContent($"<BlockList><Latest>{Block}</Latest></BlockList>");
            using var staged = await service.Http.PutAsync(new Uri($"{write}&comp=block&blockid={Uri.EscapeDataString(Block)}"), bytes);
            using var committed = await service.Http.PutAsync(new Uri($"{write}&comp=blocklist"), list);
            Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (staged.StatusCode, committed.StatusCode));

            using var request = new HttpRequestMessage(
                HttpMethod.Get, blob.GenerateUserDelegationSasUri(Builder(BlobSasPermissions.Read), key));
            request.Headers.Range = new RangeHeaderValue(2, 4);
            using var answer = await service.Http.SendAsync(request);
            Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
            Assert.Equal("234", await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(write));
        }

        [Fact]
        public async Task ExpiredOtherBlobOrTampered_IsRefused()
        {
            var container = await NewContainerAsync();
            await container.UploadBlobAsync("mine", BinaryData.FromString("x"));
            await container.UploadBlobAsync("other", BinaryData.FromString("x"));
            var (mine, key) = (container.GetBlobClient("mine"), await NewKeyAsync());
            var address = mine.GenerateUserDelegationSasUri(Builder(BlobSasPermissions.Read), key);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(address));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(new Uri(container.GetBlobClient("other").Uri + address.Query)));
            Assert.Equal(
                HttpStatusCode.Forbidden,
                await StatusAsync(new Uri(address.AbsoluteUri.Replace("sp=r", "sp=rw", StringComparison.Ordinal))));
            var expired = Builder(BlobSasPermissions.Read);
            expired.ExpiresOn = DateTimeOffset.UtcNow.AddMinutes(-1);
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(mine.GenerateUserDelegationSasUri(expired, key)));
        }

        [Fact]
        public async Task SignatureOfAContainer_OpensItsBlobs()
        {
            var container = await NewContainerAsync();
            await container.UploadBlobAsync("b", BinaryData.FromString("x"));
            var builder = new BlobSasBuilder(BlobContainerSasPermissions.Read, DateTimeOffset.UtcNow.AddMinutes(5))
            {
                Version = EmulatorVersion,
            };
            var address = container.GenerateUserDelegationSasUri(builder, await NewKeyAsync());
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(new Uri(container.GetBlobClient("b").Uri + address.Query)));
        }

        private static BlobSasBuilder Builder(BlobSasPermissions permissions) =>
            new(permissions, DateTimeOffset.UtcNow.AddMinutes(5)) { Version = EmulatorVersion, Protocol = SasProtocol.Https };

        private async Task<UserDelegationKey> NewKeyAsync() => await Client.GetUserDelegationKeyAsync(
            new BlobGetUserDelegationKeyOptions(DateTimeOffset.UtcNow.AddHours(1)) { StartsOn = DateTimeOffset.UtcNow.AddMinutes(-5) });

        private async Task<BlobContainerClient> NewContainerAsync() => await Client.CreateBlobContainerAsync(AzuriteServer.UniqueName("c"));

        private async Task<HttpStatusCode> StatusAsync(Uri address)
        {
            using var answer = await service.Http.GetAsync(address);
            return answer.StatusCode;
        }
    }
}
