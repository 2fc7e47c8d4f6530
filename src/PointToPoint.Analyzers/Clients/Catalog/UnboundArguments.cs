using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Clients.Catalog;

/// <summary>The arguments of a call that doesn't bind: by name, else by position, where an <c>HttpMethod</c> in front moves the others.</summary>
internal sealed class UnboundArguments
{
    private readonly ArgumentListSyntax _list;
    private readonly CodeBase _code;
    private readonly CancellationToken _cancellation;
    private readonly int _verb = -1;

    public UnboundArguments(ArgumentListSyntax list, LibraryMember? listed, CodeBase code, CancellationToken cancellation)
    {
        _list = list;
        _code = code;
        _cancellation = cancellation;
        if (listed?.Method is { } method)
        {
            _verb = list.Arguments.IndexOf(argument => method.Names.Contains(argument.NameColon?.Name.Identifier.ValueText ?? "")
                || code.ModelOf(list.SyntaxTree)?.GetTypeInfo(argument.Expression, cancellation).Type is { Name: "HttpMethod" });
        }
    }

    /// <summary>The argument that is the verb; null if there is none.</summary>
    public IOperation? Verb => _verb < 0 ? null : _code.OperationAt(_list.Arguments[_verb].Expression, _cancellation);

    /// <summary>The argument that the catalog speaks of; null if it isn't given.</summary>
    public IOperation? Of(LibraryArgument? argument) => argument is null ? null
        : UnboundLibraries.Argument(_list, _verb >= 0 && argument.Position >= _verb ? argument with { Position = argument.Position + 1 } : argument, _code, _cancellation);
}
