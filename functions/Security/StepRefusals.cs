namespace Collaborations.Security;

/// <summary>The same for a link, or the cookie of a sign-in, that never was, is cut, used up, withdrawn, replaced, locked or too old.</summary>
public sealed record LinkNotOpen() : NotFound("link-not-open");

public sealed record StepOutOfOrder() : Conflict("step-out-of-order");

/// <summary>The steps go on in the browser that took the first of them.</summary>
public sealed record OtherBrowser() : Conflict("other-browser");
