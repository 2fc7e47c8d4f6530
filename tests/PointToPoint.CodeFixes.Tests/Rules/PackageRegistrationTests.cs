using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

using PointToPoint.CodeFixes.Rewriting;

using static PointToPoint.CodeFixes.Tests.RefusalTest;

namespace PointToPoint.CodeFixes.Tests.Rules;

/// <summary>Registrations by a package's own method have no fix: nobody sees what it does with the client.</summary>
public sealed class PackageRegistrationTests : IDisposable
{
    private const string Package = """
        using System;
        using System.Net.Http;
        using Microsoft.Extensions.DependencyInjection;
        namespace Contoso.Kernel;
        public static class ServiceCollectionExtensions
        {
            public static IServiceCollection AddSecureHttpClient(this IServiceCollection services, string key, Action<HttpClient> setUp) => services;
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("p2p-packages-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task Registration_NoFix() => RefusesInPackage("P2P1003", RefusalReason.RegistrationNotUnderstood, """
        using System;
        using Contoso.Kernel;
        using Microsoft.Extensions.DependencyInjection;
        public static class Registrations
        {
            public static void Add(IServiceCollection services) => services.[|AddSecureHttpClient|]("erp", client => client.BaseAddress = new Uri("https://erp.contoso.com"));
        }
        """);

    private Task RefusesInPackage(string rule, RefusalReason reason, string code)
    {
        var path = Path.Combine(_folder.FullName, "Contoso.Kernel.dll");
        var compilation = CSharpCompilation.Create("Contoso.Kernel", [CSharpSyntaxTree.ParseText(Package)], GatewayTest.References.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(path).Success);
        return Refuses(GatewayTest.Test.WithDefaultRule(rule).WithReferences(GatewayTest.References.With(path)), reason, code);
    }
}
