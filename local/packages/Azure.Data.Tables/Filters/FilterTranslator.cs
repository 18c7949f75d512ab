using System.Linq.Expressions;

namespace Azure.Data.Tables.Filters;

/// <summary>
/// Conditions from expressions: comparisons, joined by and, or, not. Parts that do not depend on the row are computed here;
/// everything else must be a column, because the service's language has no functions and no arithmetic.
/// </summary>
internal static class FilterTranslator
{
    private enum Binding
    {
        Or,
        And,
        Comparison,
    }

    /// <returns>Null for a condition that is always true.</returns>
    /// <exception cref="NotSupportedException">A part has no counterpart in the service's language.</exception>
    public static string? Translate(LambdaExpression filter)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return Computation.IsPossible(filter.Body) && Computation.Run(filter.Body) is true ? null : Condition(filter.Body).Text;
    }

    private static (string Text, Binding Binding) Condition(Expression expression)
    {
        if (Computation.IsPossible(expression))
        {
            return (Operand(expression), Binding.Comparison);
        }

        return expression switch
        {
            UnaryExpression { NodeType: ExpressionType.Not } not => ($"not ({Condition(not.Operand).Text})", Binding.Comparison),
            BinaryExpression { NodeType: ExpressionType.AndAlso or ExpressionType.And } both =>
                (Join(both, "and", Binding.And), Binding.And),
            BinaryExpression { NodeType: ExpressionType.OrElse or ExpressionType.Or } either =>
                (Join(either, "or", Binding.Or), Binding.Or),
            BinaryExpression comparison => (Comparison(comparison), Binding.Comparison),
            MethodCallExpression { Method.Name: nameof(Equals) } equals => (Call(equals, "eq"), Binding.Comparison),
            _ when Column.TryName(expression) is { } flag => ($"{flag} eq true", Binding.Comparison),
            _ => throw Unsupported(expression),
        };
    }

    private static string Join(BinaryExpression expression, string word, Binding binding) =>
        $"{Enclosed(expression.Left, binding)} {word} {Enclosed(expression.Right, binding)}";

    private static string Enclosed(Expression expression, Binding around)
    {
        var (text, own) = Condition(expression);
        return own < around ? $"({text})" : text;
    }

    private static string Comparison(BinaryExpression expression)
    {
        var word = expression.NodeType switch
        {
            ExpressionType.Equal => "eq",
            ExpressionType.NotEqual => "ne",
            ExpressionType.GreaterThan => "gt",
            ExpressionType.GreaterThanOrEqual => "ge",
            ExpressionType.LessThan => "lt",
            ExpressionType.LessThanOrEqual => "le",
            _ => throw Unsupported(expression),
        };

        return expression.Left is MethodCallExpression { Method.Name: nameof(string.Compare) or nameof(string.CompareTo) } call
            ? Ordering(expression, call, word)
            : $"{Operand(expression.Left)} {word} {Operand(expression.Right)}";
    }

    // a.CompareTo(b) < 0 and string.Compare(a, b) < 0 are how C# writes a < b for text.
    private static string Ordering(BinaryExpression expression, MethodCallExpression call, string word) =>
        Computation.IsPossible(expression.Right) && Computation.Run(expression.Right) is 0
            ? Call(call, word)
            : throw Unsupported(expression);

    private static string Call(MethodCallExpression call, string word)
    {
        Expression[] sides = call.Object is null ? [.. call.Arguments] : [call.Object, .. call.Arguments];

        // The mirrored version loses a column that is converted inside a call, and asks the service for nonsense.
        return sides.Length == 2 && !sides.Any(side => side is UnaryExpression && !Computation.IsPossible(side))
            ? $"{Operand(sides[0])} {word} {Operand(sides[1])}"
            : throw Unsupported(call);
    }

    private static string Operand(Expression expression) =>
        Computation.IsPossible(expression)
            ? ODataLiteral.From(Computation.Run(expression)) ?? throw Unsupported(expression)
            : Column.TryName(expression) ?? throw Unsupported(expression);

    private static NotSupportedException Unsupported(Expression expression) =>
        new($"The Table service's filters have no counterpart for '{expression}'.");
}
