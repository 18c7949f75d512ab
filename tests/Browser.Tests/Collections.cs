namespace Browser.Tests;

/// <summary>The pages, and the stories of patients and colleagues: one site and one browser, one test after the other.</summary>
[CollectionDefinition(Name)]
public sealed class Pages : ICollectionFixture<Site>, ICollectionFixture<Chromium>
{
    public const string Name = "pages";
}

/// <summary>The stories that change how people sign in: a site of their own, so that they run beside the others and ask nobody else for a code.</summary>
[CollectionDefinition(Name)]
public sealed class Accounts : ICollectionFixture<Site>, ICollectionFixture<Chromium>
{
    public const string Name = "accounts";
}
