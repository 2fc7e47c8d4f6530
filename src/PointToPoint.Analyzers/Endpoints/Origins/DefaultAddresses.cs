using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>The address that the constructor of a generated client sets where nobody else does: what its description says.</summary>
internal sealed class DefaultAddresses(CodeBase code, TextEvaluator texts)
{
    /// <summary>Null if the type isn't in the code, or its constructors set none.</summary>
    public TextValue? Of(ITypeSymbol? type, LibraryFamily library, Evaluation evaluation)
    {
        if (type is not INamedTypeSymbol { DeclaringSyntaxReferences.IsEmpty: false } client || !library.IsClient(type))
        {
            return null;
        }

        var properties = library.Library.Bindings.Where(member => member.Id[0] == 'P').Select(member => member.Name).ToList();
        var set = client.InstanceConstructors
            .SelectMany(constructor => constructor.DeclaringSyntaxReferences)
            .SelectMany(reference => reference.GetSyntax(evaluation.Cancellation).DescendantNodes().OfType<AssignmentExpressionSyntax>())
            .Where(assignment => assignment.Left is MemberAccessExpressionSyntax { Name.Identifier.ValueText: var name } && properties.Contains(name))
            .Select(assignment => code.OperationAt(assignment.Right, evaluation.Cancellation))
            .OfType<IOperation>()
            .Select(value => texts.Evaluate(value, Frame.Root, evaluation));
        return TextValue.AnyOf(set)?.From("default of " + client.Name);
    }
}
