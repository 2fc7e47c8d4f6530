using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>A client that Refit or RestEase makes: <c>RestService.For&lt;IErpApi&gt;(…)</c>, of an address or of an <c>HttpClient</c>.</summary>
/// <param name="Library">Which of them.</param>
/// <param name="Api">The interface; null if only run time knows it.</param>
/// <param name="Given">The address or client it is made of.</param>
/// <param name="Member">Documentation ID of the method.</param>
/// <param name="Location">The method's name.</param>
/// <param name="Step">How a person would say it.</param>
internal sealed record AttributedCreation(AttributedLibrary Library, ITypeSymbol? Api, IOperation Given, string Member, Location Location, string Step)
{
    public static readonly ImmutableArray<string> Names = ["For", "ForGenerated"];

    /// <summary>True if it is made of nothing: then the interface itself says where it goes, <c>[BaseAddress("https://erp.contoso.com")]</c>.</summary>
    public bool IsOfInterface { get; init; }

    /// <summary>True if it is made of a client, whose own base address counts; else of an address.</summary>
    public bool IsOfClient => Given.Bare().Type is { Name: "HttpClient" } || (Given.Bare() is IInvalidOperation { Syntax: var missing } && (Origins.UnboundFactory.IsSidecars(missing) || Origins.UnboundFactory.IsNamedLikeFactorys(missing)));

    /// <summary>Null if the call makes no such client.</summary>
    public static AttributedCreation? Of(IInvocationOperation call)
    {
        var method = call.TargetMethod;
        if (!Names.Contains(method.Name) || method.ContainingType is not { } type || AttributedLibrary.Of(type.ContainingNamespace) is not { } library || library.ServiceClass != type.Name
            || (call.Argument("hostUrl") ?? call.Argument("client") ?? call.Argument("baseUrl") ?? call.Argument("httpClient") ?? MadeOf(call.Instance) ?? (call is { Instance: null, Arguments.IsEmpty: true } ? call : null)) is not { } given)
        {
            return null;
        }

        var api = method.TypeArguments is [var named] ? named : ((call.Argument("refitInterfaceType") ?? call.Argument("type"))?.Bare() as ITypeOfOperation)?.TypeOperand;
        return new AttributedCreation(library, api, given, RecordMaker.DocumentationId(method), Operations.NameLocation(call.Syntax), StepOf(type.Name + "." + method.Name, api)) { IsOfInterface = given == call };
    }

    /// <summary>What a factory object is made of: <c>new RestClient(url).For&lt;IErpApi&gt;()</c>; what isn't seen to be made is the object itself.</summary>
    private static IOperation? MadeOf(IOperation? factory) => factory?.Bare() switch
    {
        IObjectCreationOperation made => made.Argument("baseUrl") ?? made.Argument("httpClient"),
        ILocalReferenceOperation { Local.DeclaringSyntaxReferences: [var declared] } local when local.SemanticModel?.GetOperation(declared.GetSyntax()) is IVariableDeclaratorOperation { Initializer.Value: { } value } => MadeOf(value),
        IFieldReferenceOperation or IPropertyReferenceOperation when factory.Bare() is IMemberReferenceOperation { Member: var member } && Kept(member, factory) is { } kept => MadeOf(kept),
        _ => null,
    };

    /// <summary>What a field or property of the class is made with, where one place says so: its initialiser, or one assignment.</summary>
    private static IOperation? Kept(ISymbol member, IOperation use)
    {
        if (member.DeclaringSyntaxReferences is not [{ SyntaxTree: var tree } reference] || tree != use.Syntax.SyntaxTree || use.SemanticModel is not { } model || reference.GetSyntax() is not { } declared)
        {
            return null;
        }

        var initial = (declared as VariableDeclaratorSyntax)?.Initializer ?? (declared as PropertyDeclarationSyntax)?.Initializer;
        var assigned = declared.FirstAncestorOrSelf<TypeDeclarationSyntax>()!.DescendantNodes().OfType<AssignmentExpressionSyntax>().Where(assignment => SyntaxNames.Last(assignment.Left) == member.Name).Select(assignment => assignment.Right).ToList();
        return (initial, assigned) switch
        {
            ({ Value: var value }, []) => model.GetOperation(value),
            (null, [var value]) => model.GetOperation(value),
            _ => null,
        };
    }

    /// <summary>The same where the package may be missing: then the names are all there is.</summary>
    public static AttributedCreation? Of(IOperation operation, CodeBase code, CancellationToken cancellation)
    {
        if (operation is IInvocationOperation bound)
        {
            return Of(bound);
        }

        if (operation is not IInvalidOperation { Syntax: InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax { Expression: var receiver } } node }
            || AttributedLibrary.Named((receiver is ObjectCreationExpressionSyntax { Type: var type } ? type : receiver).ToString()) is not { } library
            || UnboundCall.At(node, code, cancellation) is not { } call || !Names.Contains(call.Name)
            || call.TypeArguments(code, cancellation) is not [var api]
            || (Made(receiver, code, cancellation) ?? call.Argument("hostUrl", int.MaxValue, code, cancellation) ?? call.Argument("baseUrl", int.MaxValue, code, cancellation) ?? call.Argument("client", 0, code, cancellation) ?? (node.ArgumentList.Arguments.Count == 0 && receiver is NameSyntax or MemberAccessExpressionSyntax ? operation : null)) is not { } given)
        {
            return null;
        }

        return new AttributedCreation(
            library, api, given, $"M:{library.ServiceName}.{call.Name}", Operations.NameLocation(node), $"{StepOf(library.ServiceClass + "." + call.Name, api)} ({UnboundCall.Step})")
        { IsOfInterface = given == operation };
    }

    private static IOperation? Made(ExpressionSyntax factory, CodeBase code, CancellationToken cancellation) =>
        factory is ObjectCreationExpressionSyntax { ArgumentList.Arguments: [var of, ..] } ? code.OperationAt(of.Expression, cancellation) : null;

    private static string StepOf(string name, ITypeSymbol? api) => name + (api is null ? "" : $"<{api.Name}>");
}
