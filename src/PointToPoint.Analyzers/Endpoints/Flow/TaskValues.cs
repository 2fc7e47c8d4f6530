using System.Collections.Immutable;

using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What stands in a task, or comes out of one: <c>Task.FromResult(x)</c>, <c>task.Result</c>, <c>task.ConfigureAwait(false)</c>, <c>Task.Run(() => x)</c>.</summary>
internal static class TaskValues
{
    /// <summary>What an operation takes from a task or puts into one; empty if it does neither.</summary>
    public static ImmutableArray<Place> Of(IOperation operation, Frame frame)
    {
        switch (operation)
        {
            case IPropertyReferenceOperation { Property.Name: "Result", Instance: { } task } when IsTask(task.Type):
                return [new(task, frame)];
            case IObjectCreationOperation { Type.Name: "ValueTask", Arguments: [var value] } creation when IsTask(creation.Type):
                return [new(value.Value, frame)];
            case IInvocationOperation { TargetMethod.Name: "ConfigureAwait" or "GetAwaiter" or "GetResult" or "AsTask" or "WaitAsync", Instance: { } task } when IsTask(task.Type):
                return [new(task, frame)];
            case IInvocationOperation { TargetMethod: { Name: "FromResult", IsStatic: true } method, Arguments: [var value] } when IsTask(method.ContainingType):
                return [new(value.Value, frame)];
            case IInvocationOperation { TargetMethod: { Name: "Run", IsStatic: true } method, Arguments: [var function, ..] } when IsTask(method.ContainingType)
                && function.Value.Bare() is IDelegateCreationOperation { Target: IAnonymousFunctionOperation lambda }:
                return MethodBodies.Returns(lambda, frame);
            default:
                return [];
        }
    }

    private static bool IsTask(ITypeSymbol? type) =>
        type is { Name: "Task" or "ValueTask", ContainingNamespace.Name: "Tasks" } or { Name: "TaskAwaiter" or "ValueTaskAwaiter" or "ConfiguredTaskAwaiter" or "ConfiguredValueTaskAwaiter" or "ConfiguredTaskAwaitable" or "ConfiguredValueTaskAwaitable" };
}
