namespace Microsoft.Azure.Functions.Worker.Middleware;

/// <summary>The rest of the pipeline: the next middleware, in the end the function.</summary>
public delegate Task FunctionExecutionDelegate(FunctionContext context);
