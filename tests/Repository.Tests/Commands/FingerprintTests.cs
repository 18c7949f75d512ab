using Tests.Support;

namespace Repository.Tests.Commands;

/// <summary>Whether something is built anew follows the sources: their names and contents, nothing else.</summary>
public sealed class FingerprintTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("fingerprint-");
    private readonly string _before;

    public FingerprintTests()
    {
        Write("code/a.cs", "a");
        Write("code/b.cs", "b");
        _before = Fingerprint();
    }

    public void Dispose() => _folder.Delete(recursive: true);

    private string In(string path) => Path.Combine(_folder.FullName, path);

    private void Write(string path, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(In(path))!);
        File.WriteAllText(In(path), text);
    }

    private string Fingerprint()
    {
        var ended = Command.Run("bash", ["-euc", $". '{RepositoryRoot.Combine("build", "common.sh")}'; root='{_folder.FullName}'; fingerprint code"]);
        Assert.Equal(0, ended.ExitCode);
        Assert.Matches("^[0-9a-f]{24}\n$", ended.Output);
        return ended.Output;
    }

    [Fact]
    public void AChangedFile_ChangesIt()
    {
        // The same length, and the same time.
        var time = File.GetLastWriteTimeUtc(In("code/a.cs"));
        Write("code/a.cs", "A");
        File.SetLastWriteTimeUtc(In("code/a.cs"), time);
        Assert.NotEqual(_before, Fingerprint());
    }

    [Fact]
    public void AnAddedFile_ChangesIt()
    {
        Write("code/deep/c.cs", "");
        Assert.NotEqual(_before, Fingerprint());
    }

    [Fact]
    public void ARemovedFile_ChangesIt()
    {
        File.Delete(In("code/b.cs"));
        Assert.NotEqual(_before, Fingerprint());
    }

    [Fact]
    public void ARenamedFile_ChangesIt()
    {
        File.Move(In("code/b.cs"), In("code/c.cs"));
        Assert.NotEqual(_before, Fingerprint());
    }

    [Fact]
    public void ATouchedFile_DoesNot()
    {
        File.SetLastWriteTimeUtc(In("code/a.cs"), File.GetLastWriteTimeUtc(In("code/a.cs")).AddDays(1));
        Assert.Equal(_before, Fingerprint());
    }

    [Theory]
    [InlineData("code/bin/a.dll")]
    [InlineData("code/obj/a.json")]
    [InlineData("code/node_modules/a/a.js")]
    [InlineData("code/dist/a.js")]
    public void WhatToolsMake_DoesNot(string path)
    {
        Write(path, "made");
        Assert.Equal(_before, Fingerprint());
    }
}
