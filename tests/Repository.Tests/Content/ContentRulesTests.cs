namespace Repository.Tests.Content;

public sealed class ContentRulesTests
{
    public static TheoryData<string> Names => [.. ContentRules.All.Select(rule => rule.Name)];

    private static ContentRule Rule(string name) => ContentRules.All.Single(rule => rule.Name == name);

    private static bool IsException(string rule, string path) =>
        ContentRules.Exceptions.Any(exception => exception.Rule == rule && exception.Path == path);

    // A path of a file that the rule applies to.
    private static string Place(ContentRule rule) =>
        new[] { "functions/Sample.cs", "local/Sample.cs", "local/Sample.csproj" }.First(rule.Applies);

    public sealed class InTheRepository
    {
        [Theory]
        [MemberData(nameof(Names), MemberType = typeof(ContentRulesTests))]
        public void NoFile_HasIt(string name) =>
            Findings.AssertNone(Checkout.Files.Where(file => !IsException(name, file.Path)).SelectMany(Rule(name).Find));

        [Fact]
        public void NoException_OutlivesItsReason() =>
            Findings.AssertNone(
                from exception in ContentRules.Exceptions
                where !Rule(exception.Rule).Find(Checkout.File(exception.Path)).Any()
                select $"{exception.Path} no longer has {exception.Rule}");
    }

    public sealed class InASample
    {
        [Theory]
        [MemberData(nameof(Names), MemberType = typeof(ContentRulesTests))]
        public void BadText_IsFound(string name)
        {
            var rule = Rule(name);
            var found = Assert.Single(rule.Find(new SourceFile(Place(rule), "first line\n" + rule.Bad)));
            Assert.StartsWith($"{Place(rule)}:2: ", found, StringComparison.Ordinal);
        }

        [Theory]
        [MemberData(nameof(Names), MemberType = typeof(ContentRulesTests))]
        public void TheNearestAllowedText_IsNot(string name)
        {
            var rule = Rule(name);
            Assert.Empty(rule.Find(new SourceFile(Place(rule), rule.Good)));
        }

        [Theory]
        [InlineData("Thread.Sleep(1);")]
        [InlineData("await Task.Delay(TimeSpan.FromSeconds(1));")]
        [InlineData("await Task.Delay(TimeSpan.FromSeconds(1), cancellation);")]
        public void AWaitInAnyOfItsForms_IsFound(string text) =>
            Assert.Single(Rule("a wait for time to pass").Find(new SourceFile("tests/Sample.cs", text)));
    }
}
