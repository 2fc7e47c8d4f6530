using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Tests.Loading;

public sealed class ScanScopeTests
{
    private const string Empty = "<Project />";

    [Fact]
    public void Folder_IsEveryProjectBelowAndEveryProjectOfItsSolutions()
    {
        using var folder = new TestFolder($"""
            === repo/Shop.slnx
            <Solution><Project Path="../elsewhere/Shared.csproj" /><Project Path="src/Crm/Crm.csproj" /></Solution>
            === repo/src/Crm/Crm.csproj
            {Empty}
            === repo/src/Erp/Erp.csproj
            {Empty}
            === elsewhere/Shared.csproj
            {Empty}
            === elsewhere/Unrelated.csproj
            {Empty}
            """);

        var scope = ScanScope.Find(folder.Combine("repo"));

        Assert.Equal(["elsewhere/Shared.csproj", "repo/src/Crm/Crm.csproj", "repo/src/Erp/Erp.csproj"], scope.Projects.Select(folder.Relative));
        Assert.Equal(folder.Combine("repo"), scope.Root);
        Assert.Empty(scope.Skipped);
    }

    [Fact]
    public void FolderWithSeveralSolutions_IsBuiltAsTheOneWithTheMostProjects()
    {
        using var folder = new TestFolder($"""
            === Tools.slnx
            <Solution><Project Path="Tool/Tool.csproj" /></Solution>
            === src/Shop.slnx
            <Solution><Project Path="Crm/Crm.csproj" /><Project Path="Erp/Erp.csproj" /></Solution>
            === src/Broken.sln
            no solution
            === src/Crm/Crm.csproj
            {Empty}
            === src/Erp/Erp.csproj
            {Empty}
            === Tool/Tool.csproj
            {Empty}
            """);

        var scope = ScanScope.Find(folder.Path);

        Assert.Equal(folder.Combine("src/Shop.slnx"), scope.Solution);
        Assert.Empty(scope.Skipped);
        Assert.Equal(folder.Combine("Tools.slnx"), ScanScope.Find(folder.Combine("Tools.slnx")).Solution);
        Assert.Null(ScanScope.Find(folder.Combine("Tool")).Solution);
        Assert.Null(ScanScope.Find(folder.Combine("Tool/Tool.csproj")).Solution);
    }

    [Fact]
    public void FolderWithOutputsAndTools_LeavesThoseOut()
    {
        using var folder = new TestFolder($"""
            === App/App.csproj
            {Empty}
            === App/bin/Debug/Copy.csproj
            {Empty}
            === App/obj/Temp.csproj
            {Empty}
            === Web/node_modules/tool/Tool.csproj
            {Empty}
            === .git/Hook.csproj
            {Empty}
            """);

        Assert.Equal(["App/App.csproj"], ScanScope.Find(folder.Path).Projects.Select(folder.Relative));
    }

    [Fact]
    public void OtherKindsOfProjects_AreToldWithTheReason()
    {
        using var folder = new TestFolder($"""
            === App/App.csproj
            {Empty}
            === Basic/Basic.vbproj
            {Empty}
            === docker-compose.dcproj
            {Empty}
            """);

        var skipped = ScanScope.Find(folder.Path).Skipped.ToDictionary(project => folder.Relative(project.Path));

        Assert.Equal("a Visual Basic project: only C# is analysed", skipped["Basic/Basic.vbproj"].Reason);
        Assert.True(skipped["Basic/Basic.vbproj"].HasCode);
        Assert.False(skipped["docker-compose.dcproj"].HasCode);
    }

    [Fact]
    public void SolutionWithAProjectThatIsNotThere_TellsWhichAndGoesOn()
    {
        using var folder = new TestFolder($"""
            === Shop.slnx
            <Solution><Project Path="Gone/Gone.csproj" /><Project Path="Crm/Crm.csproj" /></Solution>
            === Crm/Crm.csproj
            {Empty}
            """);

        var scope = ScanScope.Find(folder.Combine("Shop.slnx"));

        Assert.Equal(["Crm/Crm.csproj"], scope.Projects.Select(folder.Relative));
        var gone = Assert.Single(scope.Skipped);
        Assert.Equal("Gone/Gone.csproj", folder.Relative(gone.Path));
        Assert.Equal("Shop.slnx names it, but there is no such file", gone.Reason);
    }

    [Fact]
    public void DamagedSolutionInAFolder_IsToldAndItsProjectsAreFoundAllTheSame()
    {
        using var folder = new TestFolder($"""
            === Shop.slnx
            <Solution
            === Crm/Crm.csproj
            {Empty}
            """);

        var scope = ScanScope.Find(folder.Path);

        Assert.Equal(["Crm/Crm.csproj"], scope.Projects.Select(folder.Relative));
        Assert.Contains("Cannot read the solution", Assert.Single(scope.Skipped).Reason);
    }

    [Fact]
    public void Project_BringsTheProjectsItRefersTo()
    {
        using var folder = new TestFolder($"""
            === App/App.csproj
            <Project><ItemGroup><ProjectReference Include="..\Lib\Lib.csproj" /></ItemGroup></Project>
            === Lib/Lib.csproj
            <Project><ItemGroup><ProjectReference Include="../Base/Base.csproj;../Gone/Gone.csproj" /></ItemGroup></Project>
            === Base/Base.csproj
            <Project><ItemGroup><ProjectReference Include="../App/App.csproj" /></ItemGroup></Project>
            === Other/Other.csproj
            {Empty}
            """);

        Assert.Equal(["App/App.csproj", "Base/Base.csproj", "Lib/Lib.csproj"], ScanScope.Find(folder.Combine("App/App.csproj")).Projects.Select(folder.Relative));
    }

    [Theory]
    [InlineData("nowhere", "There is no 'nowhere'")]
    [InlineData("notes.txt", "neither a solution")]
    [InlineData("empty", "There is no C# project")]
    public void NothingToScan_IsAnErrorThatSaysWhatToGive(string name, string says)
    {
        using var folder = new TestFolder("""
            === notes.txt
            text
            === empty/readme.md
            text
            """);

        var error = Assert.Throws<ScanException>(() => ScanScope.Find(name == "nowhere" ? name : folder.Combine(name)));

        Assert.Contains(says, error.Message);
        Assert.Contains("Give ", error.Message);
    }
}
