namespace Azure.Data.Tables.Entities;

/// <summary>Turns a value of a row into the type of the member that receives it.</summary>
internal static class MemberValue
{
    public static object? From(object? value, EntityShape.Column column)
    {
        var type = Nullable.GetUnderlyingType(column.Type) ?? column.Type;
        if (value is null)
        {
            return Empty(column.Type);
        }

        // A name that the enum does not have becomes its default, so that a row written by newer code can still be read.
        if (type.IsEnum)
        {
            return Enum.TryParse(type, value as string, out var member) ? member : Empty(column.Type);
        }

        if (!IsReadable(type))
        {
            throw new NotSupportedException($"The service holds no values of type {type}; '{column.Name}' is one.");
        }

        return value switch
        {
            _ when type.IsInstanceOfType(value) => value,
            string text when type == typeof(ETag) => new ETag(text),
            DateTimeOffset instant when type == typeof(DateTime) => instant.UtcDateTime,
            byte[] bytes when type == typeof(BinaryData) => BinaryData.FromBytes(bytes),
            // A whole double may come back without a fraction, and then looks like an int.
            int number when type == typeof(double) => (double)number,
            _ => throw new InvalidCastException($"'{column.Name}' is a {type}, the row holds a {value.GetType()}."),
        };
    }

    private static bool IsReadable(Type type) =>
        type == typeof(string) || type == typeof(bool) || type == typeof(int) || type == typeof(long) || type == typeof(double)
        || type == typeof(Guid) || type == typeof(DateTimeOffset) || type == typeof(DateTime) || type == typeof(byte[])
        || type == typeof(BinaryData) || type == typeof(ETag);

    private static object? Empty(Type type) => type.IsValueType ? Activator.CreateInstance(type) : null;
}
