using Tests.Support;

namespace Repository.Tests.Documents;

public sealed class MarkdownTests
{
    private static IReadOnlyList<MarkdownDocument> Documents { get; } =
        [.. Checkout.Files.Where(file => file.Extension == ".md").Select(file => new MarkdownDocument(file))];

    public sealed class Links
    {
        [Fact]
        public void EveryLink_LeadsSomewhere()
        {
            var paths = Checkout.Files.Select(file => file.Path).ToHashSet(StringComparer.Ordinal);
            Findings.AssertNone(Documents.SelectMany(document => document.BrokenLinks(paths, path => Documents.FirstOrDefault(other => other.Path == path))));
        }

        [Theory]
        [InlineData("[a](gone.md)", "docs/a.md: gone.md is not there")]
        [InlineData("[a](../b.md)", "docs/a.md: ../b.md is not there")]
        [InlineData("[a](b.md#none)", "docs/a.md: b.md#none names no heading")]
        [InlineData("[a](#none)", "docs/a.md: #none names no heading")]
        public void ALinkToNowhere_IsFound(string text, string finding)
        {
            var document = new MarkdownDocument(new SourceFile("docs/a.md", text));
            var other = new MarkdownDocument(new SourceFile("docs/b.md", "# There\n"));
            Assert.Equal([finding], document.BrokenLinks(["docs/a.md", "docs/b.md"], path => path == "docs/b.md" ? other : document));
        }

        [Theory]
        [InlineData("[a](b.md) [b](./b.md) [c](../docs/) [d](b.md#its-name-it-is) [e](https://example.org/x)")]
        [InlineData("`[a](gone.md)`\n\n```text\n[a](gone.md)\n```\n")]
        public void ALinkToSomethingThere_IsNot(string text)
        {
            var document = new MarkdownDocument(new SourceFile("docs/a.md", text));
            var other = new MarkdownDocument(new SourceFile("docs/b.md", "## Its name, it `is`\n"));
            Assert.Empty(document.BrokenLinks(["docs/a.md", "docs/b.md"], _ => other));
        }
    }

    public sealed class Commands
    {
        // What the repository brings, and the tools that README.md asks for.
        private static readonly string[] Tools = ["git", "cd", "dotnet", "npm", "node"];

        private static IEnumerable<string> Unknown(MarkdownDocument document, Func<string, bool> exists) =>
            from command in document.Commands
            let program = command.Split(' ')[0]
            where !Tools.Contains(program) && !exists(program)
            select $"{document.Path}: {command}";

        [Fact]
        public void EveryCommandInADocument_IsThere() =>
            Findings.AssertNone(Documents.SelectMany(document => Unknown(document, program => File.Exists(RepositoryRoot.Combine(program)))));

        [Fact]
        public void ACommandThatIsNotThere_IsFound() =>
            Assert.Equal(
                ["a.md: ./gone --now"],
                Unknown(new MarkdownDocument(new SourceFile("a.md", "```sh\n# first\n./gone --now # later\ndotnet build\n```\n")), _ => false));

        [Fact]
        public void TheReadme_NamesTheTwoCommands_AndNoOther() =>
            Assert.Equal(["./run", "./test"], Documents.Single(document => document.Path == "README.md").Commands.Select(line => line.Split(' ')[0]).Distinct());
    }
}
