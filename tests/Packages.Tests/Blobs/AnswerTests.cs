using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Packages.Tests.Blobs;

public static class AnswerTests
{
    private static BlobContainerClient Container(ScriptedService script) => new(new Uri("https://acct.blob.core.windows.net/c"), script.Options);

    public sealed class List
    {
        [Fact]
        public void NameXmlCannotCarry_ArrivesEncoded()
        {
            using var script = new ScriptedService().Answer(
                200,
                "<EnumerationResults><Blobs><Blob><Name Encoded=\"true\">a%EF%BF%BFb%20c</Name></Blob>"
                + "<BlobPrefix><Name Encoded=\"true\">d%EF%BF%BE/</Name></BlobPrefix></Blobs></EnumerationResults>");
            var lines = Container(script).GetBlobsByHierarchy().ToArray();
            Assert.Equal(["a\uFFFFb c", "d\uFFFE/"], lines.Select(line => line.Blob?.Name ?? line.Prefix!));
        }

        [Fact]
        public void EverythingAListTells_IsRead()
        {
            using var script = new ScriptedService().Answer(200, """
                <EnumerationResults><Blobs><Blob><Name>b</Name><Deleted>true</Deleted><Snapshot>s</Snapshot><VersionId>v</VersionId>
                <IsCurrentVersion>true</IsCurrentVersion><Properties><Creation-Time>Mon, 02 Mar 2026 09:00:00 GMT</Creation-Time>
                <Last-Modified>Mon, 02 Mar 2026 09:00:01 GMT</Last-Modified><Etag>0x1</Etag><Content-Length>7</Content-Length>
                <BlobType>AppendBlob</BlobType><AccessTier>Cold</AccessTier><LeaseStatus>locked</LeaseStatus><LeaseState>leased</LeaseState>
                <LeaseDuration>infinite</LeaseDuration><CopyId>c</CopyId><CopyStatus>failed</CopyStatus>
                <CopySource>https://a.example/b</CopySource>
                <CopyProgress>1/7</CopyProgress><CopyCompletionTime>Mon, 02 Mar 2026 09:00:02 GMT</CopyCompletionTime>
                <CopyStatusDescription>no</CopyStatusDescription><DeletedTime>Mon, 02 Mar 2026 09:00:03 GMT</DeletedTime>
                <RemainingRetentionDays>3</RemainingRetentionDays><ServerEncrypted>true</ServerEncrypted><Sealed>true</Sealed>
                <TagCount>2</TagCount>
                </Properties></Blob></Blobs></EnumerationResults>
                """);
            var item = Assert.Single(Container(script).GetBlobs());
            Assert.Equal((true, "s", "v", true), (item.Deleted, item.Snapshot, item.VersionId, item.IsLatestVersion));
            var properties = item.Properties;
            Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), properties.CreatedOn);
            Assert.Equal((7L, BlobType.Append, AccessTier.Cold), (properties.ContentLength, properties.BlobType, properties.AccessTier));
            Assert.Equal(
                (LeaseStatus.Locked, LeaseState.Leased, LeaseDurationType.Infinite),
                (properties.LeaseStatus, properties.LeaseState, properties.LeaseDuration));
            Assert.Equal(("c", CopyStatus.Failed), (properties.CopyId, properties.CopyStatus));
            Assert.Equal(("1/7", "no"), (properties.CopyProgress, properties.CopyStatusDescription));
            Assert.Equal(new Uri("https://a.example/b"), properties.CopySource);
            Assert.Equal((3, 2L), (properties.RemainingRetentionDays, properties.TagCount));
            Assert.Equal((true, true), (properties.ServerEncrypted, properties.IsSealed));
        }
    }
}
