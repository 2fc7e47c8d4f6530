using Microsoft.CodeAnalysis;

using PointToPoint.Analyzers.Clients;
using PointToPoint.Analyzers.Clients.Catalog;
using PointToPoint.Analyzers.Endpoints.Flow;
using PointToPoint.Analyzers.Endpoints.Options;
using PointToPoint.Analyzers.Endpoints.Settings;

namespace PointToPoint.Analyzers.Endpoints.Origins;

/// <summary>
/// The address of a registered client that is set in its options elsewhere: <c>services.Configure&lt;GrpcClientFactoryOptions&gt;("erp", o => o.Address = …)</c> beside
/// <c>AddGrpcClient&lt;T&gt;("erp")</c>.
/// </summary>
internal sealed class ConfiguredBindings(Compilation compilation, ConfiguredOptions configured, ConfigurationPaths paths, TextEvaluator texts)
{
    /// <summary>Where a connection string goes that is known by its name; where no file has a value for it, its key says enough.</summary>
    public TextValue OfConnection(TextValue name, Place registration, LibraryMember member, Library library) => name.SelectMany(alternative => BoundAddress.Of(
        paths.Lookup("ConnectionStrings:" + string.Concat(alternative.Parts.Select(part => part is LiteralPart literal ? literal.Text : "{}")), registration), member with { ConnectionString = member.Connection }, library));

    /// <summary>Null if the registration has no options, or nothing sets the address in those of its name.</summary>
    /// <param name="library">The library.</param>
    /// <param name="member">What registers.</param>
    /// <param name="registration">The call of it.</param>
    /// <param name="name">The argument that names the client; null if its type does.</param>
    /// <param name="evaluation">The work.</param>
    public TextValue? Of(LibraryFamily library, LibraryMember member, Place registration, IOperation? name, Evaluation evaluation)
    {
        if (member.Configure is null || member.ClientName is null || registration.Operation is not Microsoft.CodeAnalysis.Operations.IInvocationOperation { TargetMethod.TypeArguments: [var client, ..] }
            || (name is null ? registration.Frame.Resolve(client).Name : texts.Evaluate(name, registration.Frame, evaluation).Constant) is not { } own)
        {
            return null;
        }

        foreach (var property in library.Library.Bindings.Where(other => other.Id[0] == 'P' && !other.IsWiring))
        {
            if (KnownTypes.Find(compilation, CatalogNames.TypeOf(property)) is { } options && options.GetMembers(property.Name).OfType<IPropertySymbol>().FirstOrDefault() is { } address
                && configured.Of(options, new OptionsRead([address], registration) { Name = own }, texts, evaluation) is { } value && !value.Alternatives.Any(IsOptionsOwn))
            {
                return value.From("options " + options.Name);
            }

            // Where nobody sets it, its own key is all that the options have.
            bool IsOptionsOwn(Alternative alternative) => alternative.Parts is [KeyPart key] && key.Key.StartsWith(CatalogNames.ClassOf(property) + ":", StringComparison.Ordinal);
        }

        return null;
    }
}
