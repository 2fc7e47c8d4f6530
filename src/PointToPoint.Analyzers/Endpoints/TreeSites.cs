using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.Analyzers.Endpoints;

/// <summary>Where a tree calls methods and runs constructors, by the simple name.</summary>
/// <param name="Calls">Invocations, by the called name.</param>
/// <param name="Creations">Spans of <c>new X(…)</c>, <c>CreateInstance&lt;X&gt;(…)</c>, <c>: base(…)</c> and <c>: this(…)</c>, by the name of the class.</param>
/// <param name="KeyedWrites">Spans of <c>x[k] = v</c> and of calls <c>x.Add(k, v)</c>, those in initialisers included.</param>
/// <param name="MemberWrites">Spans of <c>X.Member = v</c>, by the names of the class (a variable's is left out) and of the member.</param>
/// <param name="GlobalAliases">Names that <c>global using</c> gives to types in all files.</param>
internal sealed record TreeSites(ILookup<string, CallSite> Calls, ILookup<string, TextSpan> Creations, ImmutableArray<TextSpan> KeyedWrites, ILookup<(string Of, string Member), TextSpan> MemberWrites, ImmutableArray<string> GlobalAliases)
{
    public static TreeSites Of(SyntaxNode root)
    {
        var calls = new CallScan();
        var creations = new List<(string Name, TextSpan Span)>();
        var keyed = ImmutableArray.CreateBuilder<TextSpan>();
        var members = new List<(string Of, string Member, TextSpan Span)>();
        foreach (var node in root.DescendantNodes())
        {
            calls.See(node);
            switch (node)
            {
                case InvocationExpressionSyntax { ArgumentList.Arguments.Count: 2 } invocation when SyntaxNames.OfCalled(invocation)?.Identifier.ValueText is "Add" or "TryAdd":
                    keyed.Add(invocation.Span);
                    break;
                case AssignmentExpressionSyntax { Left: ElementAccessExpressionSyntax or ImplicitElementAccessSyntax } assignment:
                    keyed.Add(assignment.Span);
                    break;
                case AssignmentExpressionSyntax { Left: MemberAccessExpressionSyntax { Name.Identifier.ValueText: var member } written } assignment when SyntaxNames.Last(written.Expression) is [>= 'A' and <= 'Z', ..] of:
                    members.Add((of, member, assignment.Span));
                    break;
                case InitializerExpressionSyntax { RawKind: (int)SyntaxKind.ComplexElementInitializerExpression, Expressions: [TypeOfExpressionSyntax, _] } element:
                    keyed.Add(element.Span);
                    break;
                case InvocationExpressionSyntax invocation when ActivatedType(invocation) is { } activated:
                    creations.Add((SyntaxNames.OfType(activated), invocation.Span));
                    break;
                case ObjectCreationExpressionSyntax creation:
                    creations.Add((SyntaxNames.OfType(creation.Type), creation.Span));
                    break;
                case ImplicitObjectCreationExpressionSyntax creation when TargetTypes.Of(creation) is { } type:
                    creations.Add((SyntaxNames.OfType(type), creation.Span));
                    break;
                case PrimaryConstructorBaseTypeSyntax primary:
                    creations.Add((SyntaxNames.OfType(primary.Type), primary.Span));
                    break;
                case ConstructorInitializerSyntax { Parent.Parent: TypeDeclarationSyntax type } initializer:
                    creations.Add((type.Identifier.ValueText, initializer.Span));
                    creations.AddRange((type.BaseList?.Types ?? []).Select(parent => (SyntaxNames.OfType(parent.Type), initializer.Span)));
                    break;
            }
        }

        return new TreeSites(
            calls.Calls,
            creations.ToLookup(site => site.Name, site => site.Span, StringComparer.Ordinal),
            keyed.ToImmutable(),
            members.ToLookup(write => (write.Of, write.Member), write => write.Span),
            [.. calls.GlobalAliases]);
    }

    /// <summary>The class that the container's activator is asked for.</summary>
    private static TypeSyntax? ActivatedType(InvocationExpressionSyntax invocation) => SyntaxNames.OfCalled(invocation) switch
    {
        GenericNameSyntax { Identifier.ValueText: Flow.Activation.MethodName, TypeArgumentList.Arguments: [var type] } => type,
        { Identifier.ValueText: Flow.Activation.MethodName } => invocation.ArgumentList.Arguments.Select(argument => argument.Expression).OfType<TypeOfExpressionSyntax>().FirstOrDefault()?.Type,
        _ => null,
    };
}
