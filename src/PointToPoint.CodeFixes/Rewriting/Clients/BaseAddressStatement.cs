using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>Tells whether a statement that sets a base address can be made part of the client's creation.</summary>
internal static class BaseAddressStatement
{
    /// <param name="assignment">The assignment.</param>
    /// <param name="creation">What makes the client.</param>
    /// <param name="type">The type of both.</param>
    public static bool Follows(AssignmentExpressionSyntax assignment, ExpressionSyntax creation, TypeParts type)
    {
        if (assignment.Parent is not ExpressionStatementSyntax { Parent: BlockSyntax block })
        {
            return false;
        }

        // Directly in the block of the creation: whenever the client is made, its address is set next.
        var place = CreationPlace.Of(creation);
        if (place.Statement is { } statement)
        {
            return statement.Parent == block && statement.SpanStart < assignment.SpanStart;
        }

        // A field's initialiser, and the only constructor there is.
        return place.IsMemberInitializer && block.Parent is ConstructorDeclarationSyntax constructor
            && type.Type.InstanceConstructors.Count(each => !each.IsImplicitlyDeclared) == 1
            && type.PartOf(constructor).Node == constructor.Parent;
    }
}
