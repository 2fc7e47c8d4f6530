using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>The constructor of a library that the creation of an object of the code's own runs, through <c>: this(…)</c> and <c>: base(…)</c>.</summary>
internal sealed class BaseConstructors(CodeBase code)
{
    /// <summary>The call of the library's constructor, with what the parameters of the others stand for; null if it can't be told.</summary>
    public Place? Of(IObjectCreationOperation creation, Frame frame, CancellationToken cancellation) =>
        creation.Constructor is { } constructor ? Of(constructor, Calls.Enter(creation, constructor, frame), cancellation) : null;

    /// <summary>The same within a constructor.</summary>
    public Place? Of(IMethodSymbol constructor, Frame inside, CancellationToken cancellation)
    {
        for (var depth = 0; depth < Limits.CallDepth; depth++)
        {
            if (code.InitializerOf(constructor, cancellation) is not { } initializer)
            {
                return null;
            }

            // Of a base class whose package is missing, it is the text that says what it is given.
            if (initializer is not IInvocationOperation { TargetMethod: { DeclaringSyntaxReferences.IsEmpty: false } next } call)
            {
                return new Place(initializer, inside);
            }

            inside = Calls.Enter(call, inside);
            constructor = next;
        }

        return null;
    }
}
