using PointToPoint.Analyzers.Endpoints;

namespace PointToPoint.CodeFixes.Rewriting;

/// <summary>What a person is told where there is no fix: why, and what would help.</summary>
internal static class RefusalReasons
{
    /// <summary>The reason as a sentence.</summary>
    public static string Text(this RefusalReason reason) => reason switch
    {
        RefusalReason.NotDirect => "The connection is the own system's, approved, or goes through the gateway already.",
        RefusalReason.SeveralTargets => "The call may go to several systems; give each its own client.",
        RefusalReason.WrapperCaller => "The address is passed to a method that makes the call; change that method, or the wiring of its client.",
        RefusalReason.NoGateway => "The project doesn't reference the gateway; add the package PointToPoint.Gateway, or name your own type in p2p_gateway_type.",
        RefusalReason.GatewayShape => "The type named in p2p_gateway_type lacks the method that is needed: HttpClient CreateClient(string system), for a base address with a path also CreateClient(string system, string basePath).",
        RefusalReason.NoRegistrationExtension => $"{GatewayTypes.RoutingExtension} isn't in reach of the registration; add the package PointToPoint.Gateway to its project.",
        RefusalReason.GeneratedCode => "The code is generated; change what generates it.",
        RefusalReason.ConditionalCode => "The type has code in #if, and what the other branch does with the client isn't seen.",
        RefusalReason.LinkedFile => "The file belongs to several projects or target frameworks, and one of them doesn't reference the gateway.",
        RefusalReason.AddressNotConstant => "Scheme and host aren't constant text in the code. Only a registration with AddHttpClient whose whole base address is one configuration value, and whose calls are all relative, is routed with its address kept.",
        RefusalReason.AddressForm => "The address is written in a way that can't be cut at its host, such as a host pieced together or escapes in it.",
        RefusalReason.AddressUsedElsewhere => "The address is also used for something else, where its host would be missing.",
        RefusalReason.UserInfo => "The address holds credentials; they belong into the configuration of the gateway.",
        RefusalReason.Scheme => "The address is neither http nor https.",
        RefusalReason.TwoSystems => "One client is used for two systems; give each its own, since headers set for one would go to the other.",
        RefusalReason.UnknownAddress => "The same client also makes a call whose address isn't known here.",
        RefusalReason.OtherLibrary => "The client is of a library that the gateway hands out no client for; only HttpClient, and Refit through its registration, are routed.",
        RefusalReason.ClientEscapes => "The client is handed on: returned, passed to other code, or stored out of sight.",
        RefusalReason.ClientIsStatic => "The client is static, and nothing can be injected there; make it an instance field.",
        RefusalReason.ClientIsParameter => "The client is passed to the method; the fix belongs to where it is made.",
        RefusalReason.ClientNotPrivate => "The client is stored in a field or property that isn't private, so others may use it.",
        RefusalReason.ClientFromElsewhere => "The client comes from elsewhere, or from different places.",
        RefusalReason.ClientNotUnderstood => "The code around the call isn't understood.",
        RefusalReason.HandlerSettings => "The client has a handler of its own, whose settings (cookies, certificates, proxy) would be lost.",
        RefusalReason.SettingsInExpression => "The client is given settings in an initialiser where no statements can take its place.",
        RefusalReason.BaseAddressRead => "The client's base address is read, and would be the gateway's.",
        RefusalReason.BaseAddressMoved => "The base address is set under a condition, more than once, or away from where the client is made.",
        RefusalReason.HostHeader => "The Host header is set; which host a system answers to is the gateway's business.",
        RefusalReason.MessageUsedElsewhere => "The request message is also used for something else than this client's call.",
        RefusalReason.ExpressionTree => "The client is used in an expression tree, too, which is data rather than code.",
        RefusalReason.StaticCode => "The code is static and has no gateway to use; make it an instance member, or pass an IIntegrationGateway.",
        RefusalReason.TopLevelCode => "Top-level statements have no constructor to inject the gateway into; move the call into a class.",
        RefusalReason.NotAClass => "Only classes get the gateway injected, not structs or interfaces.",
        RefusalReason.Record => "A positional record's parameters are its data.",
        RefusalReason.FrameworkCreates => "A framework creates the type, and doesn't give it services by its constructor.",
        RefusalReason.CreatedExplicitly => "The type is created with 'new' or by reflection somewhere, not only by dependency injection.",
        RefusalReason.HasDerivedTypes => "Other types derive from it and call its constructor.",
        RefusalReason.ConstructorNotUnderstood => "One of its constructors is chosen by an attribute or has no body here.",
        RefusalReason.DefaultClientConfigured => "The factory's default client is configured somewhere, and those settings would be lost.",
        RefusalReason.NoRegistration => "No registration of the client is found with AddHttpClient.",
        RefusalReason.SeveralRegistrations => "The client is registered more than once in a project.",
        RefusalReason.RegistrationNotUnderstood => "The registration is written in a way that isn't understood, such as a delegate that isn't a lambda.",
        RefusalReason.TypeOutsideSolution => "The typed client's code isn't part of the solution, so what it does with the client isn't seen.",
        _ => "The changed code would not compile, or would lose a comment.",
    };
}
