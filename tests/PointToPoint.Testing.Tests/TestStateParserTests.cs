using PointToPoint.Testing.Layout;

namespace PointToPoint.Testing.Tests;

public sealed class TestStateParserTests
{
    [Fact]
    public void TextWithoutHead_IsTheFirstFile()
    {
        var file = Assert.Single(TestStateParser.Parse("class C;").Files);

        Assert.Equal(("/0/TestProject/Test0.cs", "class C;"), (file.Path, file.Content.Text));
    }

    [Fact]
    public void EmptyText_IsAnEmptyFile() => Assert.Equal("/0/TestProject/Test0.cs", Assert.Single(TestStateParser.Parse("").Files).Path);

    [Fact]
    public void FileHeads_BeginFiles()
    {
        var state = TestStateParser.Parse("class A;\n-- Deep/B.cs\nclass B;\n-- ../p2p.json\n{}\n-- /root.txt\n");

        Assert.Equal(
            [("/0/TestProject/Test0.cs", "class A;\n"), ("/0/TestProject/Deep/B.cs", "class B;\n"), ("/0/p2p.json", "{}\n"), ("/0/root.txt", "")],
            state.Files.Select(f => (f.Path, f.Content.Text)));
    }

    [Fact]
    public void ProjectHeads_BeginProjectsWithReferencesAndProperties()
    {
        var state = TestStateParser.Parse("-- shared.json\n{}\n# project src/Lib\n-- A.cs\n# project App -> Lib, Other (IsTestProject=true, X = y)\n# project Other\n");

        Assert.Equal(["/0/src/Lib", "/0/App", "/0/Other"], state.Projects.Select(p => p.Folder));
        Assert.Equal(["Lib", "Other"], state.Projects[1].References);
        Assert.Equal([KeyValuePair.Create("IsTestProject", "true"), KeyValuePair.Create("X", "y")], state.Projects[1].Properties);
        Assert.Equal([("/0/shared.json", null), ("/0/src/Lib/A.cs", "Lib")], state.Files.Select(f => (f.Path, f.Project)));
    }

    [Fact]
    public void MetadataOfAFile_IsRead()
    {
        var file = Assert.Single(TestStateParser.Parse("-- p2p.json (Kind=manifest)\n{}").Files);

        Assert.Equal([KeyValuePair.Create("Kind", "manifest")], file.Metadata);
    }

    [Theory]
    [InlineData("-- remark")]
    [InlineData(" -- A.cs")]
    [InlineData("a -- B.cs")]
    [InlineData("#project X")]
    [InlineData("// # project X")]
    public void CodeThatLooksAlike_IsNoHead(string line) => Assert.Equal(line, Assert.Single(TestStateParser.Parse(line).Files).Content.Text);

    [Theory]
    [InlineData("class A;\n-- B.cs\nclass B;")]
    [InlineData("\n-- A.cs\n\n-- B.cs")]
    [InlineData("-- a.json\n{}\n\n# project P\n\n-- A.cs\nx\n# project Q -> P\n")]
    [InlineData("")]
    public void Render_GivesTheTextBack(string text)
    {
        var state = TestStateParser.Parse(text);

        Assert.Equal(text, state.Render(f => f.Content.Source));
    }

    [Theory]
    [InlineData("-- A.cs\n-- A.cs\n", "'A.cs' is given twice")]
    [InlineData("# project A\n# project x/A\n", "'A' is given twice")]
    [InlineData("# project A -> B\n", "references 'B', which the test doesn't have")]
    [InlineData("class A;\n# project A\n", "before the first '# project'")]
    [InlineData("# project A (x)\n", "'x' in '# project A (x)' is no option")]
    [InlineData("-- ../../A.cs\n", "above the folder of the solution")]
    public void TextThatMeansNothing_Fails(string text, string expected)
    {
        var failure = Assert.Throws<AnalyzerTestException>(() => TestStateParser.Parse(text));

        Assert.Contains(expected, failure.Message, StringComparison.Ordinal);
    }
}
