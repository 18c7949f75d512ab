using System.Reflection;
using Local.Host.Startup;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Local.Host;

/// <summary>
/// Where the host finds what it runs and keeps what it writes. Every setting may come from the command line
/// (<c>--data DIR</c>), the environment or a settings file; relative paths are relative to the working folder.
/// </summary>
internal sealed class HostPaths
{
    private readonly IConfiguration _settings;

    /// <exception cref="StartupException">A setting names a folder, a file or an assembly that is not there.</exception>
    public HostPaths(IConfiguration settings, IHostEnvironment environment, Assembly caller)
    {
        _settings = settings;
        FunctionsAssembly = Assembly(caller);
        var beside = Path.GetDirectoryName(FunctionsAssembly.Location) is { Length: > 0 } folder ? folder : AppContext.BaseDirectory;
        string[] places = [beside, environment.ContentRootPath];
        HostJson = Setting("host-json", File.Exists)
            ?? places.Select(place => Path.Combine(place, Http.HostJson.FileName)).FirstOrDefault(File.Exists);
        StaticWeb = settings["static-web"] is null
            ? Built(beside) ?? Built(environment.ContentRootPath)
            : Setting("static-web", Directory.Exists);
        Data = Path.GetFullPath(settings["data"] is { Length: > 0 } data ? data : Path.Combine(environment.ContentRootPath, ".data"));
    }

    /// <summary>The assembly with the functions: the caller's, or the one that the setting <c>functions-assembly</c> names.</summary>
    public Assembly FunctionsAssembly { get; }

    /// <summary>Setting <c>host-json</c>; by default the file beside the functions or in the content root. Null: none.</summary>
    public string? HostJson { get; }

    /// <summary>
    /// Setting <c>static-web</c>: the folder of the built front end; empty for none. By default <c>static-web/dist</c> beside the
    /// application or in a folder above it. Null where there is none.
    /// </summary>
    public string? StaticWeb { get; }

    /// <summary>
    /// Setting <c>data</c>: what the host writes lies below; by default <c>.data</c> in the content root. Made when first needed.
    /// </summary>
    public string Data { get; }

    private Assembly Assembly(Assembly caller)
    {
        if (_settings["functions-assembly"] is not { Length: > 0 } name)
        {
            return caller;
        }

        try
        {
            return System.Reflection.Assembly.Load(new AssemblyName(name));
        }
        catch (Exception missing) when (missing is FileNotFoundException or FileLoadException)
        {
            throw new StartupException($"The assembly '{name}', named by the setting functions-assembly, cannot be loaded.", missing);
        }
    }

    private string? Setting(string name, Func<string, bool> exists)
    {
        if (_settings[name] is not { Length: > 0 } path)
        {
            return null;
        }

        return exists(path)
            ? Path.GetFullPath(path)
            : throw new StartupException($"The setting {name} names '{path}', and there is no such thing.");
    }

    private static string? Built(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var built = Path.Combine(folder.FullName, "static-web", "dist");
            if (Directory.Exists(built))
            {
                return built;
            }
        }

        return null;
    }
}
