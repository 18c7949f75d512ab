using YamlDotNet.RepresentationModel;

namespace Repository.Tests.Infrastructure;

internal static class Yaml
{
    public static YamlNode Read(string path)
    {
        var stream = new YamlStream();
        using var text = new StringReader(Checkout.File(path).Text);
        stream.Load(text);
        return stream.Documents[0].RootNode;
    }
}
