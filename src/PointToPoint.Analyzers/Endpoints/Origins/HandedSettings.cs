using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Settings;
using PointToPoint.Analyzers.Endpoints.Sources;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>
/// Clients that code makes which isn't here, of an object of settings: <c>new IdentityClientFactory(erpConfiguration).CreateHttpClient()</c>. The one address that
/// the settings hold is what such a client is for.
/// </summary>
internal sealed class HandedSettings(OptionsSource options, TextEvaluator texts, ValueFlow flow, CodeBase code)
{
    private static readonly ImmutableArray<string> _prefixes = ["Api", "Service", "Server", "Client"];

    private static readonly ImmutableArray<string> _names = ["BaseAddress", "BaseUrl", "BaseUri", "BaseURL", "Address", "Url", "Uri", "Endpoint"];

    /// <summary>What the settings say of a client; null if it is made of none.</summary>
    public ClientOrigin? Of(IOperation client, Frame frame, Evaluation evaluation, ClientTrail trail)
    {
        if (client is not IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: true, MethodKind: MethodKind.Ordinary or MethodKind.ReducedExtension } } and not IInvalidOperation { Syntax: InvocationExpressionSyntax })
        {
            return null;
        }

        var handed = Handed(client, frame, evaluation.Cancellation)
            .Select(place => (Place: place, Property: place.Operation.Bare().Type is { } type ? AddressOf(place.Frame.Resolve(type)) : null))
            .Where(given => given.Property is not null)
            .ToList();
        if (handed is not [var (settings, property)])
        {
            return null;
        }

        var address = options.Of(settings.Operation, property!, settings.Frame, texts, evaluation);
        return new ClientOrigin
        {
            BaseAddress = address is { IsUnknown: false } ? address : SettingsSymbol.Of(settings.Frame.Resolve(settings.Operation.Bare().Type!), property!),
            Provenance = client is IInvalidOperation ? trail.Steps.Add(UnboundCall.Step) : trail.Steps,
        };
    }

    /// <summary>What a call and the creation of the object it is called on are given.</summary>
    private IEnumerable<Place> Handed(IOperation client, Frame frame, CancellationToken cancellation)
    {
        foreach (var value in Given(client, cancellation))
        {
            yield return new Place(value, frame);
        }

        var maker = client switch
        {
            IInvocationOperation { Instance: { } instance } => instance,
            IInvalidOperation { Syntax: InvocationExpressionSyntax node } when UnboundCall.Receiver(node) is { } receiver => code.OperationAt(receiver, cancellation),
            _ => null,
        };
        for (var hops = 0; maker?.Bare() is { } made && hops < Limits.Hops; hops++)
        {
            if (made is IObjectCreationOperation { Constructor.DeclaringSyntaxReferences.IsEmpty: true } or IInvalidOperation { Syntax: BaseObjectCreationExpressionSyntax })
            {
                foreach (var value in Given(made, cancellation))
                {
                    yield return new Place(value, frame);
                }

                yield break;
            }

            (maker, frame) = flow.Next(made, frame, cancellation) is { Sources: [var only] } ? (only.Operation, only.Frame) : (null, frame);
        }
    }

    private IEnumerable<IOperation> Given(IOperation operation, CancellationToken cancellation) => operation switch
    {
        IInvocationOperation invocation => invocation.Arguments.Select(argument => argument.Value),
        IObjectCreationOperation creation => creation.Arguments.Select(argument => argument.Value),
        { Syntax: InvocationExpressionSyntax { ArgumentList: var list } } => OfText(list, cancellation),
        { Syntax: BaseObjectCreationExpressionSyntax { ArgumentList: { } list } } => OfText(list, cancellation),
        _ => [],
    };

    private IEnumerable<IOperation> OfText(ArgumentListSyntax list, CancellationToken cancellation) =>
        list.Arguments.Select(argument => code.OperationAt(argument.Expression, cancellation)).OfType<IOperation>();

    /// <summary>The one property of settings of the code's own that is an address; null if it is no such class, or has several.</summary>
    private static IPropertySymbol? AddressOf(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } named || !SettingsSymbol.IsOf(type) || type.Name.IndexOf("Proxy", StringComparison.Ordinal) >= 0)
        {
            return null;
        }

        var addresses = new List<IPropertySymbol>();
        for (var next = named; next is { DeclaringSyntaxReferences.IsEmpty: false }; next = next.BaseType)
        {
            addresses.AddRange(next.GetMembers().OfType<IPropertySymbol>().Where(property => property is { IsStatic: false, IsIndexer: false, IsOverride: false } && SettingsSymbol.IsAddress(property.Type) && IsAddress(property.Name)));
        }

        return addresses is [var only] ? only : null;
    }

    private static bool IsAddress(string name) =>
        _names.Contains(name) || _prefixes.Any(prefix => name.StartsWith(prefix, StringComparison.Ordinal) && _names.Contains(name.Substring(prefix.Length)));
}
