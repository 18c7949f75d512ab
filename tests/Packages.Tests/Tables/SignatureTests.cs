using System.Net;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Azure.Data.Tables.Sas;

namespace Packages.Tests.Tables;

public static class SignatureTests
{
    private static readonly DateTimeOffset Expiry = new(2124, 2, 3, 4, 5, 6, TimeSpan.FromHours(2));

    public sealed class Builder
    {
        private readonly TableSharedKeyCredential _key = new("acct", "a2V5a2V5a2V5");

        [Fact]
        public void EveryField_IsSignedInTheOrderOfTheService()
        {
            var builder = new TableSasBuilder("Orders", TableSasPermissions.Read | TableSasPermissions.Delete, Expiry)
            {
                StartsOn = Expiry.AddHours(-1),
                Identifier = "policy",
                IPRange = TableSasIPRange.Parse("10.0.0.1-10.0.0.9"),
                Protocol = TableSasProtocol.HttpsAndHttp,
                PartitionKeyStart = "a b",
                RowKeyStart = "1",
                PartitionKeyEnd = "z",
                RowKeyEnd = "9",
            };

            // Written by hand from "Create a service SAS", string-to-sign of the Table service.
            const string Text =
                "rd\n2124-02-03T01:05:06Z\n2124-02-03T02:05:06Z\n/table/acct/orders\n"
                + "policy\n10.0.0.1-10.0.0.9\nhttps,http\n2019-07-07\na b\n1\nz\n9";
            var signature = Uri.EscapeDataString(Convert.ToBase64String(HMACSHA256.HashData("keykeykey"u8, Encoding.UTF8.GetBytes(Text))));
            Assert.Equal(
                "tn=Orders&spk=a%20b&epk=z&srk=1&erk=9&sv=2019-07-07&spr=https%2Chttp"
                + "&st=2124-02-03T01%3A05%3A06Z&se=2124-02-03T02%3A05%3A06Z"
                + $"&sip=10.0.0.1-10.0.0.9&si=policy&sp=rd&sig={signature}",
                builder.Sign(_key));
        }

        [Fact]
        public void StoredPolicy_NeedsNeitherExpiryNorPermissions()
        {
            var query = new TableSasBuilder { TableName = "t", Identifier = "policy" }.Sign(_key);
            Assert.StartsWith("tn=t&sv=2019-07-07&si=policy&sig=", query, StringComparison.Ordinal);
        }

        [Fact]
        public void MissingParts_AreRefused()
        {
            Assert.Throws<InvalidOperationException>(() => new TableSasBuilder().Sign(_key));
            Assert.Throws<InvalidOperationException>(() => new TableSasBuilder { TableName = "t", ExpiresOn = Expiry }.Sign(_key));
            Assert.Throws<InvalidOperationException>(() => new TableSasBuilder("t", TableSasPermissions.Read, default).Sign(_key));
        }

        [Fact]
        public void Permissions_AreLettersInTheOrderOfTheService()
        {
            Assert.Equal("raud", new TableSasBuilder("t", TableSasPermissions.All, Expiry).Permissions);
            Assert.Equal("ru", new TableSasBuilder("t", TableSasPermissions.Update | TableSasPermissions.Read, Expiry).Permissions);
            Assert.Equal("au", new TableSasBuilder("t", "au", Expiry).Permissions);
        }

        [Fact]
        public void AddressRange_IsOneAddressOrTwo()
        {
            var range = new TableSasIPRange(IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.0.0.9"));
            Assert.Equal(range, TableSasIPRange.Parse(range.ToString()));
            Assert.Equal("10.0.0.1", new TableSasIPRange(IPAddress.Parse("10.0.0.1")).ToString());
            Assert.Equal(string.Empty, default(TableSasIPRange).ToString());
            Assert.Throws<FormatException>(() => TableSasIPRange.Parse("here"));
        }
    }

    [Collection(TableServiceCollection.Name)]
    public sealed class OnTheService(TableService service)
    {
        [Fact]
        public async Task ReadOnlyAddress_ReadsByPlainHttpAndWritesNothing()
        {
            var table = await service.NewTableAsync();
            await table.AddEntityAsync(new Reading { Label = "seen" });
            var address = table.GenerateSasUri(TableSasPermissions.Read, Expiry);

            using var http = new HttpClient();
            http.DefaultRequestHeaders.Accept.ParseAdd("application/json;odata=nometadata");
            var body = await http.GetStringAsync(new Uri(address.AbsoluteUri.Replace("?", "()?", StringComparison.Ordinal)));
            Assert.Contains("\"seen\"", body, StringComparison.Ordinal);

            var reader = new TableClient(address);
            Assert.Equal("seen", reader.GetEntity<Reading>("sensor", "1").Value.Label);
            var refusal = Assert.Throws<RequestFailedException>(() => reader.UpsertEntity(new Reading()));
            Assert.Equal(403, refusal.Status);
        }

        [Fact]
        public async Task SignatureCredential_OpensTheTableItIsFor()
        {
            var table = await service.NewTableAsync();
            var other = await service.NewTableAsync();
            var signature = new AzureSasCredential(table.GetSasBuilder("ra", Expiry).Sign(TableService.Key));
            await new TableClient(table.Uri, signature).AddEntityAsync(new Reading());
            var refusal = Assert.Throws<RequestFailedException>(() => new TableClient(other.Uri, signature).AddEntity(new Reading()));
            Assert.Equal(403, refusal.Status);
            Assert.Single(table.Query<Reading>());
        }

        [Fact]
        public async Task WrongKey_IsRefused()
        {
            var table = await service.NewTableAsync();
            var wrong = new TableSharedKeyCredential(table.AccountName, "d3Jvbmc=");
            var stranger = new TableClient(service.Server.TableEndpoint, table.Name, wrong);
            var refusal = await Assert.ThrowsAsync<RequestFailedException>(() => stranger.AddEntityAsync(new Reading()));
            Assert.Equal(403, refusal.Status);
        }

        [Fact]
        public void SigningWithoutTheKeyOrForAnotherTable_IsRefused()
        {
            var keyless = new TableClient(new Uri("https://acct.example/t?sv=1&sig=x"));
            Assert.Throws<InvalidOperationException>(() => keyless.GenerateSasUri(TableSasPermissions.Read, Expiry));
            var table = service.Client.GetTableClient("mine");
            Assert.Throws<ArgumentException>(() => table.GenerateSasUri(new TableSasBuilder("yours", TableSasPermissions.Read, Expiry)));
        }
    }
}
