namespace PointToPoint.Tool.Deployment;

/// <summary>The name by which a deployment file or an Aspire AppHost makes a project known to others.</summary>
/// <param name="Name">As it stands in addresses.</param>
/// <param name="ProjectPath">Full path of the project that answers to it.</param>
internal sealed record ServiceName(string Name, string ProjectPath);
