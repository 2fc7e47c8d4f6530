using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

using PointToPoint.CodeFixes.Rewriting.Addresses;

namespace PointToPoint.CodeFixes.Rewriting.Clients;

/// <summary>Checks that all addresses of a client belong together, and plans how their origin goes away.</summary>
internal static class UnitAddresses
{
    /// <summary>Why the addresses can't all go to one system; null if they can.</summary>
    /// <param name="all">The addresses.</param>
    /// <param name="systems">Names their systems.</param>
    public static RefusalReason? CheckOneSystem(IReadOnlyCollection<AddressExpression> all, AddressSystems systems) =>
        all.Count == 0 || all.Any(address => address.Origin is null) ? RefusalReason.AddressNotConstant
        : all.Select(address => (address.Origin!.Canonical, systems.Of(address))).Distinct().Count() > 1 ? RefusalReason.TwoSystems
        : null;

    /// <summary>Adds the changes of a client's calls to a plan; why not, if one of them can't be changed.</summary>
    public static RefusalReason? CutRequests(ClientAddresses addresses, RoutePlan plan, CancellationToken cancellation)
    {
        var type = addresses.Trace.Type;
        var uses = new HashSet<SyntaxNode>(addresses.Requests.SelectMany(request => request.Address.Variables).Select(pair => (SyntaxNode)pair.Use));
        foreach (var (address, part) in addresses.Requests)
        {
            // A variable that is read for something else would show the cut address there.
            foreach (var (variable, _) in address.Variables)
            {
                if (type.References(variable, cancellation).Any(reference => !uses.Contains(reference.Name) && !IsAppended(reference.Name)))
                {
                    return RefusalReason.AddressUsedElsewhere;
                }
            }

            var edits = AddressRewriter.ToRequest(address, part.Model);
            if (edits.IsEmpty || !edits.All(edit => plan.Add(part.Document, edit)))
            {
                return RefusalReason.AddressForm;
            }

            AddInlined(address, type, plan);
        }

        foreach (var call in addresses.Trace.Calls)
        {
            plan.AddSite(call.Name);
        }

        return null;
    }

    public static void AddInlined(AddressExpression address, TypeParts type, RoutePlan plan)
    {
        foreach (var constant in address.Constants)
        {
            plan.Inlined.Add((type, constant, address.Pieces[0].Node));
        }
    }

    private static bool IsAppended(IdentifierNameSyntax name) => name.Parent is AssignmentExpressionSyntax assignment && assignment.Left == name;
}
