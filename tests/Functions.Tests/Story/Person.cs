using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Collaborations.Security;

namespace Collaborations.Tests.Story;

/// <summary>What came back.</summary>
/// <param name="Status">As a number and a name.</param>
/// <param name="Body">Null where there is none.</param>
/// <param name="Version">The ETag.</param>
public sealed record Reply(HttpStatusCode Status, JsonNode? Body, string? Version)
{
    public string? Code => Body?["code"]?.GetValue<string>();

    public JsonNode this[string name] => Body?[name] ?? throw new InvalidOperationException($"The answer {Body} has no {name}.");

    public string Text(string name) => this[name].GetValue<string>();
}

/// <summary>Somebody at a browser, as the requests of the pages.</summary>
public sealed class Person(HttpClient http) : IDisposable
{
    /// <summary>The secret of the link they came with.</summary>
    public string? Token { get; set; }

    public Task<Reply> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    /// <summary>As a page that has this version asks whether there is another.</summary>
    public Task<Reply> GetNewerAsync(string path, string? known) => SendAsync(HttpMethod.Get, path, known: known);

    public Task<Reply> PostAsync(string path, object? body = null, string? key = null, string? traceParent = null) =>
        SendAsync(HttpMethod.Post, path, body, key, traceParent: traceParent);

    public Task<Reply> PutAsync(string path, object? body = null, string? version = null) => SendAsync(HttpMethod.Put, path, body, version: version);

    public async Task<Reply> SendAsync(HttpMethod method, string path, object? body = null, string? key = null, string? version = null, string? known = null, string? traceParent = null)
    {
        using var request = new HttpRequestMessage(method, $"api/{path}");
        if (body is not null)
        {
            request.Content = body as HttpContent ?? JsonContent.Create(body);
        }

        if (Token is not null)
        {
            request.Headers.Add(LinkToken.Header, Token);
        }

        if (traceParent is not null)
        {
            request.Headers.Add("traceparent", traceParent);
        }

        if (key is not null)
        {
            request.Headers.Add("Idempotency-Key", key);
        }

        if (version is not null)
        {
            request.Headers.IfMatch.ParseAdd(version);
        }

        if (known is not null)
        {
            request.Headers.IfNoneMatch.ParseAdd(known);
        }

        using var response = await http.SendAsync(request);
        var text = await response.Content.ReadAsStringAsync();
        var isJson = response.Content.Headers.ContentType?.MediaType?.EndsWith("json", StringComparison.Ordinal) == true;
        return new Reply(response.StatusCode, isJson ? JsonNode.Parse(text) : text.Length > 0 ? text : null, response.Headers.ETag?.ToString());
    }

    /// <summary>Asks again until the timeline of the invitation there shows this.</summary>
    public async Task SeesAsync(string patientTalk, string kind, int times = 1)
    {
        await Eventually.ReadAsync(
            async () => (await GetAsync(patientTalk))["invitation"]["timeline"]!.AsArray(),
            seen => seen.Count(each => each!["kind"]!.GetValue<string>() == kind) >= times,
            seen => $"The timeline does not show {kind} {times} times: {seen.ToJsonString()}");
    }

    /// <summary>Uploads in one block, straight to the store, says that it is complete, and waits for what becomes of it.</summary>
    /// <param name="path">Where.</param>
    /// <param name="name">As it shall be called.</param>
    /// <param name="content">All of it.</param>
    /// <param name="untilChecked">Whether to wait for its check.</param>
    public async Task<Reply> UploadAsync(string path, string name, byte[] content, bool untilChecked = true)
    {
        var begun = await PostAsync(path, new { name, size = content.Length });
        Assert.Equal(HttpStatusCode.Created, begun.Status);
        return await CompleteAsync(begun, content, untilChecked);
    }

    /// <summary>Sends the content of an upload that has begun.</summary>
    public async Task<Reply> CompleteAsync(Reply begun, byte[] content, bool untilChecked = true)
    {
        var block = Convert.ToBase64String("0001"u8);
        using var store = new HttpClient();
        using var body = new ByteArrayContent(content);
        using var put = await store.PutAsync(new Uri($"{begun.Text("url")}&comp=block&blockid={Uri.EscapeDataString(block)}"), body);
        Assert.Equal(HttpStatusCode.Created, put.StatusCode);
        var file = $"files/{begun["file"]["fileId"]!.GetValue<string>()}";
        var sent = await PostAsync($"{file}/complete", new { blocks = new[] { block } });
        return untilChecked && IsInCheck(sent) ? await Eventually.ReadAsync(() => GetAsync(file), read => !IsInCheck(read), _ => $"{file} stays in check.") : sent;

        static bool IsInCheck(Reply reply) => reply.Body?["state"]?.GetValue<string>() == "checking";
    }

    /// <summary>Through all steps, with the first telephone on file, and in.</summary>
    /// <param name="outbox">Where the link and the code arrive.</param>
    /// <param name="email">The address that was invited.</param>
    /// <param name="birthDate">As the directory has it.</param>
    /// <param name="phone">The first on file.</param>
    /// <param name="password">The new one.</param>
    /// <param name="invitation">Which email with a link, and which text with a code, from 1.</param>
    /// <returns>The first thread of the inbox.</returns>
    public async Task<string> RegisterAsync(OutboxReader outbox, string email, string birthDate, string phone, string password, int invitation = 1)
    {
        Token = await outbox.TokenAsync(email, invitation);
        await PostAsync("registration/birth-date", new { birthDate });
        var phones = await PostAsync("registration/phones", new { phones = Array.Empty<object>() });
        await PostAsync("registration/delivery", new { phoneId = phones["phones"][0]!["phoneId"]!.GetValue<string>(), channel = "text" });
        await PostAsync("registration/code", new { code = OutboxReader.CodeOf(await outbox.LatestAsync(phone, invitation)) });
        await PostAsync("registration/terms", new { version = "2026-11" });
        await PostAsync("registration/password", new { password, confirmPassword = password });
        Token = null;
        await SignInAsync(email, password);
        return (await GetAsync("inbox"))["items"][0]!["threadId"]!.GetValue<string>();
    }

    /// <summary>The path of a case that this member has with a patient of this name.</summary>
    public async Task<string> CaseAsync(string practice, string patient)
    {
        var found = await GetAsync($"practices/{practice}/cases?q={patient}");
        return $"practices/{practice}/cases/{found["cases"][0]!["caseId"]!.GetValue<string>()}";
    }

    /// <summary>Signs in as a member.</summary>
    /// <returns>The practice and the member.</returns>
    public async Task<(string Practice, string Member)> SignInAsMemberAsync(string email, string password)
    {
        var affiliation = (await SignInAsync(email, password))["session"]["affiliations"]![0]!;
        return (affiliation["practiceId"]!.GetValue<string>(), affiliation["memberId"]!.GetValue<string>());
    }

    public Task<Reply> SignInAsync(string email, string password) => PostAsync("sign-in", new { email, password });

    public void Dispose() => http.Dispose();
}
