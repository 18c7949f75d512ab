using Azure;
using Azure.Storage.Blobs;
using Azure.Storage.Blobs.Models;

namespace Packages.Tests.Blobs;

public static class BrokenDownloadTests
{
    private static BlobClient Blob(ScriptedService script) => new(new Uri("https://acct.blob.core.windows.net/c/b"), script.Options);

    public sealed class Download
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
            Assert.Equal(
                [null, "bytes=30-99", "bytes=50-99"], script.Requests.Select(request => request.Headers.GetValueOrDefault("x-ms-range")));
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
}
