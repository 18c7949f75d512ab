using Azure;
using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Pipeline;
using Azure.Storage.Blobs.Rest;
using Azure.Storage.Blobs.Specialized;

namespace Packages.Tests.Blobs;

public static class ClientTests
{
    private const string Key = "a2V5a2V5a2V5";

    public sealed class ByConnectionString
    {
        [Fact]
        public void AccountOfTheCloud_HasItsAddressFromTheSuffix()
        {
            var text = $"DefaultEndpointsProtocol=https;AccountName=acct;AccountKey={Key};EndpointSuffix=core.example";
            var service = new BlobServiceClient(text);
            Assert.Equal("acct", service.AccountName);
            Assert.Equal(new Uri("https://acct.blob.core.example/"), service.Uri);
            Assert.True(service.CanGenerateAccountSasUri);
            var blob = new BlobClient(text, "c", "a b");
            Assert.Equal(("acct", "c", "a b"), (blob.AccountName, blob.BlobContainerName, blob.Name));
            Assert.Equal("https://acct.blob.core.example/c/a%20b", blob.Uri.AbsoluteUri);
            Assert.Equal("https://acct.blob.core.example/$web", new BlobContainerClient(text, "$web").Uri.AbsoluteUri);
        }

        [Fact]
        public void Emulator_HasItsAccountInThePath()
        {
            var service = new BlobServiceClient("UseDevelopmentStorage=true");
            Assert.Equal("devstoreaccount1", service.AccountName);
            var blob = service.GetBlobContainerClient("c").GetBlockBlobClient("b");
            Assert.Equal("http://127.0.0.1:10000/devstoreaccount1/c/b", blob.Uri.AbsoluteUri);
        }

        [Fact]
        public void MachineByName_HasItsAccountInThePathToo()
        {
            var text = $"AccountName=acct;AccountKey={Key};BlobEndpoint=http://storage:4444/acct";
            var blob = new AppendBlobClient(text, "c", "b");
            Assert.Equal(("acct", "c", "b"), (blob.AccountName, blob.BlobContainerName, blob.Name));
            Assert.Equal("http://storage:4444/acct/c/b", blob.Uri.AbsoluteUri);
            Assert.Equal(("acct", "c", "b"), Names(new BlobClient(blob.Uri)));
        }

        [Fact]
        public void SharedAccessSignature_GoesIntoEveryQuery()
        {
            using var script = new ScriptedService().Answer(202);
            var service = new BlobServiceClient("BlobEndpoint=https://acct.example/;SharedAccessSignature=?sv=1&sig=ab%2B", script.Options);
            Assert.False(service.CanGenerateAccountSasUri);
            service.GetBlobContainerClient("c").GetBlobClient("b").Delete();
            var request = Assert.Single(script.Requests);
            Assert.Equal("https://acct.example/c/b?sv=1&sig=ab%2B", request.Uri.AbsoluteUri);
            Assert.DoesNotContain("Authorization", request.Headers.Keys);
        }

        [Theory]
        [InlineData("nothing like it")]
        [InlineData("AccountKey=a2V5")]
        [InlineData("DefaultEndpointsProtocol=https;AccountName=acct")]
        [InlineData("AccountName=acct;AccountKey=not base64!")]
        [InlineData("BlobEndpoint=nowhere;SharedAccessSignature=sv=1")]
        public void UnusableText_IsRefused(string connectionString)
        {
            Assert.Throws<FormatException>(() => new BlobServiceClient(connectionString));
            Assert.Throws<FormatException>(() => new BlobContainerClient(connectionString, "c"));
            Assert.Throws<FormatException>(() => new BlobClient(connectionString, "c", "b"));
        }

        [Fact]
        public void MissingText_IsRefused()
        {
            Assert.Throws<ArgumentNullException>(() => new BlobServiceClient((string)null!));
            Assert.Throws<ArgumentNullException>(() => new BlobServiceClient(string.Empty));
        }
    }

    public sealed class ByAddress
    {
        [Fact]
        public void Parts_AreReadFromTheAddress()
        {
            var blob = new BlobClient(
                new Uri("https://acct.blob.core.windows.net/c/dir/a%20b%25%C3%BC?snapshot=2026-03-02T09:00:00.0000000Z&sv=1&sig=x"));
            Assert.Equal(("acct", "c", "dir/a b%ü"), Names(blob));
            Assert.EndsWith("?sv=1&sig=x&snapshot=2026-03-02T09:00:00.0000000Z", blob.Uri.AbsoluteUri, StringComparison.Ordinal);
            Assert.EndsWith("/a%20b%25%C3%BC?sv=1&sig=x", blob.WithSnapshot(string.Empty).Uri.AbsoluteUri, StringComparison.Ordinal);
            Assert.EndsWith("&versionid=v", blob.WithSnapshot(null).WithVersion("v").Uri.AbsoluteUri, StringComparison.Ordinal);
            var container = blob.GetParentBlobContainerClient();
            Assert.Equal("https://acct.blob.core.windows.net/c?sv=1&sig=x", container.Uri.AbsoluteUri);
            Assert.Equal("https://acct.blob.core.windows.net/?sv=1&sig=x", container.GetParentBlobServiceClient().Uri.AbsoluteUri);
        }

        [Fact]
        public void DomainOfOnesOwn_TellsNoAccount()
        {
            var key = new StorageSharedKeyCredential("acct", Key);
            Assert.Equal((string.Empty, "c", "b"), Names(new BlobClient(new Uri("https://files.example/c/b"))));
            Assert.Equal("acct", new BlobClient(new Uri("https://files.example/c/b"), key).AccountName);
        }

        [Fact]
        public void TokenOverHttp_IsRefused()
        {
            var token = new FixedToken("t");
            Assert.Throws<ArgumentException>(() => new BlobServiceClient(new Uri("http://acct.blob.core.windows.net"), token));
            Assert.Throws<ArgumentException>(() => new BlobContainerClient(new Uri("http://acct.blob.core.windows.net/c"), token));
            Assert.Throws<ArgumentException>(() => new BlockBlobClient(new Uri("http://acct.blob.core.windows.net/c/b"), token));
        }

        [Fact]
        public void TwoSignatures_AreRefused()
        {
            var signed = new Uri("https://acct.blob.core.windows.net/c?sv=2020-12-06&sig=x");
            Assert.Throws<ArgumentException>(() => new BlobContainerClient(signed, new AzureSasCredential("sv=1&sig=y")));
        }

        [Theory]
        [InlineData(null, "https://storage.azure.com/.default")]
        [InlineData("https://acct.blob.core.windows.net/", "https://acct.blob.core.windows.net/.default")]
        public async Task Token_IsAskedForTheAudience(string? audience, string scope)
        {
            using var script = new ScriptedService().Answer(200, "<EnumerationResults/>");
            var token = new FixedToken("t");
            var options = script.Options;
            options.Audience = audience is null ? null : new(audience);
            var service = new BlobServiceClient(new Uri("https://acct.blob.core.windows.net"), token, options);
            await foreach (var _ in service.GetBlobContainersAsync())
            {
                Assert.Fail("The list is empty.");
            }

            Assert.Equal("Bearer t", script.Requests.Single().Headers["Authorization"]);
            Assert.Equal([scope], token.Scopes);
        }

        [Fact]
        public void Version_IsTheOneOfTheOptions()
        {
            using var script = new ScriptedService().Answer(202);
            var options = new BlobClientOptions(BlobClientOptions.ServiceVersion.V2021_12_02) { Transport = script.Transport };
            new BlobClient(new Uri("https://acct.blob.core.windows.net/c/b"), options).Delete();
            Assert.Equal("2021-12-02", script.Requests.Single().Headers["x-ms-version"]);
            Assert.Throws<ArgumentOutOfRangeException>(() => new BlobClientOptions((BlobClientOptions.ServiceVersion)99));
        }
    }

    public sealed class EmbeddedStore
    {
        private static readonly Uri Blob = new("http://127.0.0.1:10000/acct/c/b");

        [Fact]
        public void StoresTransport_IsTakenWhereTheCallerChoseNone()
        {
            using var store = new ScriptedService().Answer(202);
            var options = new BlobClientOptions();
            new BlobSession(options, BlobCredential.None, store.Transport)
                .Send(BlobOperations.Delete(Blob, default, conditions: null), CancellationToken.None);
            Assert.Single(store.Requests);
            Assert.Same(ClientOptions.Default.Transport, options.Transport);
        }

        [Fact]
        public void CallersTransport_Wins()
        {
            using var store = new ScriptedService();
            using var callers = new ScriptedService().Answer(202);
            new BlobSession(callers.Options, BlobCredential.None, store.Transport)
                .Send(BlobOperations.Delete(Blob, default, conditions: null), CancellationToken.None);
            Assert.Single(callers.Requests);
        }

        [Fact]
        public void OptionsUsedTwice_KeepTheStoresApart()
        {
            using var first = new ScriptedService().Answer(202);
            using var second = new ScriptedService().Answer(202);
            var options = new BlobClientOptions();
            HttpPipelineTransport[] stores = [first.Transport, second.Transport];
            foreach (var store in stores)
            {
                new BlobSession(options, BlobCredential.None, store)
                    .Send(BlobOperations.Delete(Blob, default, conditions: null), CancellationToken.None);
            }

            Assert.Single(first.Requests);
            Assert.Single(second.Requests);
        }
    }

    private static (string Account, string Container, string Blob) Names(BlobBaseClient blob) => (
        blob.AccountName, blob.BlobContainerName, blob.Name);
}

/// <summary>Hands out one token and remembers for whom it was asked.</summary>
public sealed class FixedToken(string token) : TokenCredential
{
    private readonly List<string> _scopes = [];

    public IReadOnlyList<string> Scopes => _scopes;

    public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
    {
        _scopes.AddRange(requestContext.Scopes);
        return new AccessToken(token, DateTimeOffset.UtcNow.AddHours(1));
    }

    public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
        new(GetToken(requestContext, cancellationToken));
}
