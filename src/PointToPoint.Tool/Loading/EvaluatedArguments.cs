using System.Collections.Immutable;
using System.Text;

namespace PointToPoint.Tool.Loading;

/// <summary>A compiler command line made from what a project says before any target has run: no references, but all its sources.</summary>
internal static class EvaluatedArguments
{
    /// <param name="project">What was captured.</param>
    /// <param name="generatedFolder">Where the global usings are written.</param>
    public static ImmutableArray<string> Of(CapturedProject project, string generatedFolder)
    {
        var arguments = ImmutableArray.CreateBuilder<string>();
        arguments.Add("/noconfig");
        arguments.Add(project.IsApplication ? "/target:exe" : "/target:library");
        arguments.Add($"/out:{project.AssemblyName}.dll");
        arguments.Add("/langversion:" + (project.Property("LangVersion") is { Length: > 0 } version ? version : "latest"));
        if (project.Property("Nullable") is { Length: > 0 } nullable)
        {
            arguments.Add("/nullable:" + nullable);
        }

        if (project.Property("AllowUnsafeBlocks").Equals("true", StringComparison.OrdinalIgnoreCase))
        {
            arguments.Add("/unsafe+");
        }

        arguments.Add("/define:" + project.Property("DefineConstants"));
        arguments.AddRange(project.Item("editorconfig").Select(file => "/analyzerconfig:" + file));
        arguments.AddRange(project.Item("additional").Select(file => "/additionalfile:" + file));
        arguments.AddRange(project.Item("compile"));
        if (GlobalUsings(project.Item("using")) is { Length: > 0 } usings)
        {
            var file = Path.Combine(generatedFolder, "GlobalUsings.g.cs");
            Directory.CreateDirectory(generatedFolder);
            File.WriteAllText(file, usings);
            arguments.Add(file);
        }

        return arguments.ToImmutable();
    }

    private static string GlobalUsings(ImmutableArray<string> usings)
    {
        var text = new StringBuilder();
        foreach (var parts in usings.Select(line => line.Split('|', 3)).Where(parts => parts.Length == 3))
        {
            var target = "global::" + parts[2];
            text.AppendLine(
                parts[1].Length > 0 ? $"global using {parts[1]} = {target};"
                : parts[0].Equals("true", StringComparison.OrdinalIgnoreCase) ? $"global using static {target};"
                : $"global using {target};");
        }

        return text.ToString();
    }
}
