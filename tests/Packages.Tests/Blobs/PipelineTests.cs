using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Storage;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;
using Azure.Storage.Blobs.Specialized;

namespace Packages.Tests.Blobs;

public static class PipelineTests
{
    private const string Secret = "a2V5a2V5a2V5";

    private static readonly Uri Address = new("https://acct.blob.core.windows.net/c/b");

    private static BlobClient Blob(ScriptedService script) => new(Address, new StorageSharedKeyCredential("acct", Secret), script.Options);

    private static string Signature(string text) =>
        Convert.ToBase64String(HMACSHA256.HashData(Convert.FromBase64String(Secret), Encoding.UTF8.GetBytes(text)));

    public sealed class SharedKey
    {
        [Fact]
        public async Task Upload_IsSignedAsTheServiceDocumentsIt()
        {
            using var script = new ScriptedService().Answer(201);
            var blob = new BlobClient(
                new Uri("https://acct.blob.core.windows.net/c/a%20b/%C3%BC"), new StorageSharedKeyCredential("acct", Secret), script.Options);
            await blob.UploadAsync(new MemoryStream("hello"u8.ToArray()), new BlobUploadOptions
            {
                HttpHeaders = new BlobHttpHeaders { ContentType = "text/plain", ContentLanguage = "de" },
                Metadata = new Dictionary<string, string> { ["b1"] = "digit", ["B_a"] = "underscore", ["ba"] = " letter " },
                Conditions = new BlobRequestConditions
                {
                    IfMatch = new ETag("\"0x1\""),
                    IfUnmodifiedSince = new DateTimeOffset(2026, 3, 2, 10, 0, 0, TimeSpan.FromHours(1)),
                },
            });
            var request = Assert.Single(script.Requests);

            // Written by hand from "Authorize with Shared Key": the bare headers in their order, the x-ms- headers in theirs, the path as encoded.
            var text = string.Join(
                '\n',
                "PUT",
                "",
                "",
                "5",
                "",
                "application/octet-stream",
                "",
                "",
                "\"0x1\"",
                "",
                "Mon, 02 Mar 2026 09:00:00 GMT",
                "",
                "x-ms-blob-content-language:de",
                "x-ms-blob-content-type:text/plain",
                "x-ms-blob-type:BlockBlob",
                "x-ms-client-request-id:" + request.Headers["x-ms-client-request-id"],
                "x-ms-date:" + request.Headers["x-ms-date"],
                "x-ms-meta-b_a:underscore",
                "x-ms-meta-b1:digit",
                "x-ms-meta-ba:letter",
                "x-ms-return-client-request-id:true",
                "x-ms-version:2026-10-06",
                "/acct/c/a%20b/%C3%BC");
            Assert.Equal($"SharedKey acct:{Signature(text)}", request.Headers["Authorization"]);
            Assert.EndsWith("GMT", request.Headers["x-ms-date"], StringComparison.Ordinal);
        }

        [Fact]
        public void Query_IsSignedDecodedAndInOrder()
        {
            using var script = new ScriptedService().Answer(200, "<EnumerationResults/>");
            var container = new BlobContainerClient(
                new Uri("http://127.0.0.1:10000/devstore/c"), new StorageSharedKeyCredential("devstore", Secret), script.Options);
            Assert.Empty(container.GetBlobs(BlobTraits.Metadata | BlobTraits.Tags, BlobStates.None, "a b/ü&", default));
            var request = Assert.Single(script.Requests);
            var text = string.Join(
                '\n',
                "GET",
                "\n\n\n\n\n\n\n\n\n\n",
                "x-ms-client-request-id:" + request.Headers["x-ms-client-request-id"],
                "x-ms-date:" + request.Headers["x-ms-date"],
                "x-ms-return-client-request-id:true",
                "x-ms-version:2026-10-06",
                "/devstore/devstore/c",
                "comp:list",
                "include:metadata,tags",
                "prefix:a b/ü&",
                "restype:container");
            Assert.Equal($"SharedKey devstore:{Signature(text)}", request.Headers["Authorization"]);
        }

        [Fact]
        public void NewKey_SignsTheNextRequest()
        {
            using var script = new ScriptedService().Answer(202).Answer(202);
            var credential = new StorageSharedKeyCredential("acct", "bmV3bmV3");
            var blob = new BlobClient(Address, credential, script.Options);
            blob.Delete();
            credential.SetAccountKey(Secret);
            blob.Delete();
            string Text(ScriptedService.Asked request) => string.Join(
                '\n',
                "DELETE",
                "\n\n\n\n\n\n\n\n\n\n",
                "x-ms-client-request-id:" + request.Headers["x-ms-client-request-id"],
                "x-ms-date:" + request.Headers["x-ms-date"],
                "x-ms-return-client-request-id:true",
                "x-ms-version:2026-10-06",
                "/acct/c/b");
            Assert.NotEqual($"SharedKey acct:{Signature(Text(script.Requests[0]))}", script.Requests[0].Headers["Authorization"]);
            Assert.Equal($"SharedKey acct:{Signature(Text(script.Requests[1]))}", script.Requests[1].Headers["Authorization"]);
        }

        [Fact]
        public void KeyThatIsNotBase64_IsRefused() => Assert.Throws<FormatException>(() => new StorageSharedKeyCredential("acct", "?"));
    }

    public sealed class Retries
    {
        [Theory]
        [InlineData(408)]
        [InlineData(429)]
        [InlineData(500)]
        [InlineData(503)]
        public async Task PassingFailure_IsTriedAgainWithTheSameBody(int status)
        {
            using var script = new ScriptedService()
                .Answer(status, ScriptedService.Error("ServerBusy", "Later."), ("x-ms-error-code", "ServerBusy")).Answer(201)
                .Answer(status, ScriptedService.Error("ServerBusy", "Later."), ("x-ms-error-code", "ServerBusy")).Answer(201);
            using var content = new MemoryStream("0123456789"u8.ToArray()) { Position = 2 };
            await Blob(script).UploadAsync(content, overwrite: true);
            content.Position = 2;
            Blob(script).Upload(content, overwrite: true);
            Assert.Equal(4, script.Requests.Count);
            Assert.All(script.Requests, request => Assert.Equal("23456789", request.Body));
            Assert.Equal(script.Requests[0].Headers["x-ms-client-request-id"], script.Requests[1].Headers["x-ms-client-request-id"]);
        }

        [Fact]
        public void LastingFailure_IsGivenUpAfterTheStatedTries()
        {
            using var script = new ScriptedService();
            foreach (var _ in Enumerable.Range(0, 3))
            {
                script.Answer(503, ScriptedService.Error("ServerBusy", "Later."));
            }

            var options = script.Options;
            options.Retry.MaxRetries = 2;
            var blob = new BlobClient(Address, new StorageSharedKeyCredential("acct", Secret), options);
            Refused.As(503, BlobErrorCode.ServerBusy, () => blob.GetTags());
            Assert.Equal(3, script.Requests.Count);
        }

        [Fact]
        public async Task EachTry_CarriesTheSignatureOfItsTime()
        {
            using var script = new ScriptedService().Answer(503).Answer(201);
            var sas = new AzureSasCredential("sig=first");
            script.OnRequest = () => sas.Update("?sig=second");
            var blob = new BlobClient(Address, sas, script.Options);
            await blob.UploadAsync(BinaryData.FromString("x"));
            Assert.Equal(["?sig=first", "?sig=second"], script.Requests.Select(request => request.Uri.Query));
        }
    }

    public sealed class BrokenDownload
    {
        private static readonly byte[] Whole = ForwardStream.Bytes(100);

        private static readonly (string Name, string Value) ETag = ("ETag", "\"0x1\"");

        [Fact]
        public async Task Connection_IsTakenUpAgainWhereItBroke()
        {
            using var script = new ScriptedService()
                .Answer(200, () => new BrokenContent(Whole, 30), ETag)
                .Answer(206, () => new BrokenContent(Whole[30..], 20), ETag)
                .Answer(206, () => new ByteArrayContent(Whole[50..]), ETag);
            var answer = await Blob(script).DownloadContentAsync();
            Assert.Equal(Whole, answer.Value.Content.ToArray());
            Assert.Equal([null, "bytes=30-99", "bytes=50-99"], script.Requests.Select(request => request.Headers.GetValueOrDefault("x-ms-range")));
            Assert.Equal([null, "\"0x1\"", "\"0x1\""], script.Requests.Select(request => request.Headers.GetValueOrDefault("If-Match")));
        }

        [Fact]
        public void Range_IsTakenUpAgainWithinItself()
        {
            using var script = new ScriptedService()
                .Answer(206, () => new BrokenContent(Whole[10..60], 30), ETag)
                .Answer(206, () => new ByteArrayContent(Whole[40..60]), ETag);
            var conditions = new BlobRequestConditions { LeaseId = Guid.NewGuid().ToString() };
            var answer = Blob(script).DownloadContent(new BlobDownloadOptions { Range = new HttpRange(10, 50), Conditions = conditions });
            Assert.Equal(Whole[10..60], answer.Value.Content.ToArray());
            Assert.Equal("bytes=40-59", script.Requests[1].Headers["x-ms-range"]);
            Assert.Equal(conditions.LeaseId, script.Requests[1].Headers["x-ms-lease-id"]);
        }

        [Fact]
        public async Task BlobOverwrittenMeanwhile_IsNotMixed()
        {
            using var script = new ScriptedService()
                .Answer(200, () => new BrokenContent(Whole, 30), ETag)
                .Answer(412, ScriptedService.Error("ConditionNotMet", "Changed."), ("x-ms-error-code", "ConditionNotMet"));
            await Refused.AsAsync(412, BlobErrorCode.ConditionNotMet, () => Blob(script).DownloadContentAsync());
        }

        [Fact]
        public async Task ConnectionThatKeepsBreaking_IsGivenUp()
        {
            using var script = new ScriptedService();
            foreach (var _ in Enumerable.Range(0, 4))
            {
                script.Answer(206, () => new BrokenContent(Whole, 0), ETag);
            }

            await Assert.ThrowsAsync<IOException>(() => Blob(script).DownloadContentAsync());
            Assert.Equal(4, script.Requests.Count);
        }

        [Fact]
        public async Task AnswerThatEndsEarly_IsNoWholeBlob()
        {
            using var script = new ScriptedService().Answer(200, () => new ShortContent(Whole[..30], Whole.Length), ETag);
            foreach (var _ in Enumerable.Range(0, 3))
            {
                script.Answer(206, () => new ShortContent([], Whole.Length - 30), ETag);
            }

            await Assert.ThrowsAsync<EndOfStreamException>(() => Blob(script).DownloadContentAsync());
        }

        private sealed class ShortContent : HttpContent
        {
            private readonly byte[] _part;

            public ShortContent(byte[] part, int stated)
            {
                _part = part;
                Headers.ContentLength = stated;
            }

            protected override Task<Stream> CreateContentReadStreamAsync() => Task.FromResult<Stream>(new MemoryStream(_part));

            protected override Task SerializeToStreamAsync(Stream stream, System.Net.TransportContext? context) =>
                throw new NotSupportedException();

            protected override bool TryComputeLength(out long length)
            {
                length = 0;
                return false;
            }
        }
    }

    public sealed class Errors
    {
        [Fact]
        public void Details_AreKeptBesideTheMessage()
        {
            using var script = new ScriptedService().Answer(
                400, ScriptedService.Error("InvalidHeaderValue", "No.", "<HeaderName>x-ms-foo</HeaderName><HeaderName>again</HeaderName>"));
            var error = Assert.Throws<RequestFailedException>(() => Blob(script).Delete());
            Assert.Equal((400, "InvalidHeaderValue"), (error.Status, error.ErrorCode));
            Assert.StartsWith("No.", error.Message, StringComparison.Ordinal);
            Assert.Equal("x-ms-foo", error.Data["HeaderName"]);
        }

        [Theory]
        [InlineData("<html><body>Bad gateway</body></html>")]
        [InlineData("not xml")]
        [InlineData("")]
        public void BodyOfAnotherForm_LeavesTheStatusAndNoCode(string body)
        {
            using var script = new ScriptedService().Answer(400, body);
            var error = Assert.Throws<RequestFailedException>(() => Blob(script).Delete());
            Assert.Equal(400, error.Status);
            Assert.Null(error.ErrorCode);
            Assert.False(error.ErrorCode == BlobErrorCode.InvalidInput);
            Assert.True(error.ErrorCode != BlobErrorCode.InvalidInput);
        }

        [Fact]
        public async Task ErrorOfADownload_IsReadThoughDownloadsAreStreamed()
        {
            using var script = new ScriptedService()
                .Answer(403, ScriptedService.Error("AuthorizationPermissionMismatch", "Not you."))
                .Answer(403, ScriptedService.Error("AuthorizationPermissionMismatch", "Not you."));
            await Refused.AsAsync(403, BlobErrorCode.AuthorizationPermissionMismatch, () => Blob(script).DownloadContentAsync());
            Refused.As(403, BlobErrorCode.AuthorizationPermissionMismatch, () => Blob(script).DownloadContent());
        }

        [Fact]
        public void ErrorCodes_CompareWithoutCase()
        {
            Assert.True(BlobErrorCode.BlobNotFound == "blobnotfound");
            Assert.True("BlobNotFound" != BlobErrorCode.BlobAlreadyExists);
            Assert.True(BlobErrorCode.BlobNotFound != BlobErrorCode.BlobAlreadyExists);
            Assert.Equal(new BlobErrorCode("BLOBNOTFOUND"), BlobErrorCode.BlobNotFound);
            Assert.Equal(new BlobErrorCode("blobnotfound").GetHashCode(), BlobErrorCode.BlobNotFound.GetHashCode());
            Assert.Equal("BlobNotFound", BlobErrorCode.BlobNotFound.ToString());
            Assert.Throws<ArgumentNullException>(() => new BlobErrorCode(null!));
        }
    }

    public sealed class Cancellation
    {
        [Fact]
        public async Task CancelledCall_EndsWithoutARequest()
        {
            using var script = new ScriptedService();
            using var cancelled = new CancellationTokenSource();
            await cancelled.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Blob(script).ExistsAsync(cancelled.Token));
            Assert.ThrowsAny<OperationCanceledException>(() => Blob(script).DownloadTo(Stream.Null, cancelled.Token));
            Assert.Empty(script.Requests);
        }

        [Fact]
        public async Task UploadCancelledBetweenBlocks_CommitsNothing()
        {
            using var script = new ScriptedService().Answer(201).Answer(201).Answer(201);
            using var cancelled = new CancellationTokenSource();
            script.OnRequest = () =>
            {
                if (script.Requests.Count == 2)
                {
                    cancelled.Cancel();
                }
            };
            var options = new BlobUploadOptions
            {
                TransferOptions = new StorageTransferOptions { InitialTransferSize = 1, MaximumTransferSize = 1, MaximumConcurrency = 1 },
            };
            await Assert.ThrowsAnyAsync<OperationCanceledException>(
                () => Blob(script).UploadAsync(new MemoryStream(new byte[10]), options, cancelled.Token));
            Assert.Equal(2, script.Requests.Count);
            Assert.All(script.Requests, request => Assert.Contains("comp=block&", request.Uri.Query, StringComparison.Ordinal));
        }

        [Fact]
        public async Task List_EndsBetweenPages()
        {
            using var script = new ScriptedService()
                .Answer(200, "<EnumerationResults><Blobs><Blob><Name>a</Name></Blob></Blobs><NextMarker>b</NextMarker></EnumerationResults>");
            using var cancelled = new CancellationTokenSource();
            var list = Blob(script).GetParentBlobContainerClient().GetBlobsAsync(cancellationToken: cancelled.Token);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(async () =>
            {
                await foreach (var item in list)
                {
                    Assert.Equal("a", item.Name);
                    await cancelled.CancelAsync();
                }
            });
            Assert.Single(script.Requests);
        }
    }

    public sealed class Answers
    {
        [Fact]
        public void NameXmlCannotCarry_ArrivesEncoded()
        {
            using var script = new ScriptedService().Answer(
                200,
                "<EnumerationResults><Blobs><Blob><Name Encoded=\"true\">a%EF%BF%BFb%20c</Name></Blob>"
                + "<BlobPrefix><Name Encoded=\"true\">d%EF%BF%BE/</Name></BlobPrefix></Blobs></EnumerationResults>");
            var lines = Blob(script).GetParentBlobContainerClient().GetBlobsByHierarchy().ToArray();
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
                <LeaseDuration>infinite</LeaseDuration><CopyId>c</CopyId><CopyStatus>failed</CopyStatus><CopySource>https://a.example/b</CopySource>
                <CopyProgress>1/7</CopyProgress><CopyCompletionTime>Mon, 02 Mar 2026 09:00:02 GMT</CopyCompletionTime>
                <CopyStatusDescription>no</CopyStatusDescription><DeletedTime>Mon, 02 Mar 2026 09:00:03 GMT</DeletedTime>
                <RemainingRetentionDays>3</RemainingRetentionDays><ServerEncrypted>true</ServerEncrypted><Sealed>true</Sealed><TagCount>2</TagCount>
                </Properties></Blob></Blobs></EnumerationResults>
                """);
            var item = Assert.Single(Blob(script).GetParentBlobContainerClient().GetBlobs());
            Assert.Equal((true, "s", "v", true), (item.Deleted, item.Snapshot, item.VersionId, item.IsLatestVersion));
            var properties = item.Properties;
            Assert.Equal(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero), properties.CreatedOn);
            Assert.Equal((7L, BlobType.Append, AccessTier.Cold), (properties.ContentLength, properties.BlobType, properties.AccessTier));
            Assert.Equal(
                (LeaseStatus.Locked, LeaseState.Leased, LeaseDurationType.Infinite),
                (properties.LeaseStatus, properties.LeaseState, properties.LeaseDuration));
            Assert.Equal(("c", CopyStatus.Failed, "1/7", "no"), (properties.CopyId, properties.CopyStatus, properties.CopyProgress, properties.CopyStatusDescription));
            Assert.Equal(new Uri("https://a.example/b"), properties.CopySource);
            Assert.Equal((3, true, true, 2L), (properties.RemainingRetentionDays, properties.ServerEncrypted, properties.IsSealed, properties.TagCount));
        }
    }
}
