using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Running;

/// <summary>A change of which only that it came last is of interest: the variable then holds its name.</summary>
internal sealed record Mark(ISymbol Variable, IOperation Operation, string Name) : Change(Variable, Operation);
