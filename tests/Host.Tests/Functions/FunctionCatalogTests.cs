using Local.Host.Functions;
using Local.Host.Startup;

namespace Host.Tests.Functions;

/// <summary>Functions that are sound one by one and cannot stand beside each other.</summary>
public sealed class FunctionCatalogTests
{
    [Fact]
    public void TwoOfOneName_AreRefusedWithBothMethods()
    {
        var refused = Refused(("Same", nameof(Sound.Get)), ("same", nameof(Sound.Post)));

        Assert.Contains("More than one function is named 'Same'", refused, StringComparison.Ordinal);
        Assert.Contains("Sound.Get, Host.Tests.Functions.Sound.Post", refused, StringComparison.Ordinal);
    }

    [Fact]
    public void TwoOrchestrationsOfOneName_AreRefused() =>
        Assert.Contains(
            "More than one function is the orchestration 'Work'",
            Refused(("One", nameof(Sound.Orchestrate)), ("Two", nameof(Sound.OrchestrateToo))),
            StringComparison.Ordinal);

    [Theory]
    [InlineData(nameof(Sound.Get), nameof(Sound.OtherGet))]
    [InlineData(nameof(Sound.Item), nameof(Sound.SameItem))]
    public void OneRouteWithAMethodInCommon_IsRefused(string left, string right)
    {
        var refused = Refused(("Name", left), ("Other", right));

        Assert.Contains("fit two functions", refused, StringComparison.Ordinal);
        Assert.Contains($"Host.Tests.Functions.Sound.{left} and Host.Tests.Functions.Sound.{right}", refused, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(nameof(Sound.Get), nameof(Sound.Post))]
    [InlineData(nameof(Sound.Item), nameof(Sound.NumberedItem))]
    public void RoutesThatARequestTellsApart_StandBesideEachOther(string left, string right) =>
        Assert.Equal(2, Of(("Name", left), ("Other", right)).Functions.Count);

    [Fact]
    public void EveryProblem_IsNamedAtOnce()
    {
        var refused = Assert.Throws<StartupException>(() => FunctionCatalog.Of(
            [("A", FunctionReaderTests.Method(typeof(Broken), nameof(Broken.NoTrigger))), ("B", FunctionReaderTests.Method(typeof(Broken), nameof(Broken.ReturnsText)))]));

        Assert.Equal(2, refused.Message.Split(Environment.NewLine).Length);
    }

    [Fact]
    public void Assembly_YieldsItsMarkedMethods()
    {
        var catalog = FunctionCatalog.Discover(typeof(FunctionCatalogTests).Assembly);

        Assert.Contains(catalog.Functions, function => function.Name == "Minimal");
        Assert.DoesNotContain(catalog.Functions, function => function.Method.DeclaringType == typeof(Broken));
    }

    private static FunctionCatalog Of(params (string Name, string Method)[] functions) =>
        FunctionCatalog.Of(functions.Select(function => (function.Name, FunctionReaderTests.Method(typeof(Sound), function.Method))));

    private static string Refused(params (string Name, string Method)[] functions) => Assert.Throws<StartupException>(() => Of(functions)).Message;
}
