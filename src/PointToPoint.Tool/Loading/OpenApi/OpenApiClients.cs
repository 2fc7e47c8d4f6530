using System.Text;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;

using NJsonSchema;

using NSwag;
using NSwag.CodeGeneration.CSharp;

namespace PointToPoint.Tool.Loading.OpenApi;

/// <summary>
/// The clients that a project's build makes of OpenAPI documents. A scan makes them itself, by the same library: the build's own generator may not be there, and is a program of the repository's choice.
/// </summary>
internal static class OpenApiClients
{
    // A document of thousands of operations takes longer than all the rest of a scan.
    private const long MaxLength = 4_000_000;

    /// <summary>The files that <paramref name="sources"/> lack, or a note why one could not be made.</summary>
    /// <param name="project">What was captured.</param>
    /// <param name="sources">Full paths of the sources that there are.</param>
    public static IEnumerable<(OpenApiReference Reference, SourceText? Text, string? Note)> Of(CapturedProject project, IEnumerable<string> sources)
    {
        var there = sources.Select(path => Path.GetFileName(path)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var reference in OpenApiReference.Of(project).Where(reference => there.Add(reference.OutputName)))
        {
            var name = Path.GetFileName(reference.Document);
            if (!File.Exists(reference.Document))
            {
                continue;
            }

            SourceText? text = null;
            string? note = null;
            try
            {
                text = Generate(reference);
            }
            catch (Exception e)
            {
                // NSwag refuses a document by exceptions of any type.
                note = $"the client of {name} could not be generated ({e.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.')})";
            }

            yield return (reference, text, note);
        }
    }

    private static SourceText Generate(OpenApiReference reference)
    {
        if (new FileInfo(reference.Document).Length > MaxLength)
        {
            throw new NotSupportedException("the document is longer than 4 MB");
        }

        var document = OpenApiDocument.FromJsonAsync(
            File.ReadAllText(reference.Document),
            documentPath: null,
            SchemaType.Swagger2,
            root => new ClosedReferences(new JsonSchemaAppender(root, new DefaultTypeNameGenerator()))).GetAwaiter().GetResult();
        var settings = new CSharpClientGeneratorSettings { ClassName = reference.ClassName };
        settings.CSharpGeneratorSettings.Namespace = reference.Namespace;
        NSwagOptions.Apply(settings, reference.Options);
        return SourceText.From(new CSharpClientGenerator(document, settings).GenerateFile(), Encoding.UTF8);
    }
}
