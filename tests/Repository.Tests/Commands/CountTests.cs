using Tests.Support;

namespace Repository.Tests.Commands;

/// <summary>How ./test counts a suite: by its report, and never well when the suite crashed, hung or ran nothing.</summary>
public sealed class CountTests : IDisposable
{
    private const string Trx = """
        <TestRun><Results>
          <UnitTestResult testName="A &gt; b" outcome="Passed" />
          <UnitTestResult testName="A.c" outcome="Passed"><Output><StdOut>said</StdOut></Output></UnitTestResult>
          <UnitTestResult testName="A.d" outcome="NotExecuted" />
        </Results></TestRun>
        """;

    private const string FailedTest = """
        <UnitTestResult testName="A.e(x: &quot;1&quot;)" outcome="Failed"><Output><ErrorInfo><Message>Expected: 1&#xD;
        Actual: 2</Message><StackTrace>at A.e() in a.cs:line 3
        at System.Reflection.Invoke()</StackTrace></ErrorInfo></Output></UnitTestResult>
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("count-");

    public void Dispose() => _folder.Delete(recursive: true);

    private void Write(string name, string text) => File.WriteAllText(Path.Combine(_folder.FullName, name), text);

    /// <returns>The numbers of passed, failed and skipped tests, and what was printed.</returns>
    private (string Counts, string Printed) Count(string suite, int exitCode)
    {
        Write("log", "the runner's own words\n");
        var ended = Command.Run("node", [RepositoryRoot.Combine("build", "count.mjs"), suite, _folder.FullName, $"{exitCode}", "1.5"]);
        Assert.Equal((0, string.Empty), (ended.ExitCode, ended.Error));
        return (File.ReadAllText(Path.Combine(_folder.FullName, "counts")).Trim(), ended.Output);
    }

    [Fact]
    public void AReportOfPassedTests_IsCounted()
    {
        Write("report.trx", Trx);
        var (counts, printed) = Count("A.Tests", 0);
        Assert.Equal("2 0 1", counts);
        Assert.Equal("ok   A.Tests: 2 passed, 0 failed, 1 skipped in 1.5 s\n", printed);
    }

    [Fact]
    public void AFailedTest_IsCounted_AndShown()
    {
        Write("report.trx", Trx.Replace("<Results>", "<Results>" + FailedTest, StringComparison.Ordinal));
        var (counts, printed) = Count("A.Tests", 1);
        Assert.Equal("2 1 1", counts);
        Assert.Contains("A.e(x: \"1\")\n    Expected: 1\r\n    Actual: 2\n    at A.e() in a.cs:line 3\n  Its log", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void ACrashAfterPassedTests_IsAFailure_WithTheEndOfTheLog()
    {
        Write("report.trx", Trx);
        var (counts, printed) = Count("A.Tests", 134);
        Assert.Equal("2 1 1", counts);
        Assert.Contains("It ended with exit code 134.", printed, StringComparison.Ordinal);
        Assert.Contains("| the runner's own words", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(124)]
    [InlineData(137)]
    public void AHang_IsAFailure(int exitCode)
    {
        var (counts, printed) = Count("A.Tests", exitCode);
        Assert.Equal("0 1 0", counts);
        Assert.Contains("It did not end in time, and was ended.", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void NoReport_IsAFailure()
    {
        var (counts, printed) = Count("A.Tests", 0);
        Assert.Equal("0 1 0", counts);
        Assert.Contains("It ran no test.", printed, StringComparison.Ordinal);
    }

    [Fact]
    public void TheFrontEndsReport_IsCounted_AndAFileThatDoesNotLoadIsAFailure()
    {
        Write("report.json", """
            {"testResults":[
              {"name":"a.test.ts","status":"failed","assertionResults":[
                {"fullName":"a one","status":"passed"},{"fullName":"a two","status":"failed","failureMessages":["no"]},{"fullName":"a three","status":"skipped"}]},
              {"name":"b.test.ts","status":"failed","message":"cannot be read","assertionResults":[]}]}
            """);
        var (counts, printed) = Count("static-web", 1);
        Assert.Equal("1 2 1", counts);
        Assert.Contains("b.test.ts\n    cannot be read\n", printed, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0, "1 0 0")]
    [InlineData(2, "0 1 0")]
    public void ASuiteThatIsOneCommand_CountsAsOne(int exitCode, string counts) =>
        Assert.Equal(counts, Count("static-web:lint", exitCode).Counts);
}
