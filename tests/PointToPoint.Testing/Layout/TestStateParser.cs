using System.Text;
using System.Text.RegularExpressions;

namespace PointToPoint.Testing.Layout;

/// <summary>
/// Reads the one-string form: <c>-- path/Name.cs</c> begins a file, <c># project Name -> Ref1, Ref2 (Property=Value)</c> begins a project,
/// text before any head is <c>Test0.cs</c>.
/// </summary>
internal sealed partial class TestStateParser
{
    private const string FirstFile = "Test0.cs";

    private readonly List<TestProject> _projects = [];
    private readonly List<TestSection> _sections = [];
    private readonly StringBuilder _body = new();
    private readonly bool _hasProjects;
    private string _head = "";
    private string? _path;
    private ImmutableArray<KeyValuePair<string, string>> _metadata = [];

    private TestStateParser(bool hasProjects) => _hasProjects = hasProjects;

    private TestProject? Current => _projects is [.., var last] ? last : null;

    /// <summary>Reads a test's code.</summary>
    public static TestState Parse(string text)
    {
        var state = Parse(text, new TestProject(TestProject.DefaultFolder, [], []));
        CheckReferences(state.Projects);
        return state;
    }

    /// <summary>Reads text whose files lie in <paramref name="withoutHead"/> if it names no project; null means the folder above all.</summary>
    public static TestState Parse(string text, TestProject? withoutHead)
    {
        var lines = text.Split('\n');
        var parser = new TestStateParser(lines.Any(line => ProjectPattern().IsMatch(line.TrimEnd('\r'))));
        if (!parser._hasProjects && withoutHead is not null)
        {
            parser._projects.Add(withoutHead);
        }

        for (var i = 0; i < lines.Length; i++)
        {
            parser.Read(i == lines.Length - 1 ? lines[i] : lines[i] + "\n");
        }

        parser.EndFile(isLast: true);
        return parser.Finish();
    }

    private void Read(string line)
    {
        var content = line.TrimEnd('\r', '\n');
        if (ProjectPattern().Match(content) is { Success: true } project)
        {
            EndFile();
            _head += line;
            _projects.Add(new(
                VirtualPath.Resolve(VirtualPath.Root, project.Groups["path"].Value),
                [.. project.Groups["references"].Value.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
                Options(project.Groups["options"].Value, content)));
        }
        else if (FilePattern().Match(content) is { Success: true } file)
        {
            EndFile();
            _head += line;
            _path = file.Groups["path"].Value;
            _metadata = Options(file.Groups["options"].Value, content);
        }
        else
        {
            _body.Append(line);
        }
    }

    private void EndFile(bool isLast = false)
    {
        var text = _body.ToString();
        _body.Clear();
        if (_path is null && string.IsNullOrWhiteSpace(text) && !(isLast && _head.Length == 0 && _sections.Count == 0))
        {
            // Blank lines between heads belong to the heads.
            _head += text;
            return;
        }

        if (_path is null && Current is null && _hasProjects)
        {
            throw new AnalyzerTestException(
                "There is text before the first '# project' line. Begin a file with '-- Name.cs' to share it between projects.");
        }

        var file = new TestFile(
            VirtualPath.Resolve(Current?.Folder ?? VirtualPath.Root, _path ?? FirstFile), Current?.Name, MarkedText.Parse(text), _metadata);
        if (_sections.Any(s => s.File?.Path == file.Path && s.File.Project == file.Project))
        {
            throw new AnalyzerTestException($"The file '{_path ?? FirstFile}' is given twice.");
        }

        _sections.Add(new(_head, file));
        (_head, _path, _metadata) = ("", null, []);
    }

    private TestState Finish()
    {
        if (_head.Length > 0)
        {
            _sections.Add(new(_head, null));
        }

        foreach (var group in _projects.GroupBy(p => p.Name, StringComparer.Ordinal).Where(g => g.Count() > 1))
        {
            throw new AnalyzerTestException($"The project '{group.Key}' is given twice.");
        }

        return new([.. _projects], [.. _sections]);
    }

    private static void CheckReferences(ImmutableArray<TestProject> projects)
    {
        foreach (var project in projects)
        {
            foreach (var reference in project.References.Where(r => projects.All(p => p.Name != r)))
            {
                throw new AnalyzerTestException(
                    $"Project '{project.Name}' references '{reference}', which the test doesn't have. "
                    + $"It has: {string.Join(", ", projects.Select(p => p.Name))}.");
            }
        }
    }

    private static ImmutableArray<KeyValuePair<string, string>> Options(string text, string line)
        => [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(option =>
            option.Split('=', 2, StringSplitOptions.TrimEntries) is [{ Length: > 0 } name, var value]
                ? KeyValuePair.Create(name, value)
                : throw new AnalyzerTestException($"'{option}' in '{line}' is no option: write (Name=Value, Name=Value)."))];

    [GeneratedRegex(@"^# project +(?<path>[^\s(]+)(?: *-> *(?<references>[^(]*?))? *(?:\((?<options>.*)\))? *$")]
    private static partial Regex ProjectPattern();

    // A path has a dot or a slash: 'a -- b' and '-- remark' are code.
    [GeneratedRegex(@"^-- +(?<path>[^\s(]*[./][^\s(]*) *(?:\((?<options>.*)\))? *$")]
    private static partial Regex FilePattern();
}
