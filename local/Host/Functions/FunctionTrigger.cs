namespace Local.Host.Functions;

/// <summary>What starts a function.</summary>
/// <param name="BindingType">The name of the trigger's kind in the metadata of the Functions host.</param>
internal abstract record FunctionTrigger(string BindingType);

/// <param name="Route">The template behind the route prefix.</param>
/// <param name="Methods">In capitals; empty for every method.</param>
internal sealed record HttpFunctionTrigger(string Route, IReadOnlyList<string> Methods) : FunctionTrigger("httpTrigger");

/// <param name="Orchestration">The name under which instances are started.</param>
internal sealed record OrchestrationFunctionTrigger(string Orchestration) : FunctionTrigger("orchestrationTrigger");

/// <param name="Activity">The name by which orchestrators call it.</param>
internal sealed record ActivityFunctionTrigger(string Activity) : FunctionTrigger("activityTrigger");
