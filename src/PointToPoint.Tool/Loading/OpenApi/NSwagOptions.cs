using System.Text.RegularExpressions;

using NJsonSchema.CodeGeneration.CSharp;

using NSwag.CodeGeneration.CSharp;
using NSwag.CodeGeneration.OperationNameGenerators;

namespace PointToPoint.Tool.Loading.OpenApi;

/// <summary>The options of NSwag's command <c>openapi2csclient</c> that change what a client's types and methods are called; the others are passed over.</summary>
internal static partial class NSwagOptions
{
    /// <summary>Sets what <paramref name="options"/> say: <c>/UseBaseUrl:false /GenerateClientInterfaces:true</c>.</summary>
    public static void Apply(CSharpClientGeneratorSettings settings, string options)
    {
        foreach (Match option in Option().Matches(options))
        {
            var value = option.Groups["value"].Value.Trim('"');
            var isOn = value.Equals("true", StringComparison.OrdinalIgnoreCase);
            switch (option.Groups["name"].Value.ToUpperInvariant())
            {
                case "CLASSNAME":
                    settings.ClassName = value;
                    break;
                case "NAMESPACE":
                    settings.CSharpGeneratorSettings.Namespace = value;
                    break;
                case "USEBASEURL":
                    settings.UseBaseUrl = isOn;
                    break;
                case "INJECTHTTPCLIENT":
                    settings.InjectHttpClient = isOn;
                    break;
                case "USEHTTPCLIENTCREATIONMETHOD":
                    settings.UseHttpClientCreationMethod = isOn;
                    break;
                case "CLIENTBASECLASS":
                    settings.ClientBaseClass = value;
                    break;
                case "CLIENTBASEINTERFACE":
                    settings.ClientBaseInterface = value;
                    break;
                case "GENERATECLIENTINTERFACES":
                    settings.GenerateClientInterfaces = isOn;
                    break;
                case "GENERATEOPTIONALPARAMETERS":
                    settings.GenerateOptionalParameters = isOn;
                    break;
                case "GENERATEDTOTYPES":
                    settings.GenerateDtoTypes = isOn;
                    break;
                case "GENERATESYNCMETHODS":
                    settings.GenerateSyncMethods = isOn;
                    break;
                case "WRAPRESPONSES":
                    settings.WrapResponses = isOn;
                    break;
                case "ADDITIONALNAMESPACEUSAGES":
                    settings.AdditionalNamespaceUsages = Names(value);
                    break;
                case "EXCLUDEDPARAMETERNAMES":
                    settings.ExcludedParameterNames = Names(value);
                    break;
                case "EXCLUDEDTYPENAMES":
                    settings.CSharpGeneratorSettings.ExcludedTypeNames = Names(value);
                    break;
                case "JSONLIBRARY":
                    settings.CSharpGeneratorSettings.JsonLibrary = value.Equals(nameof(CSharpJsonLibrary.SystemTextJson), StringComparison.OrdinalIgnoreCase) ? CSharpJsonLibrary.SystemTextJson : CSharpJsonLibrary.NewtonsoftJson;
                    break;
                case "OPERATIONGENERATIONMODE":
                    settings.OperationNameGenerator = OperationNames(value) ?? settings.OperationNameGenerator;
                    break;
                default:
                    break;
            }
        }
    }

    private static IOperationNameGenerator? OperationNames(string mode) => mode.ToUpperInvariant() switch
    {
        "MULTIPLECLIENTSFROMOPERATIONID" => new MultipleClientsFromOperationIdOperationNameGenerator(),
        "MULTIPLECLIENTSFROMPATHSEGMENTS" => new MultipleClientsFromPathSegmentsOperationNameGenerator(),
        "MULTIPLECLIENTSFROMFIRSTTAGANDPATHSEGMENTS" => new MultipleClientsFromFirstTagAndPathSegmentsOperationNameGenerator(),
        "MULTIPLECLIENTSFROMFIRSTTAGANDOPERATIONID" => new MultipleClientsFromFirstTagAndOperationIdGenerator(),
        "MULTIPLECLIENTSFROMFIRSTTAGANDOPERATIONNAME" => new MultipleClientsFromFirstTagAndOperationNameGenerator(),
        "SINGLECLIENTFROMOPERATIONID" => new SingleClientFromOperationIdOperationNameGenerator(),
        "SINGLECLIENTFROMPATHSEGMENTS" => new SingleClientFromPathSegmentsOperationNameGenerator(),
        _ => null,
    };

    private static string[] Names(string value) => value.Split([',', ';'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    [GeneratedRegex("""/(?<name>\w+):(?<value>"[^"]*"|\S*)""", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Option();
}
