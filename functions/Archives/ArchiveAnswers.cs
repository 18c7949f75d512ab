using Collaborations.Http;
using Microsoft.AspNetCore.Http;

namespace Collaborations.Archives;

/// <summary>How an archive is answered: 202 while it is made.</summary>
public static class ArchiveAnswers
{
    public static IResult Of(ArchiveAnswer answer) => answer.State == ArchiveState.Ready ? Answers.Ok(answer) : Answers.Accepted(answer);
}
