using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using PointToPoint.Testing;

namespace PointToPoint.Analyzers.Tests.Endpoints;

/// <summary>Methods of packages that register a client as their authors want it, by way of the factory: <c>AddSecureHttpClient</c>.</summary>
public sealed class PackageRegistrationTests : IDisposable
{
    private const string Package = """
        using System;
        using System.Net.Http;
        using Microsoft.Extensions.DependencyInjection;
        namespace Contoso.Kernel;
        public static class ServiceCollectionExtensions
        {
            public static IServiceCollection AddSecureHttpClient(this IServiceCollection services, string key, Action<IServiceProvider, HttpClient> setUp) => services;
            public static IHttpClientBuilder AddResilientHttpClient<T>(this IServiceCollection services, Action<HttpClient> setUp) where T : class => null;
            public static IServiceCollection AddSecureHttpClient(this IServiceCollection services, string key, Action<Uri> told) => services;
        }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("p2p-packages-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public Task NamedAndTypedClients_AreThoseOfTheFactory() => Test().Reports("""
        using Contoso.Kernel;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        class ErpClient(IHttpClientFactory factory) { public Task Orders() => factory.CreateClient("erp").[|GetAsync|]("orders"); }
        class CrmClient(HttpClient http) { public Task Customers() => http.[|GetAsync|]("customers"); }
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration)
            {
                services.{|P2P1003:AddSecureHttpClient|}("erp", (_, client) => client.BaseAddress = new Uri("https://erp.contoso.com"));
                services.AddResilientHttpClient<CrmClient>(client => { client.{|P2P1003:BaseAddress|} = new Uri(configuration["Services:Crm:BaseUrl"]!); });
            }
        }
        """);

    [Fact]
    public Task ClientOfAHelpersCaller_IsWiredThere() => Test().Reports("""
        using Contoso.Kernel;
        using Microsoft.Extensions.Configuration;
        using Microsoft.Extensions.DependencyInjection;
        class ErpClient(HttpClient http) { public Task Orders() => http.[|GetAsync|]("orders"); }
        static class Registrations
        {
            static void Add(IServiceCollection services, IConfiguration configuration) => services.{|P2P1003:AddClient|}(configuration, "ErpBaseUrl", (client, _) => new ErpClient(client));
            static void AddClient<T>(this IServiceCollection services, IConfiguration configuration, string key, Func<HttpClient, IServiceProvider, T> make) where T : class
            {
                var name = typeof(T).Name;
                services.AddSecureHttpClient(name, (_, client) => { client.BaseAddress = new Uri(configuration[key]!); });
                services.AddScoped<T>(provider => make.Invoke(provider.GetRequiredService<IHttpClientFactory>().CreateClient(name), provider));
            }
        }
        """);

    [Fact]
    public Task WhatGetsNoClient_IsQuiet() => Test().IsQuiet("""
        using Contoso.Kernel;
        using Microsoft.Extensions.DependencyInjection;
        static class Own { public static void AddOwnHttpClient(this IServiceCollection services, string name, Action<Uri> told) => told(new Uri("https://erp.contoso.com")); }
        static class Registrations
        {
            static void Add(IServiceCollection services)
            {
                services.AddSecureHttpClient("erp", told => Console.WriteLine(told.Host));
                services.AddOwnHttpClient("erp", told => Console.WriteLine(told.Host));
            }
        }
        """);

    private AnalyzerTest Test()
    {
        var path = Path.Combine(_folder.FullName, "Contoso.Kernel.dll");
        var compilation = CSharpCompilation.Create("Contoso.Kernel", [CSharpSyntaxTree.ParseText(Package)], ReferenceSet.AspNetCore.References, new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary));
        Assert.True(compilation.Emit(path).Success);
        return CouplingTest.New().WithDefaultRule(RuleIds.DirectHttpCall).WithReferences(ReferenceSet.AspNetCore.With(path));
    }
}
