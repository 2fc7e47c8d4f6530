using System.Reflection;
using System.Runtime.Loader;

using Microsoft.CodeAnalysis;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace PointToPoint.CodeFixes.Tests.Behaviour;

/// <summary>
/// Code compiled to an assembly, loaded, and wired as an application: <c>Startup.Add(services, configuration)</c> if there is one, then
/// <c>Orders.Run(hole)</c> on an object that dependency injection makes.
/// </summary>
internal sealed class LoadedCode : IAsyncDisposable
{
    private readonly AssemblyLoadContext _context = new("behaviour", isCollectible: true);
    private readonly Type _orders;
    private readonly ServiceProvider _services;

    private LoadedCode(MemoryStream assembly, IConfiguration configuration, Action<IServiceCollection> register)
    {
        var loaded = _context.LoadFromStream(assembly);
        _orders = loaded.GetType("Orders", throwOnError: true)!;
        var services = new ServiceCollection();
        services.AddHttpClient();
        register(services);
        loaded.GetType("Startup")?.GetMethod("Add")!.Invoke(null, BindingFlags.DoNotWrapExceptions, null, [services, configuration], null);
        services.TryAddTransient(_orders);
        _services = services.BuildServiceProvider();
    }

    /// <summary>The identifiers of the compiler's warnings.</summary>
    public required IReadOnlyList<string> Warnings { get; init; }

    public static async Task<LoadedCode> LoadAsync(string code, IConfiguration configuration, Action<IServiceCollection> register)
    {
        using var workspace = new AdhocWorkspace();
        var compilation = await CodeDocument.Create(workspace, code, GatewayTest.References).Project.GetCompilationAsync(TestContext.Current.CancellationToken);
        using var assembly = new MemoryStream();
        var result = compilation!.Emit(assembly, cancellationToken: TestContext.Current.CancellationToken);
        Assert.True(result.Success, string.Join('\n', result.Diagnostics) + "\n\n" + code);
        assembly.Position = 0;
        return new LoadedCode(assembly, configuration, register)
        {
            Warnings = [.. result.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Warning).Select(diagnostic => diagnostic.Id).Order(StringComparer.Ordinal)],
        };
    }

    /// <summary>What the code returns for a value, or the exceptions it throws.</summary>
    public async Task<(string Outcome, Exception? Exception)> RunAsync(string hole)
    {
        await using var scope = _services.CreateAsyncScope();
        try
        {
            var orders = scope.ServiceProvider.GetRequiredService(_orders);
            return (await _orders.GetMethod("Run")!.CreateDelegate<Func<string, Task<string>>>(orders)(hole), null);
        }
        catch (Exception exception)
        {
            var chain = new List<string>();
            for (var current = exception; current is not null; current = current.InnerException)
            {
                chain.Add($"{current.GetType()}: {current.Message}");
            }

            return (string.Join('\n', chain), exception);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _context.Unload();
    }
}
