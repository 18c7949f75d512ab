using System.Text;

namespace Host.Tests.StaticWeb;

/// <summary>A front end in a folder of its own, served by the whole host.</summary>
internal sealed class TestSite : IAsyncDisposable
{
    private readonly DirectoryInfo _root;
    private readonly TestApplication _application;

    private TestSite(DirectoryInfo root, TestApplication application)
    {
        _root = root;
        _application = application;
    }

    public HttpClient Client => _application.Client;

    public TestApplication Application => _application;

    /// <summary>Starts a host over these files, by path, and this configuration.</summary>
    public static async Task<TestSite> StartAsync(string config, params (string Path, string Content)[] files)
    {
        var root = Directory.CreateTempSubdirectory("site-");
        var dist = root.CreateSubdirectory("dist");
        foreach (var (path, content) in files.Append(("staticwebapp.config.json", config)))
        {
            Write(dist, path, Encoding.UTF8.GetBytes(content));
        }

        await File.WriteAllTextAsync(Path.Combine(root.FullName, "outside.txt"), "outside");
        return new TestSite(root, await TestApplication.StartAsync([typeof(SiteFunctions)], _ => { }, $"--static-web={dist.FullName}"));
    }

    public void Write(string path, byte[] content) => Write(new DirectoryInfo(Path.Combine(_root.FullName, "dist")), path, content);

    /// <summary>The answer in a line: status, then the place it points to, or its text.</summary>
    public async Task<string> SeeAsync(string address, string method = "GET")
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), address);
        using var response = await Client.SendAsync(request);
        var rest = response.Headers.Location?.OriginalString ?? await response.Content.ReadAsStringAsync();
        return $"{(int)response.StatusCode} {rest}".TrimEnd();
    }

    public async ValueTask DisposeAsync()
    {
        await _application.DisposeAsync();
        _root.Delete(recursive: true);
    }

    private static void Write(DirectoryInfo folder, string path, byte[] content)
    {
        var file = Path.Combine(folder.FullName, path);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllBytes(file, content);
    }
}
