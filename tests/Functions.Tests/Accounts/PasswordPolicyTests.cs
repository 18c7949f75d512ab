using Collaborations.Accounts.Passwords;

namespace Collaborations.Tests.Accounts;

/// <summary>What a new password must be.</summary>
[Trait("Size", "Small")]
public sealed class PasswordPolicyTests
{
    private static readonly PasswordRules Rules = PasswordPolicy.RulesFor([], "Rosa Delgado", "rosa.delgado@home.example");

    [Theory]
    [InlineData("nine amber kites drift", null)]
    [InlineData("nineamberkitesdrift", null)]
    [InlineData("short but good", "password-too-short")]
    [InlineData("password1234567890", "password-common")]
    [InlineData("qwertyuiopasdfgh", "password-common")]
    [InlineData("aaaaaaaaaaaaaaaa", "password-common")]
    [InlineData("abc123abc123abc123", "password-common")]
    [InlineData("🦊🌵🚲🍋🎻🪁🐙🧭🏔🫖🦉🧵🛶🌋🪐", null)]
    [InlineData("🦊🌵🚲🍋🎻🪁🐙🧭🏔🫖🦉🧵🛶🌋", "password-too-short")]
    [InlineData("🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊🦊", "password-common")]
    [InlineData("password🦊password1234", "password-common")]
    [InlineData("nine amber delgado drift", "password-names-you")]
    [InlineData("our collaborations 2026", "password-names-you")]
    public void Chosen_Is_taken_or_refused_with_its_reason(string password, string? code) => Assert.Equal(code, CodeOf(password));

    // With the work of looking at its parts this would not end within the life of the test run.
    [Fact]
    public void Longer_than_can_be_Is_refused_without_another_look() => Assert.Equal("password-too-long", CodeOf(new string('1', 250_000)));

    [Fact]
    public void As_long_as_can_be_and_made_of_common_parts_Is_found_out() =>
        Assert.Equal("password-common", CodeOf(string.Concat(Enumerable.Repeat("password1", 28))));

    private static string? CodeOf(string password) =>
        PasswordPolicy.Check(password, password, Rules).Refusal is InvalidForm form ? form.Inputs[0].Code : null;
}
