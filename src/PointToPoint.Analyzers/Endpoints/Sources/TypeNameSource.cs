using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

using PointToPoint.Analyzers.Endpoints.Flow;

namespace PointToPoint.Analyzers.Endpoints.Sources;

/// <summary><c>typeof(T).Name</c>, <c>typeof(T).FullName</c>, <c>typeof(T).ToString()</c>: general clients make their paths of what they carry, and general registrations name their client so.</summary>
internal sealed class TypeNameSource(ValueFlow flow) : TextSource
{
    public override ImmutableArray<OperationKind> Kinds => [OperationKind.PropertyReference, OperationKind.Invocation];

    public override TextValue? Evaluate(IOperation operation, Frame frame, TextEvaluator evaluator, Evaluation evaluation)
    {
        var (asked, instance) = operation switch
        {
            IPropertyReferenceOperation { Property.Name: nameof(Type.Name) or nameof(Type.FullName), Instance: { } of } read => (read.Property.Name, of),
            IInvocationOperation { TargetMethod: { Name: nameof(ToString), Parameters.IsEmpty: true }, Instance: { } of } => (nameof(ToString), of),
            _ => default((string, IOperation?)),
        };
        return instance is { Type.Name: nameof(Type) } && flow.Types.TypeOf(instance, frame, evaluation.Cancellation) is { } type ? NameOf(type, asked) : null;
    }

    private static TextValue NameOf(ITypeSymbol type, string asked)
    {
        if (type is ITypeParameterSymbol parameter)
        {
            return TextValue.Unknown($"the name of type '{parameter.Name}'", parameter);
        }

        var name = asked switch
        {
            nameof(Type.Name) => type.MetadataName,
            nameof(Type.FullName) => ReflectedName.Full(type),
            _ => ReflectedName.Shown(type),
        };
        return name is null ? TextValue.Unknown($"the full name of '{type.Name}'", Declarations.ParameterIn(type)) : TextValue.Literal(name, "name of " + type.Name);
    }
}
