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
                new Uri("https://acct.blob.core.windows.net/c/a%20b/%C3%BC"),
                new StorageSharedKeyCredential("acct", Secret),
                script.Options);
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

            // Written by hand from "Authorize with Shared Key": the bare headers in their order, the x-ms- headers in theirs, the path as
            // encoded.
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
                .Answer(
                    200, "<EnumerationResults><Blobs><Blob><Name>a</Name></Blob></Blobs><NextMarker>b</NextMarker></EnumerationResults>");
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
}
