namespace Collaborations.Tests.Contract;

/// <summary>The check itself must be able to fail.</summary>
[Trait("Size", "Small")]
public sealed class OpenApiContractTests
{
    private const string Sample = """
        openapi: 3.0.3
        paths:
          /things/{id}:
            get:
              responses:
                "200": { $ref: "#/components/responses/Thing" }
                "204": { description: Nothing. }
                default: { $ref: "#/components/responses/Problem" }
        components:
          schemas:
            Name: { type: string, minLength: 2 }
          responses:
            Problem:
              content:
                application/problem+json:
                  schema: { type: object, additionalProperties: false, required: [code], properties: { code: { type: string } } }
            Thing:
              content:
                application/json:
                  schema:
                    type: object
                    additionalProperties: false
                    required: [name]
                    properties:
                      name: { $ref: "#/components/schemas/Name" }
                      count: { type: integer, nullable: true }
        """;

    private readonly OpenApiContract _contract = new(Sample);

    [Theory]
    [InlineData("GET", "/things/1", 200, "application/json", """{"name":"ab","count":3}""")]
    [InlineData("GET", "/things/1", 204, null, "")]
    [InlineData("GET", "/things/1", 409, "application/problem+json", """{"code":"taken"}""")]
    public async Task An_answer_that_keeps_the_contract_passes(string method, string path, int status, string? type, string body) =>
        Assert.Empty(await _contract.CheckAsync(method, path, status, type, body));

    [Theory]
    [InlineData("GET", "/others/1", 200, "application/json", """{"name":"ab"}""")]
    [InlineData("POST", "/things/1", 200, "application/json", """{"name":"ab"}""")]
    [InlineData("GET", "/things/1/more", 200, "application/json", """{"name":"ab"}""")]
    [InlineData("GET", "/things/1", 500, "application/json", """{"name":"ab"}""")]
    [InlineData("GET", "/things/1", 500, "application/problem+json", "{}")]
    [InlineData("GET", "/things/1", 201, "application/problem+json", """{"code":"taken"}""")]
    [InlineData("GET", "/things/1", 200, "text/html", "<p>")]
    [InlineData("GET", "/things/1", 200, null, "")]
    [InlineData("GET", "/things/1", 204, "application/json", "{}")]
    [InlineData("GET", "/things/1", 200, "application/json", "{}")]
    [InlineData("GET", "/things/1", 200, "application/json", """{"name":"a"}""")]
    [InlineData("GET", "/things/1", 200, "application/json", """{"name":"ab","secret":1}""")]
    [InlineData("GET", "/things/1", 200, "application/json", """{"name":"ab","count":"3"}""")]
    public async Task An_answer_that_breaks_it_is_named(string method, string path, int status, string? type, string body) =>
        Assert.NotEmpty(await _contract.CheckAsync(method, path, status, type, body));

    [Fact]
    public void Operations_are_listed_by_method_and_path() =>
        Assert.Equal(["GET /things/{id}"], _contract.Operations);
}
