using PointToPoint.Tool.Loading;

namespace PointToPoint.Tool.Tests.Loading;

public sealed class SolutionFileTests
{
    [Fact]
    public void OldFormat_NamesItsProjectsAndNotItsFolders()
    {
        using var folder = new TestFolder("""
            === Shop.sln

            Microsoft Visual Studio Solution File, Format Version 12.00
            Project("{2150E333-8FDC-42A3-9474-1A3956D46DE8}") = "src", "src", "{827E0CD3-B72D-47B6-A68D-7590B98EB39B}"
            EndProject
            Project("{FAE04EC0-301F-11D3-BF4B-00C04F79EFBC}") = "Crm", "src\Crm\Crm.csproj", "{7A0B9408-9788-4346-837D-9EB3EA1C7040}"
            EndProject
            Project("{F184B08F-C81C-45F6-A57F-5ABD9991F28F}") = "Old", "..\Old\Old.vbproj", "{7A0B9408-9788-4346-837D-9EB3EA1C7041}"
            EndProject
            Project("{E24C65DC-7377-472B-9ABA-BC803B73C61A}") = "Site", "http://localhost/Site", "{7A0B9408-9788-4346-837D-9EB3EA1C7042}"
            EndProject
            """);

        Assert.Equal(["src/Crm/Crm.csproj", "../Old/Old.vbproj"], SolutionFile.ReadProjects(folder.Combine("Shop.sln")).Select(folder.Relative));
    }

    [Fact]
    public void NewFormat_NamesItsProjectsInFoldersToo()
    {
        using var folder = new TestFolder("""
            === Shop.slnx
            <Solution>
              <Folder Name="/src/">
                <Project Path="src/Crm/Crm.csproj" />
              </Folder>
              <Project Path="src\Erp\Erp.csproj" Type="C#" />
              <Folder Name="/items/"><File Path="README.md" /></Folder>
            </Solution>
            """);

        Assert.Equal(["src/Crm/Crm.csproj", "src/Erp/Erp.csproj"], SolutionFile.ReadProjects(folder.Combine("Shop.slnx")).Select(folder.Relative));
    }

    [Theory]
    [InlineData("Shop.sln", "not a solution")]
    [InlineData("Shop.slnx", "<Solution><Project")]
    public void DamagedFile_IsAnErrorThatSaysWhatNext(string name, string content)
    {
        using var folder = new TestFolder($"=== {name}\n{content}");

        var error = Assert.Throws<ScanException>(() => SolutionFile.ReadProjects(folder.Combine(name)));

        Assert.Contains("Cannot read the solution", error.Message);
        Assert.Contains("instead", error.Message);
    }
}
