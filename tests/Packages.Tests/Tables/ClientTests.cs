using Azure;
using Azure.Core;
using Azure.Data.Tables;

namespace Packages.Tests.Tables;

public static class ClientTests
{
    private const string Key = "a2V5a2V5a2V5";

    public sealed class ByConnectionString
    {
        [Fact]
        public void AccountOfTheCloud_HasItsAddressFromTheSuffix()
        {
            var text = $"DefaultEndpointsProtocol=https;AccountName=acct;AccountKey={Key};EndpointSuffix=core.example";
            var table = new TableClient(text, "t");
            Assert.Equal(("acct", "t"), (table.AccountName, table.Name));
            Assert.Equal(new Uri("https://acct.table.core.example/t"), table.Uri);
        }

        [Fact]
        public void Emulator_HasItsAccountInThePath()
        {
            var service = new TableServiceClient("UseDevelopmentStorage=true");
            Assert.Equal("devstoreaccount1", service.AccountName);
            Assert.Equal(new Uri("http://127.0.0.1:10002/devstoreaccount1"), service.Uri);
            Assert.Equal(new Uri("http://127.0.0.1:10002/devstoreaccount1/t"), service.GetTableClient("t").Uri);
        }

        [Fact]
        public void SharedAccessSignature_GoesIntoEveryQuery()
        {
            using var script = new ScriptedHandler().Answer(204);
            var table = new TableClient("TableEndpoint=https://acct.example/;SharedAccessSignature=?sv=1&sig=ab%2B", "t", script.Options);
            table.DeleteEntity("p", "r");
            var request = Assert.Single(script.Requests);
            var address = request.Uri.AbsoluteUri;
            Assert.StartsWith("https://acct.example/t(PartitionKey='p',RowKey='r')?sv=1&sig=ab%2B&", address, StringComparison.Ordinal);
            Assert.DoesNotContain("Authorization", request.Headers.Keys);
        }

        [Theory]
        [InlineData("nothing like it")]
        [InlineData("AccountKey=a2V5")]
        [InlineData("DefaultEndpointsProtocol=https;AccountName=acct")]
        [InlineData("AccountName=acct;AccountKey=not base64!")]
        [InlineData("TableEndpoint=nowhere;SharedAccessSignature=sv=1")]
        public void UnusableText_IsRefused(string connectionString)
        {
            Assert.Throws<InvalidOperationException>(() => new TableClient(connectionString, "t"));
            Assert.Throws<InvalidOperationException>(() => new TableServiceClient(connectionString));
        }

        [Fact]
        public void MissingText_IsRefused()
        {
            Assert.Throws<ArgumentNullException>(() => new TableClient((string)null!, "t"));
            Assert.Throws<ArgumentException>(() => new TableServiceClient(string.Empty));
            Assert.Throws<ArgumentException>(() => new TableClient("UseDevelopmentStorage=true", string.Empty));
            Assert.Throws<ArgumentNullException>(() => new TableServiceClient("UseDevelopmentStorage=true").GetTableClient(null!));
        }
    }

    public sealed class ByAddress
    {
        [Fact]
        public void AccountKey_SignsForTheAccountInTheAddress()
        {
            var credential = new TableSharedKeyCredential("acct", Key);
            Assert.Equal(new Uri("https://acct.example/t"), new TableClient(new Uri("https://acct.example"), "t", credential).Uri);
            Assert.Equal("acct", new TableServiceClient(new Uri("https://acct.example"), credential).AccountName);
            Assert.Throws<ArgumentNullException>(() => new TableClient(null!, "t", credential));
            Assert.Throws<ArgumentNullException>(
                () => new TableServiceClient(new Uri("https://acct.example"), (TableSharedKeyCredential)null!));
        }

        [Fact]
        public async Task Token_IsAskedForTheCloudAndSentAsBearer()
        {
            using var script = new ScriptedHandler().Answer(204).Answer(204);
            var tokens = new FixedToken();
            await new TableClient(new Uri("https://acct.example"), "t", tokens, script.Options).DeleteEntityAsync("p", "r");
            var options = script.Options;
            options.Audience = TableAudience.AzureGovernment;
            new TableServiceClient(new Uri("https://acct.example"), tokens, options).DeleteTable("t");
            Assert.Equal(["https://storage.azure.com/.default", "https://storage.azure.us/.default"], tokens.Scopes);
            Assert.All(script.Requests, request => Assert.Equal("Bearer secret", request.Headers["Authorization"]));
        }

        [Fact]
        public void TokenOverPlainHttp_IsNeverSent()
        {
            using var script = new ScriptedHandler();
            var table = new TableClient(new Uri("http://acct.example"), "t", new FixedToken(), script.Options);
            Assert.Throws<InvalidOperationException>(() => table.DeleteEntity("p", "r"));
            Assert.Empty(script.Requests);
        }

        [Theory]
        [InlineData("https://acct.example/t?sv=1&sig=x", "https://acct.example/t", "acct")]
        [InlineData("https://acct.example?sv=1&tn=t&sig=x", "https://acct.example/t", "acct")]
        [InlineData("http://127.0.0.1:10002/devstore/t?sv=1&sig=x", "http://127.0.0.1:10002/devstore/t", "devstore")]
        public void AddressWithASignature_NamesTheTable(string address, string expected, string account)
        {
            using var script = new ScriptedHandler().Answer(204);
            var table = new TableClient(new Uri(address), script.Options);
            table.DeleteEntity("p", "r");
            Assert.Equal(("t", account, new Uri(expected)), (table.Name, table.AccountName, table.Uri));
            var asked = script.Requests[0].Uri.AbsoluteUri;
            Assert.StartsWith($"{expected}(PartitionKey='p',RowKey='r')?sv=1&", asked, StringComparison.Ordinal);
        }

        [Fact]
        public void SignatureCredential_IsTakenAnewForEveryTry()
        {
            using var script = new ScriptedHandler().Answer(503).Answer(204).Answer(204);
            var credential = new AzureSasCredential("?sv=1&sig=first");
            var options = script.Options;
            options.AddPolicy(new UpdateOnRetry(() => credential.Update("sv=1&sig=second")), HttpPipelinePosition.PerRetry);
            var table = new TableServiceClient(new Uri("https://acct.example"), credential, options).GetTableClient("t");
            table.DeleteEntity("p", "r");
            table.DeleteEntity("p", "r");
            Assert.Equal(["first", "second", "second"], script.Requests.Select(Signature));
        }

        private static string Signature(ScriptedHandler.Asked request) =>
            Assert.Single(request.Uri.Query.Split('&'), part => part.StartsWith("sig=", StringComparison.Ordinal))[4..];

        [Fact]
        public void SignatureInTheClear_IsRefused()
        {
            var signature = new AzureSasCredential("sv=1&sig=x");
            Assert.Throws<ArgumentException>(() => new TableClient(new Uri("http://acct.example/t"), signature));
            Assert.Throws<ArgumentException>(() => new TableClient(new Uri("http://acct.example/t?sig=x")));
            Assert.Throws<ArgumentException>(() => new TableServiceClient(new Uri("http://acct.example"), signature));
            Assert.Throws<ArgumentException>(() => new TableServiceClient(new Uri("http://acct.example?sig=x")));
        }

        [Fact]
        public void AddressThatLacksSomething_IsRefused()
        {
            Assert.Throws<ArgumentException>(() => new TableServiceClient(new Uri("https://acct.example")));
            Assert.Throws<ArgumentException>(() => new TableClient(new Uri("https://acct.example?sv=1&sig=x")));
        }
    }

    public sealed class Options
    {
        [Fact]
        public void ServiceVersion_IsSentWithEveryRequest()
        {
            using var script = new ScriptedHandler().Answer(204);
            var options = new TableClientOptions(TableClientOptions.ServiceVersion.V2019_02_02) { Transport = script.Options.Transport };
            new TableClient(new Uri("https://acct.example"), "t", TableService.Key, options).DeleteEntity("p", "r");
            Assert.Equal("2019-02-02", script.Requests[0].Headers["x-ms-version"]);
            Assert.Throws<ArgumentOutOfRangeException>(() => new TableClientOptions((TableClientOptions.ServiceVersion)9));
        }

        [Fact]
        public void TestDouble_AnswersOnlyWhatItOverrides()
        {
            var table = new Deaf();
            Assert.Equal(204, table.DeleteEntity("p", "r").Status);
            Assert.Throws<InvalidOperationException>(() => table.Delete());
        }
    }

    private sealed class Deaf : TableClient
    {
        public override Response DeleteEntity(
            string partitionKey, string rowKey, ETag ifMatch = default, CancellationToken cancellationToken = default)
        {
            using var script = new ScriptedHandler().Answer(204);
            var table = new TableClient(new Uri("https://acct.example"), "t", TableService.Key, script.Options);
            return table.DeleteEntity(partitionKey, rowKey, ifMatch, cancellationToken);
        }
    }

    private sealed class FixedToken : TokenCredential
    {
        public List<string> Scopes { get; } = [];

        public override AccessToken GetToken(TokenRequestContext requestContext, CancellationToken cancellationToken)
        {
            Scopes.AddRange(requestContext.Scopes);
            return new AccessToken("secret", DateTimeOffset.MaxValue);
        }

        public override ValueTask<AccessToken> GetTokenAsync(TokenRequestContext requestContext, CancellationToken cancellationToken) =>
            new(GetToken(requestContext, cancellationToken));
    }

    private sealed class UpdateOnRetry(Action update) : Azure.Core.Pipeline.HttpPipelineSynchronousPolicy
    {
        public override void OnReceivedResponse(HttpMessage message)
        {
            if (message.Response.Status == 503)
            {
                update();
            }
        }
    }
}
