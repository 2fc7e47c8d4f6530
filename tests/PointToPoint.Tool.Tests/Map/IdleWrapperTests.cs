namespace PointToPoint.Tool.Tests.Map;

/// <summary>Wrappers that no code calls, beside others of their class that are called: nothing goes anywhere there.</summary>
public sealed class IdleWrapperTests
{
    private const string Client = """
        === Rest/Rest.csproj
        netstandard
        === Rest/Api.cs
        namespace Rest
        {
            public class Api(HttpClient http)
            {
                public Task Get(string path) => http.GetAsync("https://erp.contoso.com/" + path);
                public Task Delete(string path) => http.DeleteAsync("https://erp.contoso.com/" + path);
                public Task Remove(string path) => Delete("old/" + path);
                {MORE}
            }
        }

        """;

    [Fact]
    public async Task SiblingOfACalledWrapper_IsQuiet() => Assert.Equal(["App/Program.cs GET https://erp.contoso.com/orders *"], await Sites("", """
        === App/App.csproj
        exe ../Rest/Rest.csproj
        === App/Program.cs
        await new Rest.Api(new HttpClient()).Get("orders");
        """));

    [Fact]
    public async Task ClassOfWhichNobodyCallsAnything_IsToldInItself() => Assert.Equal(
        ["Rest/Api.cs DELETE https://erp.contoso.com/old/{}", "Rest/Api.cs GET https://erp.contoso.com/{}"],
        await Sites("", """
            === App/App.csproj
            exe ../Rest/Rest.csproj
            === App/Program.cs
            Console.WriteLine(typeof(Rest.Api));
            """));

    [Theory]
    [InlineData("""public Task Status() => http.GetAsync("https://erp.contoso.com/status");""", "GET https://erp.contoso.com/status")]
    [InlineData("""public Task Order(int id) => http.GetAsync($"https://erp.contoso.com/orders/{id}");""", "GET https://erp.contoso.com/orders/{}")]
    [InlineData("""[System.ComponentModel.Description("run by a framework")] public Task Run(string path) => http.PutAsync("https://erp.contoso.com/" + path, null);""", "PUT https://erp.contoso.com/{}")]
    public async Task MethodThatKnowsItsPath_OrAFrameworkMayCall_IsTold(string member, string told)
    {
        var sites = await Sites(member, """
            === App/App.csproj
            exe ../Rest/Rest.csproj
            === App/Program.cs
            await new Rest.Api(new HttpClient()).Get("orders");
            """);

        Assert.Equal(["App/Program.cs GET https://erp.contoso.com/orders *", "Rest/Api.cs " + told], sites);
    }

    [Theory]
    [InlineData("""Missing.Enqueue<Rest.Api>(x => x.Delete("a"));""")]
    [InlineData("""Missing.Resolve<Rest.Api>().Delete("a");""")]
    [InlineData("dynamic d = new Rest.Api(new HttpClient()); d.Delete(\"a\");")]
    [InlineData("Console.WriteLine(typeof(Rest.Api).GetMethod(nameof(Rest.Api.Delete)));")]
    [InlineData("Missing.Register(new Rest.Api(new HttpClient()).Delete);")]
    public async Task MethodThatSomethingUnknownMayCall_IsTold(string statement)
    {
        var sites = await Sites("", $$"""
            === App/App.csproj
            exe ../Rest/Rest.csproj
            === App/Program.cs
            await new Rest.Api(new HttpClient()).Get("orders");
            {{statement}}
            """);

        Assert.Contains(sites, site => site.Contains("DELETE https://erp.contoso.com/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[Missing.Tool] public class Api(HttpClient http)")]
    [InlineData("public class Api(HttpClient http) : Missing.Hub")]
    [InlineData("public class Api(HttpClient http) : Missing.IHandler<string>")]
    [InlineData("[AttributeUsage(AttributeTargets.All)] class ContractAttribute : Attribute; public interface IApi { [Contract] Task Delete(string path); } public class Api(HttpClient http) : IApi")]
    public async Task ClassThatAFrameworkMayCall_IsTold(string declaration)
    {
        using var scan = await ScannedSolution.OfAsync((Client.Replace("{MORE}", "", StringComparison.Ordinal) + """
            === App/App.csproj
            exe ../Rest/Rest.csproj
            === App/Program.cs
            await new Rest.Api(new HttpClient()).Get("orders");
            """).Replace("public class Api(HttpClient http)", declaration, StringComparison.Ordinal));

        Assert.Contains(scan.Sites(), site => site.Contains("DELETE https://erp.contoso.com/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("[System.Obsolete]")]
    [InlineData("[System.Diagnostics.DebuggerStepThrough]")]
    public async Task RemarkOnTheMethod_MakesNoDifference(string attribute)
    {
        var sites = await Sites($$"""{{attribute}} public Task Put(string path) => http.PutAsync("https://erp.contoso.com/" + path, null);""", """
            === App/App.csproj
            exe ../Rest/Rest.csproj
            === App/Program.cs
            await new Rest.Api(new HttpClient()).Get("orders");
            """);

        Assert.Equal(["App/Program.cs GET https://erp.contoso.com/orders *"], sites);
    }

    [Fact]
    public async Task MethodThatIsPassedOnByItsName_IsTold()
    {
        var sites = await Sites("", """
            === App/App.csproj
            exe ../Rest/Rest.csproj
            === App/Program.cs
            var api = new Rest.Api(new HttpClient());
            await api.Get("orders");
            Queue.Later(api.Delete);
            static class Queue { public static Func<string, Task> Job; public static void Later(Func<string, Task> job) => Job = job; }
            """);

        Assert.Contains(sites, site => site.Contains("DELETE https://erp.contoso.com/{}", StringComparison.Ordinal));
    }

    private static async Task<IReadOnlyList<string>> Sites(string more, string app)
    {
        using var scan = await ScannedSolution.OfAsync(Client.Replace("{MORE}", more, StringComparison.Ordinal) + app);
        return [.. scan.Sites().Order(StringComparer.Ordinal)];
    }
}
