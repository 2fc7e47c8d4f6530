using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Clients;

/// <summary>A library that implements interfaces of the code's own by their attributes.</summary>
/// <param name="Namespace">Where its attributes live; at the top.</param>
/// <param name="ServiceClass">The class whose <c>For&lt;T&gt;</c> makes a client.</param>
/// <param name="Registrations">The class with the methods that register one; null if the namespace's own are found otherwise.</param>
internal sealed record AttributedLibrary(string Namespace, string ServiceClass, string? Registrations)
{
    public static readonly AttributedLibrary Refit = new("Refit", "RestService", null);

    public static readonly AttributedLibrary RestEase = new("RestEase", "RestClient", "RestEase.HttpClientFactory.HttpClientFactoryExtensions");

    /// <summary>All of them.</summary>
    public static readonly ImmutableArray<AttributedLibrary> All = [Refit, RestEase];

    public string ServiceName => Namespace + "." + ServiceClass;

    /// <summary>The library whose class is written like this; null if it is none's.</summary>
    public static AttributedLibrary? Named(string name) => All.FirstOrDefault(library => name == library.ServiceClass || name == library.ServiceName || name == "global::" + library.ServiceName);

    /// <summary>The library whose namespace this is; null if it is none's.</summary>
    public static AttributedLibrary? Of(INamespaceSymbol? space) => space is { ContainingNamespace.IsGlobalNamespace: true } ? All.FirstOrDefault(library => library.Namespace == space.Name) : null;

    /// <summary>True for a namespace of the library, or one below it.</summary>
    public static bool Has(INamespaceSymbol? space) => space is { IsGlobalNamespace: false } && (Of(space) is not null || Has(space.ContainingNamespace));
}
