using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using Tests.Support;

namespace Repository.Tests.Commands;

/// <summary>What keeps ./run from starting is said in one sentence, before anything is installed, built or written.</summary>
[SupportedOSPlatform("linux")]
public sealed class RunRefusalTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("run-refusal-");

    private string Data => Path.Combine(_folder.FullName, "data");

    public void Dispose() => _folder.Delete(recursive: true);

    private static void AssertSentence(string sentence, Ended ended)
    {
        Assert.Equal($"./run: {sentence}\n", ended.Error);
        Assert.Equal(1, ended.ExitCode);
    }

    private Ended Run(params string[] arguments) => Command.Run(RepositoryRoot.Combine("run"), ["--data", Data, .. arguments]);

    /// <summary>A path variable that leads to everything ./run needs but the given tools.</summary>
    private Dictionary<string, string?> Without(params string[] tools)
    {
        var bin = _folder.CreateSubdirectory("bin");
        string[] needed = ["bash", "dirname", "cat", "sort", "head", "grep", "dotnet", "node", "npm"];
        foreach (var tool in needed.Except(tools))
        {
            var real = Command.Run("bash", ["-c", $"command -v {tool}"]).Output.Trim();
            File.CreateSymbolicLink(Path.Combine(bin.FullName, tool), real);
        }

        return new() { ["PATH"] = bin.FullName };
    }

    private void Pretend(string tool, string answer)
    {
        var path = Path.Combine(_folder.FullName, "bin", tool);
        File.WriteAllText(path, $"#!/usr/bin/env bash\n{answer}\n");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
    }

    [Theory]
    [InlineData("0")]
    [InlineData("65536")]
    [InlineData("http")]
    public void APortThatIsNone_IsRefused(string port) =>
        AssertSentence($"--port takes a number from 1 to 65535, not '{port}'.", Run("--port", port));

    [Fact]
    public void APortThatIsTaken_IsNamed_AndAnotherProposed()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        AssertSentence(
            $"Port {port} is taken by another program. Stop that one, or choose another port: ./run --port {(port < 65535 ? port + 1 : port - 1)}",
            Run("--port", $"{port}"));
    }

    [Fact]
    public void AFolderWithOtherFiles_IsLeftAlone_EvenByReset()
    {
        Directory.CreateDirectory(Data);
        var other = Path.Combine(Data, "thesis.txt");
        File.WriteAllText(other, "years of work");

        AssertSentence($"{Data} holds files that are not from ./run, so it is left alone. Name an empty or a new folder: ./run --data DIR", Run("--reset"));
        Assert.Equal([other], Directory.GetFileSystemEntries(Data));
    }

    [Fact]
    public void AFileInPlaceOfTheFolder_IsRefused()
    {
        File.WriteAllText(Data, "a file");
        AssertSentence($"{Data} is not a folder. Name another one: ./run --data DIR", Run());
    }

    [Fact]
    public void AFolderInUse_IsRefused()
    {
        Directory.CreateDirectory(Data);
        File.WriteAllText(Path.Combine(Data, ".run-data"), "Made by ./run.\n");
        var attempt = Command.Run("flock", [Path.Combine(Data, ".lock"), RepositoryRoot.Combine("run"), "--data", Data]);

        AssertSentence($"The data folder {Data} is in use by another ./run. Stop that one, or name another folder: ./run --data DIR", attempt);
    }

    [Theory]
    [InlineData("dotnet", "The .NET 10 SDK is missing. Install it (package dotnet-sdk-10.0, or https://dotnet.microsoft.com/download) and start again.")]
    [InlineData("node", "Node.js is missing. Install version 20.19 or later (https://nodejs.org, or your distribution's package) and start again.")]
    [InlineData("npm", "npm is missing. Install it (package npm; Node.js from other sources brings it along) and start again.")]
    public void AMissingTool_IsNamed_WithWhatToInstall(string tool, string sentence) =>
        AssertSentence(sentence, Command.Run(RepositoryRoot.Combine("run"), ["--data", Data], Without(tool)));

    [Theory]
    [InlineData("v18.20.4")]
    [InlineData("v20.18.3")]
    public void AnOldNode_IsNamed_WithWhatToInstall(string version)
    {
        var path = Without("node");
        Pretend("node", $"echo {version}");

        AssertSentence(
            $"Node.js {version} is too old. Install version 20.19 or later (https://nodejs.org, or your distribution's package) and start again.",
            Command.Run(RepositoryRoot.Combine("run"), ["--data", Data], path));
    }

    [Fact]
    public void AnotherSdk_IsNamed_WithWhatToInstall()
    {
        var path = Without("dotnet");
        Pretend("dotnet", "echo 'A compatible .NET SDK was not found.'; exit 1");

        AssertSentence(
            "A .NET SDK of version 10 is needed and none that fits global.json starts here. Install it (package dotnet-sdk-10.0). "
            + "dotnet says: A compatible .NET SDK was not found.",
            Command.Run(RepositoryRoot.Combine("run"), ["--data", Data], path));
    }
}
