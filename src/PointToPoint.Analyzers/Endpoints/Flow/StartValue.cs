using Microsoft.CodeAnalysis;

namespace PointToPoint.Analyzers.Endpoints.Flow;

/// <summary>What a property holds as long as nobody sets it: its initialiser; the default of its type, if it has none.</summary>
internal readonly record struct StartValue(IOperation? Initial);
