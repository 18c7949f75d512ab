namespace Collaborations.Tests.Cases;

/// <summary>Cases are found as people type: accents and case left out, words in any order, by the patient's number.</summary>
public sealed class CaseSearchTests(CollaborationsApp app) : IClassFixture<CollaborationsApp>
{
    [Theory]
    [InlineData("elodie marchand", true)]
    [InlineData("MARCHAND, Élodie", true)]
    [InlineData("wisdom march", true)]
    [InlineData("r-1003", true)]
    [InlineData("elodie kim", false)]
    public async Task Typed_Finds_the_case_or_not(string words, bool isFound)
    {
        using var doctor = app.CreatePerson();
        var (practice, _) = await doctor.SignInAsMemberAsync("ben.lindqvist@riverside.example", app.Password);
        var found = (await doctor.GetAsync($"practices/{practice}/cases?q={Uri.EscapeDataString(words)}"))["cases"].AsArray();
        Assert.Equal(isFound ? ["Wisdom teeth"] : [], found.Select(each => each!["title"]!.GetValue<string>()));
    }
}
