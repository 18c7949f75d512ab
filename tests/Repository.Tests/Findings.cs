namespace Repository.Tests;

/// <summary>Says everything that a check has found, one finding a line, so that one run is enough to mend it all.</summary>
public static class Findings
{
    public static void AssertNone(IEnumerable<string> findings)
    {
        var found = findings.ToList();
        Assert.True(found.Count == 0, $"{found.Count} found:\n{string.Join('\n', found)}");
    }
}
