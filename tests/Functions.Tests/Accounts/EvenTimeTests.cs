using System.Net;
using Collaborations.Security;
using Microsoft.Extensions.DependencyInjection;
using Tests.Support;

namespace Collaborations.Tests.Accounts;

/// <summary>How long a refused sign-in takes says nothing of whether there is such an account.</summary>
public sealed class EvenTimeTests : IClassFixture<CollaborationsApp>
{
    // The app is started once, with the clock of the first test.
    private static readonly ManualTimeProvider Machine = new();

    private readonly CollaborationsApp _app;

    public EvenTimeTests(CollaborationsApp app)
    {
        _app = app;
        _app.MoreServices = services => services.AddSingleton(new EvenTime(Machine, EvenTime.Usual));
    }

    [Theory]
    [InlineData("nobody.at.all@riverside.example", "some password of nobody")]
    [InlineData("ben.lindqvist@riverside.example", "not the right password")]
    [InlineData("not an address", "x")]
    public async Task Refused_Is_answered_when_the_time_is_over_and_not_before(string email, string password)
    {
        using var person = _app.CreatePerson();
        var began = Machine.GetUtcNow();
        var answer = person.SignInAsync(email, password);

        await Machine.TimerDueByAsync(began + EvenTime.Usual);
        Assert.False(answer.IsCompleted);
        Assert.Equal(began + EvenTime.Usual, Machine.NextDue);
        Machine.Advance(EvenTime.Usual);
        var reply = await answer;
        Assert.Equal((HttpStatusCode.Unauthorized, "wrong-credentials"), (reply.Status, reply.Code));
    }
}
