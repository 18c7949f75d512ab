using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Specialized;
using Azure.Storage.Sas;

namespace Packages.Tests.Blobs;

/// <summary>Signed addresses in the hands of somebody who knows nothing but HTTP, as a browser does.</summary>
public static class PlainHttpTests
{
    private static DateTimeOffset Soon => DateTimeOffset.UtcNow.AddMinutes(5);

    [Collection(BlobServiceCollection.Name)]
    public sealed class ServiceSas(BlobService service) : IDisposable
    {
        private readonly HttpClient _http = new();

        public void Dispose() => _http.Dispose();

        [Fact]
        public async Task Blocks_AreUploadedAndCommitted()
        {
            var blob = (await service.NewContainerAsync()).GetBlobClient("dir/from a browser ü.bin");
            var address = blob.GenerateSasUri(BlobSasPermissions.Create | BlobSasPermissions.Write, Soon);
            string[] ids = ["YmxvY2stMQ==", "YmxvY2stMg=="];
            foreach (var id in ids)
            {
                using var content = new StringContent($"<{id}>", Encoding.UTF8);
                using var block = await _http.PutAsync(new Uri($"{address}&comp=block&blockid={Uri.EscapeDataString(id)}"), content);
                Assert.Equal(HttpStatusCode.Created, block.StatusCode);
            }

            var list = $"<BlockList>{string.Concat(ids.Select(id => $"<Latest>{id}</Latest>"))}</BlockList>";
            using var commit = new HttpRequestMessage(HttpMethod.Put, $"{address}&comp=blocklist")
            {
                Content = new StringContent(list, Encoding.UTF8, "application/xml"),
            };
            commit.Headers.Add("x-ms-blob-content-type", "application/pdf");
            Assert.Equal(HttpStatusCode.Created, (await _http.SendAsync(commit)).StatusCode);

            var stored = (await blob.DownloadContentAsync()).Value;
            Assert.Equal("<YmxvY2stMQ==><YmxvY2stMg==>", stored.Content.ToString());
            Assert.Equal("application/pdf", stored.Details.ContentType);
        }

        [Fact]
        public async Task Ranges_AreRead()
        {
            var blob = await service.NewBlobAsync("0123456789");
            using var request = new HttpRequestMessage(HttpMethod.Get, blob.GenerateSasUri(BlobSasPermissions.Read, Soon));
            request.Headers.Range = new RangeHeaderValue(3, 5);
            using var answer = await _http.SendAsync(request);
            Assert.Equal(HttpStatusCode.PartialContent, answer.StatusCode);
            Assert.Equal("345", await answer.Content.ReadAsStringAsync());
            Assert.Equal("bytes 3-5/10", answer.Content.Headers.ContentRange!.ToString());
        }

        [Fact]
        public async Task ExpiredOrNotYetValid_IsRefused()
        {
            var blob = await service.NewBlobAsync();
            await RefusedAsync(blob.GenerateSasUri(BlobSasPermissions.Read, DateTimeOffset.UtcNow.AddMinutes(-1)));
            var later = new BlobSasBuilder(BlobSasPermissions.Read, Soon.AddHours(1)) { StartsOn = Soon };
            await RefusedAsync(blob.GenerateSasUri(later));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(blob.GenerateSasUri(BlobSasPermissions.Read, Soon)));
        }

        [Fact]
        public async Task PermissionThatIsNotGranted_IsRefused()
        {
            var blob = await service.NewBlobAsync();
            var readOnly = blob.GenerateSasUri(BlobSasPermissions.Read, Soon);
            using var write = new HttpRequestMessage(HttpMethod.Put, readOnly) { Content = new StringContent("x") };
            write.Headers.Add("x-ms-blob-type", "BlockBlob");
            Assert.Equal(HttpStatusCode.Forbidden, (await _http.SendAsync(write)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await _http.DeleteAsync(readOnly)).StatusCode);
            await RefusedAsync(blob.GenerateSasUri(BlobSasPermissions.Write, Soon));
            var container = blob.GetParentBlobContainerClient();
            Assert.Equal(
                HttpStatusCode.Forbidden, await StatusAsync(new Uri($"{container.Uri}{readOnly.Query}&restype=container&comp=list")));
        }

        [Fact]
        public async Task OtherBlob_IsRefused()
        {
            var blob = await service.NewBlobAsync();
            var other = blob.GetParentBlobContainerClient().GetBlobClient("other");
            await other.UploadAsync(BinaryData.FromString("secret"));
            var signature = blob.GenerateSasUri(BlobSasPermissions.Read, Soon).Query;
            await RefusedAsync(new Uri(other.Uri + signature));
            var elsewhere = await service.NewBlobAsync(name: "blob");
            await RefusedAsync(new Uri(elsewhere.Uri + signature));
        }

        [Theory]
        [InlineData("sp=r", "sp=rw")]
        [InlineData("se=20", "se=21")]
        [InlineData("sr=b", "sr=c")]
        [InlineData("spr=https,http&", "")]
        [InlineData("rsct=text%2Fplain", "rsct=text%2Fhtml")]
        [InlineData("sig=", "sig=A")]
        public async Task TamperedSignature_IsRefused(string part, string forged)
        {
            var blob = await service.NewBlobAsync();
            var builder = new BlobSasBuilder(BlobSasPermissions.Read, Soon)
            {
                Protocol = SasProtocol.HttpsAndHttp,
                ContentType = "text/plain",
            };
            var address = blob.GenerateSasUri(builder).AbsoluteUri;
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(new Uri(address)));
            Assert.Contains(part, address, StringComparison.Ordinal);
            await RefusedAsync(new Uri(address.Replace(part, forged, StringComparison.Ordinal)));
        }

        [Fact]
        public async Task KeyThatIsNotTheAccounts_IsRefused()
        {
            var blob = await service.NewBlobAsync();
            var stranger = new StorageSharedKeyCredential("devstoreaccount1", "a2V5a2V5a2V5");
            await RefusedAsync(new BlobClient(blob.Uri, stranger).GenerateSasUri(BlobSasPermissions.Read, Soon));
        }

        [Fact]
        public async Task HttpsOnly_IsRefusedOverHttp()
        {
            var blob = await service.NewBlobAsync();
            var builder = new BlobSasBuilder(BlobSasPermissions.Read, Soon) { Protocol = SasProtocol.Https };
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(blob.GenerateSasUri(builder)));
        }

        [Fact]
        public async Task ContainersSignature_OpensItsBlobsAndItsList()
        {
            var blob = await service.NewBlobAsync(name: "a/b c");
            var container = blob.GetParentBlobContainerClient();
            var address = container.GenerateSasUri(BlobContainerSasPermissions.Read | BlobContainerSasPermissions.List, Soon);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(new Uri($"{address}&restype=container&comp=list")));
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(new Uri(blob.Uri.AbsoluteUri + address.Query)));

            // The clients take such an address as well, whole or as a credential of its own.
            var signed = new BlobContainerClient(address);
            Assert.Equal("a/b c", Assert.Single(signed.GetBlobs()).Name);
            Assert.Equal("hello", (await signed.GetBlobClient("a/b c").DownloadContentAsync()).Value.Content.ToString());
            var credential = new BlobContainerClient(container.Uri, new Azure.AzureSasCredential(address.Query));
            Assert.Equal("a/b c", Assert.Single(credential.GetBlobs()).Name);
        }

        [Fact]
        public async Task AccountsSignature_OpensWhatItNames()
        {
            var blob = await service.NewBlobAsync();
            var address = service.Client.GenerateAccountSasUri(AccountSasPermissions.Read, Soon, AccountSasResourceTypes.Object);
            Assert.Equal(HttpStatusCode.OK, await StatusAsync(new Uri(blob.Uri.AbsoluteUri + address.Query)));
            Assert.Equal(HttpStatusCode.Forbidden, await StatusAsync(new Uri($"{address}&comp=list")));
            var signed = new BlobServiceClient(address).GetBlobContainerClient(blob.BlobContainerName).GetBlobClient(blob.Name);
            Assert.Equal("hello", (await signed.DownloadContentAsync()).Value.Content.ToString());
            var tablesOnly = new AccountSasBuilder(
                AccountSasPermissions.Read, Soon, AccountSasServices.Tables, AccountSasResourceTypes.Object);
            Assert.Throws<InvalidOperationException>(() => service.Client.GenerateAccountSasUri(tablesOnly));
        }

        private async Task<HttpStatusCode> StatusAsync(Uri address)
        {
            using var answer = await _http.GetAsync(address);
            return answer.StatusCode;
        }

        private async Task RefusedAsync(Uri address)
        {
            using var answer = await _http.GetAsync(address);
            Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
            Assert.Contains("Auth", string.Join(',', answer.Headers.GetValues("x-ms-error-code")), StringComparison.Ordinal);
        }
    }
}
