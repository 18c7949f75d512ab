using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;

namespace Local.Host.Outbox;

/// <summary>The messages as JSON, newest last: all of them, or those after one that the reader knows.</summary>
internal sealed class OutboxFeed(OutboxStore store)
{
    /// <param name="context">The request; it may carry If-None-Match.</param>
    /// <param name="after">The id of the last message that the reader has. One that is not known, or no longer, gives all.</param>
    public IResult Get(HttpContext context, string? after)
    {
        var records = store.Snapshot();

        // Messages are only ever added, so the last one names the state of the whole.
        var tag = new EntityTagHeaderValue($"\"{(records.Count == 0 ? "none" : records[^1].Message.Id)}\"");
        var headers = context.Response.GetTypedHeaders();
        headers.ETag = tag;
        headers.CacheControl = new CacheControlHeaderValue { Private = true, NoCache = true };
        if (context.Request.GetTypedHeaders().IfNoneMatch.Any(known => known == EntityTagHeaderValue.Any || known.Compare(tag, useStrongComparison: false)))
        {
            return Results.StatusCode(StatusCodes.Status304NotModified);
        }

        var start = after is null ? 0 : IndexOf(records, after) + 1;
        return Results.Json(records.Skip(start).Select(record => record.Message), JsonSerializerOptions.Web);
    }

    private static int IndexOf(IReadOnlyList<OutboxRecord> records, string id)
    {
        for (var index = records.Count - 1; index >= 0; index--)
        {
            if (records[index].Message.Id == id)
            {
                return index;
            }
        }

        return -1;
    }
}
