using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>
/// What the callers of a private method hand it as its client. Nobody else calls it: where all hand it the same, and nothing else that says where to, it sends there, and its callers say nothing that
/// has to be told at them.
/// </summary>
internal sealed class GivenClients(CallSites sites, BodyIndexes indexes)
{
    /// <summary>The arguments; none if somebody may call the method whom nobody sees, if callers say more than the client, or if the method changes what it is handed.</summary>
    public ImmutableArray<IOperation> Of(IParameterReferenceOperation use, CancellationToken cancellation)
    {
        var parameter = use.Parameter;
        if (parameter is not { RefKind: RefKind.None, ContainingSymbol: IMethodSymbol { MethodKind: MethodKind.LocalFunction or MethodKind.Ordinary } method }
            || (method.MethodKind == MethodKind.Ordinary && method.DeclaredAccessibility != Accessibility.Private)
            || method.Parameters.Any(other => !SymbolEqualityComparer.Default.Equals(other, parameter) && SaysWhere(other))
            || IsChanged(use, method, cancellation) || !sites.References(method, cancellation).IsEmpty)
        {
            return [];
        }

        var calls = sites.Of(method, cancellation);
        var given = calls.SelectMany(call => call.Arguments.Where(argument => argument.Ordinal == parameter.Ordinal)).Select(argument => argument.Value).ToImmutableArray();

        // What a caller was handed itself is its own callers' to say: methods that hand their clients to each other would be gone round and round.
        return calls.Length > Limits.Implementations || given.Length < calls.Length || given.Any(value => value.IsImplicit || value.Bare() is IParameterReferenceOperation { Parameter.ContainingSymbol: IMethodSymbol { MethodKind: not MethodKind.Constructor } })
            ? []
            : given;
    }

    /// <summary>True if all callers hand over clients of the same address, which none of their own callers says.</summary>
    public static bool Agree(IReadOnlyList<ImmutableArray<ClientOrigin>> each) => each.All(origins => !origins.IsEmpty && origins.All(IsSettled))
        && each.Select(origins => string.Join("\n", origins.Select(Display).OrderBy(place => place, StringComparer.Ordinal))).Distinct().Take(2).Count() == 1;

    /// <summary>A verb, a choice, a text that is no value in a path: each call may lead to another place.</summary>
    private static bool SaysWhere(IParameterSymbol parameter) => parameter.Type is not INamedTypeSymbol { TypeKind: TypeKind.Class or TypeKind.Struct or TypeKind.Interface } type
        || type.SpecialType is SpecialType.System_Boolean or SpecialType.System_Object
        || (type.SpecialType == SpecialType.System_String && !AddressReader.IsValue(parameter.Name))
        || type.Name is "HttpMethod" or "HttpRequestMessage" or nameof(Uri) or nameof(Type) or "HttpClient"
        || (type.SpecialType == SpecialType.None && !type.DeclaringSyntaxReferences.IsEmpty);

    private bool IsChanged(IParameterReferenceOperation use, IMethodSymbol method, CancellationToken cancellation) => !indexes.Of(use).WritesTo(use.Parameter).IsEmpty
        || method.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax(cancellation).DescendantNodes().OfType<ArgumentSyntax>()
            .Any(argument => !argument.RefKindKeyword.IsKind(SyntaxKind.None) && argument.Expression is IdentifierNameSyntax name && name.Identifier.ValueText == use.Parameter.Name));

    private static bool IsSettled(ClientOrigin origin) =>
        origin.On is null && origin.BaseAddress?.Alternatives.Any(alternative => alternative.On is not null || alternative.Parts.Any(part => part is HolePart { On: not null })) != true;

    private static string Display(ClientOrigin origin) =>
        $"{(origin.BaseAddress is { } address ? string.Join(" | ", address.Alternatives.Select(alternative => Address.Read(alternative).Display())) : origin.Unknown)}\t{origin.ClientName}\t{origin.ClientType?.Name}\t{origin.IsGateway}\t{origin.GatewaySystem}\t{origin.IsInProcess}";
}
