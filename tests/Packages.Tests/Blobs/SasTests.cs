using System.Net;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Sas;

namespace Packages.Tests.Blobs;

/// <summary>What is signed and how it is written, against examples made by hand from the service's documentation.</summary>
public static class SasTests
{
    private static readonly StorageSharedKeyCredential Key = new("acct", "a2V5a2V5a2V5");
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset End = new(2026, 3, 2, 11, 0, 0, 500, TimeSpan.FromHours(1));

    private static UserDelegationKey DelegationKey => new()
    {
        SignedObjectId = "oid",
        SignedTenantId = "tid",
        SignedStartsOn = Start.AddDays(-1),
        SignedExpiresOn = Start.AddDays(1),
        SignedService = "b",
        SignedVersion = "2026-10-06",
        Value = "a2V5a2V5a2V5",
    };

    private static BlobSasBuilder Everything() => new(BlobSasPermissions.Write | BlobSasPermissions.Read, End)
    {
        BlobContainerName = "c",
        BlobName = "dir/a b",
        StartsOn = Start,
        Protocol = SasProtocol.Https,
        IPRange = new SasIPRange(IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.0.0.9")),
        CacheControl = "no-store",
        ContentDisposition = "attachment",
        ContentEncoding = "identity",
        ContentLanguage = "de",
        ContentType = "text/plain",
    };

    public sealed class Service
    {
        [Fact]
        public void EverythingStated_IsSignedInOrder()
        {
            var builder = Everything();
            builder.Identifier = "policy";
            var query = builder.ToSasQueryParameters(Key, out var signed);
            var expected = string.Join(
                '\n',
                "rw",
                "2026-03-02T09:00:00Z",
                "2026-03-02T10:00:00Z",
                "/blob/acct/c/dir/a b",
                "policy",
                "10.0.0.1-10.0.0.9",
                "https",
                "2026-10-06",
                "b",
                "",
                "",
                "no-store",
                "attachment",
                "identity",
                "de",
                "text/plain");
            Assert.Equal(expected, signed);
            Assert.Equal(
                "sv=2026-10-06&spr=https&st=2026-03-02T09%3A00%3A00Z&se=2026-03-02T10%3A00%3A00Z&sip=10.0.0.1-10.0.0.9&si=policy&sr=b&sp=rw"
                + "&rscc=no-store&rscd=attachment&rsce=identity&rscl=de&rsct=text%2Fplain&sig=" + Uri.EscapeDataString(query.Signature),
                query.ToString());
        }

        [Theory]
        [InlineData(null, null, null, "c", "/blob/acct/c", "")]
        [InlineData("b", null, null, "b", "/blob/acct/c/b", "")]
        [InlineData("b", "2026-03-02T09:00:00.0000000Z", null, "bs", "/blob/acct/c/b", "2026-03-02T09:00:00.0000000Z")]
        [InlineData("b", null, "2026-03-02T09:00:00.0000000Z", "bv", "/blob/acct/c/b", "2026-03-02T09:00:00.0000000Z")]
        public void Resource_FollowsFromWhatIsNamed(
            string? blob, string? snapshot, string? version, string resource, string name, string time)
        {
            var builder = new BlobSasBuilder(BlobSasPermissions.Read, End)
            {
                BlobContainerName = "c",
                BlobName = blob,
                Snapshot = snapshot,
                BlobVersionId = version,
            };
            Assert.Equal(resource, builder.ToSasQueryParameters(Key, out var signed).Resource);
            Assert.Equal($"r\n\n2026-03-02T10:00:00Z\n{name}\n\n\n\n2026-10-06\n{resource}\n{time}\n\n\n\n\n\n", signed);
        }

        [Fact]
        public void Permissions_StandInTheServicesOrder()
        {
            Assert.Equal("racwdxyltmei", new BlobSasBuilder(BlobSasPermissions.All, End).Permissions);
            Assert.Equal("racwdxltfi", new BlobSasBuilder(BlobContainerSasPermissions.All, End).Permissions);
            var builder = new BlobSasBuilder();
            builder.SetPermissions("wr", normalize: true);
            Assert.Equal("rw", builder.Permissions);
            builder.SetPermissions("wr");
            Assert.Equal("wr", builder.Permissions);
            Assert.Throws<ArgumentException>(() => builder.SetPermissions("q", normalize: true));
        }

        [Fact]
        public void WhatIsMissing_IsRefused()
        {
            Assert.Throws<InvalidOperationException>(() => new BlobSasBuilder { BlobContainerName = "c" }.ToSasQueryParameters(Key));
            Assert.Throws<InvalidOperationException>(() => new BlobSasBuilder { ExpiresOn = End }.ToSasQueryParameters(Key));
            var two = new BlobSasBuilder(BlobSasPermissions.Read, End) { BlobName = "b", Snapshot = "s", BlobVersionId = "v" };
            Assert.Throws<InvalidOperationException>(() => two.ToSasQueryParameters(Key));
            Assert.Equal("sv=2026-10-06&si=p&sr=c", new BlobSasBuilder { BlobContainerName = "c", Identifier = "p" }.ToSasQueryParameters(
                Key)
                .ToString().Split("&sig=")[0]);
        }
    }

    public sealed class Delegation
    {
        [Theory]
        [InlineData(null, 2, 2)]
        [InlineData("2025-11-05", 2, 0)]
        [InlineData("2021-12-02", 0, 0)]
        public void Version_DecidesWhichBlanksAreSigned(string? version, int ofPerson, int ofRequest)
        {
            var builder = Everything();
            builder.Version = version;
            var query = builder.ToSasQueryParameters(DelegationKey, "acct", out var signed);
            string[] expected =
            [
                "rw", "2026-03-02T09:00:00Z", "2026-03-02T10:00:00Z", "/blob/acct/c/dir/a b", "oid", "tid", "2026-03-01T09:00:00Z",
                "2026-03-03T09:00:00Z", "b", "2026-10-06", "", "", "", .. Enumerable.Repeat(string.Empty, ofPerson), "10.0.0.1-10.0.0.9",
                "https", version ?? "2026-10-06", "b", "", "", .. Enumerable.Repeat(string.Empty, ofRequest), "no-store", "attachment",
                "identity", "de", "text/plain",
            ];
            Assert.Equal(string.Join('\n', expected), signed);
            Assert.StartsWith(
                "skoid=oid&sktid=tid&skt=2026-03-01T09%3A00%3A00Z&ske=2026-03-03T09%3A00%3A00Z&sks=b&skv=2026-10-06&sv=" + (
                    version ?? "2026-10-06"),
                query.ToString(),
                StringComparison.Ordinal);
        }

        [Fact]
        public void VersionBeforeTheRulesOfThisPackage_IsRefused()
        {
            var builder = Everything();
            builder.Version = "2018-11-09";
            Assert.Throws<InvalidOperationException>(() => builder.ToSasQueryParameters(DelegationKey, "acct"));
        }
    }

    public sealed class Account
    {
        [Fact]
        public void EverythingStated_IsSignedInOrder()
        {
            var builder = new AccountSasBuilder(
                AccountSasPermissions.List | AccountSasPermissions.Read,
                End,
                AccountSasServices.Blobs | AccountSasServices.Tables,
                AccountSasResourceTypes.Object | AccountSasResourceTypes.Container)
            {
                StartsOn = Start,
                Protocol = SasProtocol.HttpsAndHttp,
                IPRange = SasIPRange.Parse("10.0.0.1"),
            };
            var query = builder.ToSasQueryParameters(Key, out var signed);
            Assert.Equal(
                "acct\nrl\nbt\nco\n2026-03-02T09:00:00Z\n2026-03-02T10:00:00Z\n10.0.0.1\nhttps,http\n2026-10-06\n\n", signed);
            Assert.Equal(
                "sv=2026-10-06&ss=bt&srt=co&spr=https,http&st=2026-03-02T09%3A00%3A00Z&se=2026-03-02T10%3A00%3A00Z&sip=10.0.0.1&sp=rl&sig="
                + Uri.EscapeDataString(query.Signature),
                query.ToString());
        }

        [Fact]
        public void Permissions_StandInTheServicesOrder()
        {
            var builder = new AccountSasBuilder(AccountSasPermissions.All, End, AccountSasServices.All, AccountSasResourceTypes.All);
            Assert.Equal("rwdxylacuptfi", builder.Permissions);
            builder.SetPermissions("LR");
            Assert.Equal("rl", builder.Permissions);
            Assert.Throws<ArgumentException>(() => builder.SetPermissions("z"));
            Assert.Throws<InvalidOperationException>(() => new AccountSasBuilder().ToSasQueryParameters(Key));
        }
    }

    public sealed class Client
    {
        private static readonly BlobContainerClient Container = new(new Uri("https://acct.blob.core.windows.net/c"), Key);

        [Fact]
        public void BuilderOfAnotherName_IsRefused()
        {
            var blob = Container.GetBlobClient("dir/a b");
            Assert.Throws<InvalidOperationException>(() => blob.GenerateSasUri(With(builder => builder.BlobName = "other")));
            Assert.Throws<InvalidOperationException>(() => blob.GenerateSasUri(With(builder => builder.BlobContainerName = "d")));
            Assert.Throws<InvalidOperationException>(() => Container.GenerateSasUri(Everything()));
            Assert.Throws<InvalidOperationException>(
                () => blob.WithSnapshot("s").GenerateUserDelegationSasUri(With(builder => builder.Snapshot = "t"), DelegationKey));
            Assert.Equal(blob.GenerateSasUri(Everything()), blob.GenerateSasUri(With(builder => builder.BlobName = null)));
        }

        [Fact]
        public void ClientWithoutAKey_CannotSign()
        {
            var blob = new BlobClient(new Uri("https://acct.blob.core.windows.net/c/b"));
            Assert.False(blob.CanGenerateSasUri);
            Assert.Throws<InvalidOperationException>(() => blob.GenerateSasUri(BlobSasPermissions.Read, End));
            var signed = blob.GenerateUserDelegationSasUri(BlobSasPermissions.Read, End, DelegationKey);
            Assert.Contains("skoid=oid", signed.Query, StringComparison.Ordinal);
        }

        [Fact]
        public void AccountThatIsNotKnown_CannotBeSigned()
        {
            var blob = new BlobClient(new Uri("https://files.example/c/b"));
            Assert.Throws<InvalidOperationException>(() => blob.GenerateUserDelegationSasUri(BlobSasPermissions.Read, End, DelegationKey));
        }

        [Fact]
        public void Snapshot_IsSignedAsOne()
        {
            var uri = Container.GetBlobClient("b").WithSnapshot("2026-03-02T09:00:00.0000000Z").GenerateSasUri(
                BlobSasPermissions.Read, End);
            Assert.Contains("?snapshot=2026-03-02T09:00:00.0000000Z&", uri.Query, StringComparison.Ordinal);
            Assert.Contains("&sr=bs&", uri.Query, StringComparison.Ordinal);
        }

        private static BlobSasBuilder With(Action<BlobSasBuilder> change)
        {
            var builder = Everything();
            change(builder);
            return builder;
        }
    }

    public sealed class Reading
    {
        [Fact]
        public void Signature_IsTakenOutOfAnAddressAndPutBack()
        {
            var signed = Everything().ToSasQueryParameters(DelegationKey, "acct");
            var builder = new BlobUriBuilder(new Uri($"https://acct.blob.core.windows.net/c/dir/a%20b?x=1&{signed}"));
            Assert.Equal("x=1", builder.Query);
            Assert.Equal(signed.ToString(), builder.Sas!.ToString());
            Assert.Equal(signed.ExpiresOn.ToUnixTimeSeconds(), builder.Sas.ExpiresOn.ToUnixTimeSeconds());
            Assert.Equal((signed.KeyObjectId, signed.KeyStartsOn), (builder.Sas.KeyObjectId, builder.Sas.KeyStartsOn));
            Assert.Equal((SasProtocol.Https, "rw", "b"), (builder.Sas.Protocol, builder.Sas.Permissions, builder.Sas.Resource));
            Assert.Equal("10.0.0.1-10.0.0.9", builder.Sas.IPRange.ToString());
            builder.Sas = null;
            builder.BlobName = "ü?";
            builder.Snapshot = "s";
            Assert.Equal("https://acct.blob.core.windows.net/c/%C3%BC%3F?x=1&snapshot=s", builder.ToUri().AbsoluteUri);
        }

        [Theory]
        [InlineData("2026-03-02")]
        [InlineData("2026-03-02T10:00Z")]
        [InlineData("2026-03-02T10:00:00.1234567Z")]
        public void TimeInAnotherForm_StaysAsItWasSigned(string time)
        {
            var address = $"https://acct.blob.core.windows.net/c/b?sv=2020-12-06&se={Uri.EscapeDataString(time)}&sr=b&sp=r&sig=x%2By%3D";
            Assert.Equal(address, new BlobUriBuilder(new Uri(address)).ToUri().AbsoluteUri);
            Assert.Equal(address, new BlobClient(new Uri(address)).Uri.AbsoluteUri);
            Assert.Equal(2026, new BlobUriBuilder(new Uri(address)).Sas!.ExpiresOn.Year);
        }

        [Fact]
        public void AddressesOfAllKinds_AreTakenApart()
        {
            Assert.Equal(("acct", "c", "b"), Parts("https://acct-secondary.blob.core.windows.net/c/b"));
            Assert.Equal(("acct", "c", "b"), Parts("https://acct.z6.blob.storage.azure.net/c/b"));
            Assert.Equal(("acct", "$root", string.Empty), Parts("https://acct.blob.core.windows.net/$root"));
            Assert.Equal(("acct", "c", "d/e"), Parts("http://127.0.0.1:10000/acct/c/d/e"));
            Assert.Equal(("acct", "c", "b"), Parts("http://[::1]:10000/acct/c/b"));
            Assert.Equal(("acct", string.Empty, string.Empty), Parts("http://localhost:10000/acct"));
            Assert.Equal((string.Empty, "c", "b"), Parts("https://files.example/c/b"));
        }

        [Fact]
        public void Ranges_AreReadAndCompared()
        {
            Assert.Equal(SasIPRange.Parse("10.0.0.1-10.0.0.9"), new SasIPRange(IPAddress.Parse("10.0.0.1"), IPAddress.Parse("10.0.0.9")));
            Assert.True(SasIPRange.Parse("10.0.0.1") != SasIPRange.Parse("10.0.0.2"));
            Assert.Equal(string.Empty, default(SasIPRange).ToString());
            Assert.Throws<FormatException>(() => SasIPRange.Parse("nowhere"));
        }

        private static (string Account, string Container, string Blob) Parts(string address)
        {
            var builder = new BlobUriBuilder(new Uri(address));
            Assert.Equal(new Uri(address).AbsoluteUri, builder.ToUri().AbsoluteUri);
            return (builder.AccountName, builder.BlobContainerName, builder.BlobName);
        }
    }
}
