namespace PointToPoint.Tool.Loading.OpenApi;

/// <summary>An <c>OpenApiReference</c> of a project: a client is generated of the document while the project is built.</summary>
/// <param name="Document">Full path of the document.</param>
/// <param name="Namespace">The namespace of what is generated.</param>
/// <param name="ClassName">The client's name; <c>{controller}</c> in it stands for what the document groups its operations by.</param>
/// <param name="OutputPath">The file that is generated, as the project names it.</param>
/// <param name="Options">What NSwag's command line is given beside: <c>/UseBaseUrl:false</c>.</param>
internal sealed record OpenApiReference(string Document, string Namespace, string ClassName, string OutputPath, string Options)
{
    private const string Generator = "NSwagCSharp";

    // Without one of them, nothing acts on such an item.
    private static readonly string[] Packages = ["NSwag.ApiDescription.Client", "Microsoft.Extensions.ApiDescription.Client"];

    /// <summary>The generated file, below the folder that is for such.</summary>
    public string OutputFile => OutputPath.Replace('\\', '/');

    /// <summary>The references of a project for which NSwag makes clients in C#.</summary>
    public static IEnumerable<OpenApiReference> Of(CapturedProject project) =>
        project.Packages.Any(package => Packages.Contains(package, StringComparer.OrdinalIgnoreCase)) ? project.Item("openapi").Select(line => Parse(line, project)).OfType<OpenApiReference>() : [];

    /// <summary>Null for a line that says something else. What the project leaves open is as <c>Microsoft.Extensions.ApiDescription.Client</c> has it.</summary>
    private static OpenApiReference? Parse(string line, CapturedProject project)
    {
        if (line.Split('|', 6) is not [{ Length: > 0 } document, var generator, var space, var name, var output, var options]
            || !(generator.Length == 0 || generator.Equals(Generator, StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        output = output.Length > 0 ? output : Path.GetFileNameWithoutExtension(document) + "Client.cs";
        return new OpenApiReference(
            document,
            space.Length > 0 ? space : project.Property("RootNamespace") is { Length: > 0 } root ? root : project.ProjectName,
            name.Length > 0 ? name : NameOf(Path.GetFileNameWithoutExtension(output.Replace('\\', '/'))),
            output,
            options);
    }

    private static string NameOf(string file)
    {
        var name = string.Concat(file.Select(letter => char.IsLetterOrDigit(letter) || letter == '_' ? letter : '_'));
        return name.Length > 0 && char.IsDigit(name[0]) ? "_" + name : name;
    }
}
