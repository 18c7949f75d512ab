using System.Security.Cryptography;
using Azure.Storage;
using Azure.Storage.Blobs.Models;

namespace Packages.Tests.Blobs;

/// <summary>Nothing else runs beside these: they measure what the whole process allocates.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class AloneCollection : ICollectionFixture<BlobService>
{
    public const string Name = "Blob service, alone";
}

public static class LargeTransferTests
{
    private const int Mebibyte = 1024 * 1024;
    private const int Length = 30 * Mebibyte;

    private static readonly StorageTransferOptions TwoAtOnce = new()
    {
        InitialTransferSize = Mebibyte,
        MaximumTransferSize = Mebibyte,
        MaximumConcurrency = 2,
    };

    [Collection(AloneCollection.Name)]
    public sealed class ThirtyMebibytes(BlobService service)
    {
        [Fact]
        public async Task StreamOfUnknownLength_GoesUpAndDownInBoundedMemory()
        {
            var blob = await service.NewBlockBlobAsync();
            using var source = new ForwardStream(Length);
            var before = GC.GetTotalAllocatedBytes(precise: true);
            await blob.UploadAsync(source, new BlobUploadOptions { TransferOptions = TwoAtOnce });
            Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Length / 2);
            Assert.Equal(30, (await blob.GetBlockListAsync()).Value.CommittedBlocks.Count());

            before = GC.GetTotalAllocatedBytes(precise: true);
            using var sink = new HashingStream();
            await blob.DownloadToAsync(sink);
            Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Length / 2);
            Assert.Equal(HashingStream.OfForwardStream(Length), sink.Hash);
        }

        [Fact]
        public async Task SeekableStream_IsSentInOneRequestWithoutBeingHeld()
        {
            var blob = await service.NewBlockBlobAsync();
            var path = Path.GetTempFileName();
            try
            {
                await using (var file = File.Create(path))
                {
                    using var made = new ForwardStream(Length);
                    await made.CopyToAsync(file);
                }

                await using var content = File.OpenRead(path);
                var before = GC.GetTotalAllocatedBytes(precise: true);
                await blob.UploadAsync(content, options: null);
                Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - before, 0, Length / 2);
                Assert.Empty((await blob.GetBlockListAsync()).Value.CommittedBlocks);
                Assert.Equal(Length, (await blob.GetPropertiesAsync()).Value.ContentLength);
            }
            finally
            {
                File.Delete(path);
            }
        }

        [Fact]
        public async Task Upload_ReadsNoFurtherAheadThanItMaySend()
        {
            var blob = await service.NewBlockBlobAsync();
            var sent = new Progress();
            using var source = new AheadStream(Length, sent);
            await blob.UploadAsync(source, new BlobUploadOptions { TransferOptions = TwoAtOnce, ProgressHandler = sent });
            Assert.Equal(Length, sent.Last);
            Assert.InRange(source.MostAhead, Mebibyte, 3 * Mebibyte);
        }

        [Fact]
        public async Task Ranges_AreFetchedSideBySideAndWrittenInOrder()
        {
            var blob = await service.NewBlockBlobAsync();
            using var source = new ForwardStream(Length);
            await blob.UploadAsync(source, new BlobUploadOptions { TransferOptions = TwoAtOnce });
            using var sink = new HashingStream();
            await blob.DownloadToAsync(sink, new BlobDownloadToOptions { TransferOptions = TwoAtOnce });
            Assert.Equal(HashingStream.OfForwardStream(Length), sink.Hash);
        }
    }

    /// <summary>Notes how much was read that had not been sent.</summary>
    private sealed class AheadStream(long length, Progress sent) : Stream
    {
        private readonly ForwardStream _inner = new(length);

        public long MostAhead { get; private set; }

        public override bool CanRead => true;

        public override bool CanSeek => false;

        public override bool CanWrite => false;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => _inner.Position;
            set => throw new NotSupportedException();
        }

        public override int Read(byte[] buffer, int offset, int count)
        {
            var read = _inner.Read(buffer, offset, count);
            MostAhead = Math.Max(MostAhead, _inner.Position - sent.Last);
            return read;
        }

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _inner.Dispose();
            base.Dispose(disposing);
        }
    }

    /// <summary>Keeps nothing of what is written but its hash.</summary>
    private sealed class HashingStream : Stream
    {
        private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        private long _length;

        public string Hash => $"{_length}:{Convert.ToHexString(_hash.GetCurrentHash())}";

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => _length;

        public override long Position
        {
            get => _length;
            set => throw new NotSupportedException();
        }

        public static string OfForwardStream(long length)
        {
            using var content = new ForwardStream(length);
            using var sink = new HashingStream();
            content.CopyTo(sink);
            return sink.Hash;
        }

        public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            _hash.AppendData(buffer);
            _length += buffer.Length;
        }

        public override ValueTask WriteAsync(ReadOnlyMemory<byte> buffer, CancellationToken cancellationToken = default)
        {
            Write(buffer.Span);
            return ValueTask.CompletedTask;
        }

        public override void Flush()
        {
        }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        protected override void Dispose(bool disposing)
        {
            _hash.Dispose();
            base.Dispose(disposing);
        }
    }
}
