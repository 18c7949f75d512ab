using Local.Host.Startup;
using Local.Host.StaticWeb;

namespace Host.Tests.StaticWeb;

/// <summary>Which configurations the host refuses.</summary>
public sealed class StaticWebConfigTests : IDisposable
{
    private readonly string _file = Path.Combine(Directory.CreateTempSubdirectory("config-").FullName, StaticWebConfig.FileName);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_file)!, recursive: true);

    [Theory]
    [InlineData("{", "is malformed")]
    [InlineData("{\"routes\":[{\"rewrite\":\"/a\"}]}", "a rule has no route")]
    [InlineData("{\"routes\":[{\"route\":\"/a\",\"rewrite\":\"/b\",\"redirect\":\"/c\"}]}", "the rule for '/a' has a redirect and a rewrite")]
    [InlineData("{\"routes\":[{\"route\":\"/a\",\"redirect\":\"/c\",\"statusCode\":404}]}", "must have the status 301 or 302")]
    [InlineData("{\"routes\":[{\"route\":\"/a*/b\"}]}", "The pattern '/a*/b' must have one wildcard at its end")]
    [InlineData("{\"navigationFallback\":{\"rewrite\":\"/i\",\"exclude\":[\"/*/x\"]}}", "The pattern '/*/x'")]
    [InlineData("{\"responseOverrides\":{\"500\":{\"rewrite\":\"/x\"}}}", "the response to the status 500 cannot be overridden")]
    [InlineData("{\"trailingSlash\":\"sometimes\"}", "is malformed")]
    public void BrokenRule_IsRefusedWithTheFileAndTheReason(string json, string expected)
    {
        File.WriteAllText(_file, json);

        var refused = Assert.Throws<StartupException>(() => StaticWebConfig.Read(_file));

        Assert.Contains(_file, refused.Message, StringComparison.Ordinal);
        Assert.Contains(expected, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void FileTheServiceWouldNotTake_IsRefused()
    {
        File.WriteAllText(_file, $"{{\"globalHeaders\":{{\"x\":\"{new string('x', 20 * 1024)}\"}}}}");

        Assert.Contains("the service takes 20480", Assert.Throws<StartupException>(() => StaticWebConfig.Read(_file)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void SectionsForTheServiceOnly_AreLeftAlone()
    {
        File.WriteAllText(_file, "{\"auth\":{\"x\":1},\"networking\":{},\"platform\":{\"apiRuntime\":\"node:20\"},\"$schema\":\"y\"}");

        Assert.Empty(StaticWebConfig.Read(_file).Routes);
    }

    [Fact]
    public void NoFile_IsAnEmptyConfiguration() => Assert.Null(StaticWebConfig.Read(_file).NavigationFallback);
}
