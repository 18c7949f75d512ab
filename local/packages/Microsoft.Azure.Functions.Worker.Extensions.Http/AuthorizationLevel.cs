namespace Microsoft.Azure.Functions.Worker;

/// <summary>Which key of the Functions host a request must show. The local host holds no keys and asks for none.</summary>
public enum AuthorizationLevel
{
    Anonymous = 0,
    User = 1,
    Function = 2,
    System = 3,
    Admin = 4,
}
