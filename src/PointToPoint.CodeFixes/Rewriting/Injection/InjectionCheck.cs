using PointToPoint.CodeFixes.Rewriting.Clients;

namespace PointToPoint.CodeFixes.Rewriting.Injection;

/// <summary>Says before a rewrite whether the gateway can be brought to a client's place.</summary>
internal static class InjectionCheck
{
    /// <summary>Why a client's place can't get the gateway; null if it can.</summary>
    public static async Task<RefusalReason?> OfAsync(GatewayUse use, GatewayApi api, RewriteContext context)
    {
        if (ExistingGateway.Find(use, api) is null)
        {
            var scope = UsePlace.Of(use.Creation).Scope;
            if (scope is UseScope.Static or UseScope.TopLevel)
            {
                return scope == UseScope.Static ? RefusalReason.StaticCode : RefusalReason.TopLevelCode;
            }

            if (await Injectable.CheckAsync(use.Type, context).ConfigureAwait(false) is { } refusal)
            {
                return refusal;
            }
        }

        var place = CreationPlace.Of(use.Creation);
        var constructors = new Constructors(use.Type, context.Cancellation);
        var isInitializer = UsePlace.Of(use.Creation).Scope == UseScope.Initializer;
        return isInitializer && !place.IsMemberInitializer && constructors.Primary is null ? RefusalReason.ClientEscapes
            : isInitializer && constructors.Primary is not null && !use.Settings.IsEmpty ? RefusalReason.SettingsInExpression
            : null;
    }
}
