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
    private const long MaxLength = 1_000_000;

    /// <summary>The files that <paramref name="sources"/> lack, or a note why one could not be made.</summary>
    /// <param name="project">What was captured.</param>
    /// <param name="sources">Full paths of the sources that there are.</param>
    public static IEnumerable<(OpenApiReference Reference, SourceText? Text, string? Note)> Of(CapturedProject project, IEnumerable<string> sources)
    {
        var there = sources.Select(Path.GetFullPath).ToHashSet(PathComparer.Instance);
        var isFirst = true;
        foreach (var reference in OpenApiReference.Of(project))
        {
            var written = Path.GetFullPath(Path.Combine(project.ProjectFolder, reference.OutputFile));
            if (!File.Exists(reference.Document) || there.Contains(written) || !there.Add(Path.GetFullPath(Path.Combine(project.ProjectFolder, "obj", reference.OutputFile))))
            {
                continue;
            }

            SourceText? text = null;
            string? note = null;
            try
            {
                text = Generate(reference, isFirst);
            }
            catch (Exception e)
            {
                // NSwag refuses a document by exceptions of any type.
                note = $"the client of {Path.GetFileName(reference.Document)} could not be generated ({e.GetBaseException().Message.ReplaceLineEndings(" ").TrimEnd('.')})";
            }

            isFirst = false;
            yield return (reference, text, note);
        }
    }

    private static SourceText Generate(OpenApiReference reference, bool isFirst)
    {
        if (new FileInfo(reference.Document).Length > MaxLength)
        {
            throw new NotSupportedException("the document is longer than 1 MB");
        }

        var document = OpenApiDocument.FromJsonAsync(
            PlainSchemas.Of(File.ReadAllText(reference.Document)),
            documentPath: null,
            SchemaType.Swagger2,
            root => new ClosedReferences(new JsonSchemaAppender(root, new DefaultTypeNameGenerator()))).GetAwaiter().GetResult();

        // A project has the exception of all its clients once.
        var settings = new CSharpClientGeneratorSettings { ClassName = reference.ClassName, GenerateExceptionClasses = isFirst };
        settings.CSharpGeneratorSettings.Namespace = reference.Namespace;
        NSwagOptions.Apply(settings, reference.Options);
        return SourceText.From(new CSharpClientGenerator(document, settings).GenerateFile(), Encoding.UTF8);
    }
}
