using System.Collections.Immutable;

using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Clients;

/// <summary>How a request object says where it goes: <c>HttpRequestMessage</c>, RestSharp's <c>RestRequest</c>, <c>WebRequest</c>.</summary>
/// <param name="Type">Documentation ID of its type, or of one that it derives from.</param>
/// <param name="Address">The parameters of its constructors, or of methods that make it, and the properties that are the address.</param>
/// <param name="Verb">Those that are the verb.</param>
internal sealed record MessageShape(string Type, ImmutableArray<string> Address, ImmutableArray<string> Verb)
{
    public static readonly MessageShape Http = new("T:System.Net.Http.HttpRequestMessage", ["requestUri", "RequestUri"], ["method", "Method"]);

    private string Name { get; } = Type.Substring(Type.LastIndexOf('.') + 1);

    public bool Is(ITypeSymbol? type)
    {
        for (var next = type; next is not null; next = next.BaseType)
        {
            if (next.Name == Name && RecordMaker.DocumentationId(next) == Type)
            {
                return true;
            }
        }

        return false;
    }
}
