namespace Collaborations.Files.Pictures;

/// <summary>
/// Finds what a picture says beside what one sees: where and when it was taken, by which device, what it showed before it was cropped (OWASP ASVS 5.0,
/// 14.2.8). The pixels are never decoded and never change; a broken picture is as broken afterwards.
/// </summary>
public static class PictureMetadata
{
    private const string Jpeg = "image/jpeg";
    private const string Png = "image/png";
    private const string Webp = "image/webp";

    public static bool Knows(string contentType) => contentType is Jpeg or Png or Webp;

    /// <param name="contentType">As the file is served.</param>
    /// <param name="picture">Read once, forward; never held.</param>
    /// <param name="cancellation">The work was given up.</param>
    /// <returns>What is to be left out: nothing for a file that is none of the pictures that are known here.</returns>
    public static async Task<PictureEdits> FindAsync(string contentType, Stream picture, CancellationToken cancellation)
    {
        var edits = new PictureEdits();
        var bytes = new PictureBytes(picture, cancellation);
        await (contentType switch
        {
            Jpeg => JpegMetadata.FindAsync(bytes, edits),
            Png => PngMetadata.FindAsync(bytes, edits),
            Webp => WebpMetadata.FindAsync(bytes, edits),
            _ => Task.CompletedTask,
        });
        return edits;
    }
}
