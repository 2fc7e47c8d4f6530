using NJsonSchema;
using NJsonSchema.References;

namespace PointToPoint.Tool.Loading.OpenApi;

/// <summary>Follows no reference out of a document: a scan reads what it was asked to read, and asks no server.</summary>
internal sealed class ClosedReferences(JsonSchemaAppender appender) : JsonReferenceResolver(appender)
{
    /// <inheritdoc/>
    public override Task<IJsonReference> ResolveFileReferenceAsync(string filePath, CancellationToken cancellationToken = default) => throw Refused(filePath);

    /// <inheritdoc/>
    public override Task<IJsonReference> ResolveUrlReferenceAsync(string url, CancellationToken cancellationToken = default) => throw Refused(url);

    private static NotSupportedException Refused(string to) => new($"it refers to another document, {to}");
}
