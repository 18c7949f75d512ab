using Local.Host.StaticWeb;

namespace Host.Tests.StaticWeb;

/// <summary>The examples of "Configure Azure Static Web Apps", sections "Exact route" and "Wildcard pattern".</summary>
public sealed class PathPatternTests
{
    [Theory]
    [InlineData("/profile/index.html", "/profile/index.html", true)]
    [InlineData("/profile/index.html", "/profile", true)]
    [InlineData("/profile/index.html", "/profile/", true)]
    [InlineData("/profile", "/profile/index.html", false)]
    [InlineData("/profile", "/profile", true)]
    [InlineData("/profile", "/Profile", false)]
    [InlineData("/index.html", "/", true)]
    [InlineData("/calendar*", "/calendar", true)]
    [InlineData("/calendar*", "/calendar.html", true)]
    [InlineData("/calendar*", "/calendar/january/1", true)]
    [InlineData("/calendar/*", "/calendar/2020", true)]
    [InlineData("/calendar/*", "/calendar", false)]
    [InlineData("/calendar/*", "/calendar.html", false)]
    [InlineData("*", "/anything/at/all", true)]
    [InlineData("/*", "/", true)]
    [InlineData("/articles/*.html", "/articles/2026/one.html", true)]
    [InlineData("/articles/*.html", "/articles/one.png", false)]
    [InlineData("/images/thumbnails/*.{png,jpg,gif}", "/images/thumbnails/a.jpg", true)]
    [InlineData("/images/thumbnails/*.{png,jpg,gif}", "/images/thumbnails/a.svg", false)]
    [InlineData("/images/thumbnails/*.{png,jpg,gif}", "/images/a.jpg", false)]
    public void Pattern_MatchesWhatTheDocumentationSays(string pattern, string path, bool expected) =>
        Assert.Equal(expected, PathPattern.Parse(pattern).Matches(path));

    [Theory]
    [InlineData("/a*/b")]
    [InlineData("/a*b*")]
    [InlineData("/a/*.{png")]
    [InlineData("/a/*.tar.gz")]
    public void WildcardElsewhereThanAtTheEnd_IsMalformed(string pattern) => Assert.Throws<FormatException>(() => PathPattern.Parse(pattern));
}
