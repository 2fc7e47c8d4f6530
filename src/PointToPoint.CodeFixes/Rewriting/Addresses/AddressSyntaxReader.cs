using System.Collections.Immutable;
using System.Globalization;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Clients;

namespace PointToPoint.CodeFixes.Rewriting.Addresses;

/// <summary>Takes an address argument apart as it is written: literals, interpolation, concatenation, constants, and locals with one value.</summary>
internal sealed class AddressSyntaxReader(SemanticModel model, bool inlineLocals, CancellationToken cancellation)
{
    // Far beyond what people write, and a bound for what machines do.
    private const int MaximumDepth = 50;

    private readonly ImmutableArray<BaseObjectCreationExpressionSyntax>.Builder _uris = ImmutableArray.CreateBuilder<BaseObjectCreationExpressionSyntax>();
    private readonly ImmutableArray<(ISymbol, ExpressionSyntax)>.Builder _variables = ImmutableArray.CreateBuilder<(ISymbol, ExpressionSyntax)>();
    private readonly ImmutableArray<ISymbol>.Builder _constants = ImmutableArray.CreateBuilder<ISymbol>();
    private readonly List<AddressPiece> _pieces = [];
    private ExpressionSyntax? _text;

    /// <param name="expression">The address: text or <c>Uri</c>.</param>
    /// <param name="model">The model of its tree.</param>
    /// <param name="inlineLocals">Whether a local that always holds one constant is read as that constant, for places where the address moves.</param>
    /// <param name="cancellation">Cancels.</param>
    public static AddressExpression Read(ExpressionSyntax expression, SemanticModel model, bool inlineLocals, CancellationToken cancellation)
    {
        var reader = new AddressSyntaxReader(model, inlineLocals, cancellation);
        reader.ReadAddress(expression.Bare(), 0);
        return new AddressExpression(
            reader._text ?? expression, [.. reader._pieces], reader._uris.ToImmutable(), reader._variables.ToImmutable(), reader._constants.ToImmutable());
    }

    private void ReadAddress(ExpressionSyntax expression, int depth)
    {
        if (depth > MaximumDepth)
        {
            Hole(expression);
        }
        else if (expression is BaseObjectCreationExpressionSyntax creation && IsUriOfText(creation))
        {
            _uris.Add(creation);
            ReadAddress(creation.ArgumentList!.Arguments[0].Expression.Bare(), depth + 1);
        }
        else if (OneValue(expression) is var (local, value) && (!inlineLocals || !IsConstant(value) || model.GetTypeInfo(value, cancellation).Type?.SpecialType != SpecialType.System_String))
        {
            _variables.Add((local, expression));
            ReadAddress(value.Bare(), depth + 1);
        }
        else
        {
            _text = expression;
            ReadText(expression, depth);
        }
    }

    private void ReadText(ExpressionSyntax expression, int depth)
    {
        expression = expression.Bare();
        switch (expression)
        {
            case var _ when depth > MaximumDepth:
                Hole(expression);
                break;
            case LiteralExpressionSyntax { Token.Value: string text }:
                _pieces.Add(new AddressPiece(PieceKind.Literal, text, expression));
                break;
            case InterpolatedStringExpressionSyntax interpolated:
                ReadInterpolation(interpolated);
                break;
            case BinaryExpressionSyntax { RawKind: (int)SyntaxKind.AddExpression } sum when model.GetTypeInfo(sum, cancellation).Type?.SpecialType == SpecialType.System_String:
                ReadText(sum.Left, depth + 1);
                ReadText(sum.Right, depth + 1);
                break;
            case InvocationExpressionSyntax invocation when FormatOf(invocation) is { } format:
                var text1 = format.Token.ValueText;
                var end = text1.IndexOfAny(['{', '}']);
                _pieces.Add(new AddressPiece(PieceKind.Literal, end < 0 ? text1 : text1.Substring(0, end), format));
                if (end >= 0)
                {
                    Hole(invocation);
                }

                break;
            case IdentifierNameSyntax or MemberAccessExpressionSyntax when ConstantOf(expression) is var (symbol, constant):
                Constant(PieceKind.Constant, symbol, constant, expression);
                break;
            case IdentifierNameSyntax when _pieces.Count == 0 && OneValue(expression) is var (local, value):
                _variables.Add((local, expression));
                ReadText(value, depth + 1);
                break;
            default:
                // A constant that isn't the name of one (5, 'x', 1 + 2) is text too, but nothing that could hold an origin.
                if (model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: string or char or int } known && _pieces.Count > 0)
                {
                    _pieces.Add(new AddressPiece(PieceKind.Constant, Convert.ToString(known.Value, CultureInfo.InvariantCulture), expression));
                }
                else
                {
                    Hole(expression);
                }

                break;
        }
    }

    private void ReadInterpolation(InterpolatedStringExpressionSyntax interpolated)
    {
        foreach (var content in interpolated.Contents)
        {
            switch (content)
            {
                case InterpolatedStringTextSyntax text:
                    _pieces.Add(new AddressPiece(PieceKind.InterpolatedText, text.TextToken.ValueText, text));
                    break;
                case InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole when ConstantOf(hole.Expression.Bare()) is var (symbol, constant):
                    Constant(PieceKind.InterpolatedConstant, symbol, constant, hole);
                    break;
                case InterpolationSyntax { AlignmentClause: null, FormatClause: null } hole when _pieces.Count == 0 && OneValue(hole.Expression.Bare()) is var (local, value):
                    _variables.Add((local, hole.Expression.Bare()));
                    ReadText(value, 0);
                    break;
                default:
                    Hole(content);
                    break;
            }
        }
    }

    private void Hole(SyntaxNode node) => _pieces.Add(new AddressPiece(PieceKind.Hole, null, node));

    private void Constant(PieceKind kind, ISymbol symbol, string text, SyntaxNode node)
    {
        if (_pieces.Count == 0)
        {
            _constants.Add(symbol);
        }

        _pieces.Add(new AddressPiece(kind, text, node));
    }

    private bool IsConstant(ExpressionSyntax expression) => model.GetConstantValue(expression, cancellation) is { HasValue: true, Value: string };

    private bool IsUriOfText(BaseObjectCreationExpressionSyntax creation) =>
        model.GetSymbolInfo(creation, cancellation).Symbol is IMethodSymbol { ContainingType: { Name: "Uri", ContainingNamespace.Name: "System" }, Parameters: [{ Type.SpecialType: SpecialType.System_String }, .. var rest] }
        && rest is [] or [{ Type.Name: "UriKind" }]
        && creation is { Initializer: null, ArgumentList.Arguments: [{ NameColon: null, Expression: not null }, ..] };

    private LiteralExpressionSyntax? FormatOf(InvocationExpressionSyntax invocation) =>
        invocation.ArgumentList.Arguments is [{ NameColon: null, Expression: LiteralExpressionSyntax { Token.Value: string } format }, ..]
        && model.GetSymbolInfo(invocation, cancellation).Symbol is IMethodSymbol { Name: "Format", ContainingType.SpecialType: SpecialType.System_String, Parameters: [{ Name: "format" }, ..] }
            ? format
            : null;

    /// <summary>The text of a constant, or of a read-only field that only its initialiser sets.</summary>
    private (ISymbol Symbol, string Text)? ConstantOf(ExpressionSyntax expression)
    {
        var symbol = model.GetSymbolInfo(expression, cancellation).Symbol;
        return symbol switch
        {
            IFieldSymbol { IsConst: true, ConstantValue: string text } => (symbol, text),
            ILocalSymbol { IsConst: true, ConstantValue: string text } => (symbol, text),
            ILocalSymbol when inlineLocals && OneValue(expression) is { Value: var value } && model.GetConstantValue(value, cancellation).Value is string text => (symbol, text),
            IFieldSymbol { IsReadOnly: true, DeclaredAccessibility: Accessibility.Private } field when OnlyValue(field) is { } text => (symbol, text),
            _ => null,
        };
    }

    private string? OnlyValue(IFieldSymbol field)
    {
        if (field.DeclaringSyntaxReferences is not [var reference] || reference.SyntaxTree != model.SyntaxTree
            || reference.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: var value }
            || model.GetConstantValue(value, cancellation).Value is not string text)
        {
            return null;
        }

        var assigned = field.ContainingType.DeclaringSyntaxReferences
            .SelectMany(part => part.GetSyntax(cancellation).DescendantNodes())
            .Any(node => node is IdentifierNameSyntax name && name.Identifier.ValueText == field.Name && name.IsWritten());
        return assigned ? null : text;
    }

    /// <summary>The local's initial value, where nothing else is ever assigned to it; text may be appended.</summary>
    private (ILocalSymbol Local, ExpressionSyntax Value)? OneValue(ExpressionSyntax expression)
    {
        if (model.GetSymbolInfo(expression, cancellation).Symbol is not ILocalSymbol { IsConst: false, IsRef: false, DeclaringSyntaxReferences: [var reference] } local
            || reference.GetSyntax(cancellation) is not VariableDeclaratorSyntax { Initializer.Value: var value, Parent.Parent: LocalDeclarationStatementSyntax { Parent: { } scope } }
            || value.Span.Contains(expression.Span))
        {
            return null;
        }

        var written = scope.DescendantNodes().OfType<IdentifierNameSyntax>().Any(name => name.Identifier.ValueText == local.Name
            && name.IsWritten()
            && (inlineLocals || name.Parent is not AssignmentExpressionSyntax { RawKind: (int)SyntaxKind.AddAssignmentExpression }));
        return written ? null : (local, value);
    }
}
