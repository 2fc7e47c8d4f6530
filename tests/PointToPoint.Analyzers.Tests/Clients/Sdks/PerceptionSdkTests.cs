namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>Services of the clouds that read, hear, see and translate, by SDKs that can't be restored.</summary>
public sealed class PerceptionSdkTests
{
    internal const string Sdks = """
        namespace Azure { public class AzureKeyCredential { public AzureKeyCredential(string key) { } } public enum WaitUntil { Started, Completed } public abstract class Operation<T> { public abstract T Value { get; } } }
        namespace Azure.AI.TextAnalytics { public class TextDocumentInput { public TextDocumentInput(string id, string text) { } } public class TextAnalyticsClient { public TextAnalyticsClient(Uri endpoint, Azure.AzureKeyCredential credential) { } public virtual Task<object> AnalyzeSentimentAsync(string document, string language = null, CancellationToken cancellationToken = default) => null; public virtual object AnalyzeSentiment(string document, string language = null, CancellationToken cancellationToken = default) => null; } }
        namespace Azure.AI.FormRecognizer.DocumentAnalysis { public class DocumentAnalysisClient { public DocumentAnalysisClient(Uri endpoint, Azure.AzureKeyCredential credential) { } public virtual Task<Azure.Operation<object>> AnalyzeDocumentAsync(Azure.WaitUntil waitUntil, string modelId, Stream document) => null; } }
        namespace Azure.AI.DocumentIntelligence { public class DocumentIntelligenceClient { public DocumentIntelligenceClient(Uri endpoint, Azure.AzureKeyCredential credential) { } public virtual Task<Azure.Operation<object>> AnalyzeDocumentAsync(Azure.WaitUntil waitUntil, string modelId, Uri uriSource, CancellationToken cancellationToken = default) => null; } }
        namespace Azure.AI.Vision.ImageAnalysis { public class ImageAnalysisClient { public ImageAnalysisClient(Uri endpoint, Azure.AzureKeyCredential credential) { } public virtual Task<object> AnalyzeAsync(Uri imageUri, int visualFeatures, CancellationToken cancellationToken = default) => null; } }
        namespace Azure.AI.Translation.Text { public class TextTranslationClient { public TextTranslationClient(Azure.AzureKeyCredential credential, string region = "global") { } public TextTranslationClient(Azure.AzureKeyCredential credential, Uri endpoint, string region = "global") { } public virtual Task<object> TranslateAsync(string targetLanguage, string text, string sourceLanguage = null, CancellationToken cancellationToken = default) => null; } }
        namespace Azure.AI.ContentSafety { public class ContentSafetyClient { public ContentSafetyClient(Uri endpoint, Azure.AzureKeyCredential credential) { } public virtual Task<object> AnalyzeTextAsync(string text, CancellationToken cancellationToken = default) => null; } }
        namespace Azure.AI.Agents.Persistent { public class ThreadMessages { public virtual Task<object> CreateMessageAsync(string threadId, string role, string content, CancellationToken cancellationToken = default) => null; } public class PersistentAgentsClient { public PersistentAgentsClient(string endpoint, object credential) { } public virtual ThreadMessages Messages { get; } } }
        namespace Microsoft.Azure.CognitiveServices.Vision.Face { public interface IFaceOperations { Task<object> DetectWithUrlWithHttpMessagesAsync(string url, CancellationToken cancellationToken = default); } public static class FaceOperationsExtensions { public static Task<object> DetectWithUrlAsync(this IFaceOperations operations, string url, CancellationToken cancellationToken = default) => null; } public class FaceClient { public FaceClient(object credentials, params DelegatingHandler[] handlers) { } public string Endpoint { get; set; } public IFaceOperations Face { get; } } }
        namespace Microsoft.CognitiveServices.Speech.Audio { public sealed class AudioConfig { public static AudioConfig FromWavFileInput(string fileName) => null; } }
        namespace Microsoft.CognitiveServices.Speech
        {
            public class SpeechConfig { public static SpeechConfig FromSubscription(string subscriptionKey, string region) => null; public static SpeechConfig FromEndpoint(Uri endpoint, string subscriptionKey) => null; public string SpeechRecognitionLanguage { get; set; } }
            public class SpeechRecognizer : IDisposable { public SpeechRecognizer(SpeechConfig speechConfig, Audio.AudioConfig audioConfig) { } public Task<object> RecognizeOnceAsync() => null; public Task StartContinuousRecognitionAsync() => null; public void Dispose() { } }
            public class SpeechSynthesizer : IDisposable { public SpeechSynthesizer(SpeechConfig speechConfig) { } public Task<object> SpeakTextAsync(string text) => null; public void Dispose() { } }
            public class KeywordRecognizer { public Task<object> RecognizeOnceAsync(object model) => null; }
            public class AudioDataStream { public Task SaveToWaveFileAsync(string fileName) => null; }
        }
        namespace Google.Cloud.Vision.V1 { public class Image { public static Image FromFile(string path) => null; public static Task<Image> FromFileAsync(string path) => null; } public abstract class ImageAnnotatorClient { public static ImageAnnotatorClient Create() => null; public static Task<ImageAnnotatorClient> CreateAsync(CancellationToken cancellationToken = default) => null; public virtual Task<object> DetectTextAsync(Image image) => null; public virtual object DetectText(Image image) => null; } public sealed class ImageAnnotatorClientBuilder { public Task<ImageAnnotatorClient> BuildAsync(CancellationToken cancellationToken = default) => null; } }
        namespace Google.Cloud.Translation.V2 { public abstract class TranslationClient { public static TranslationClient Create() => null; public virtual Task<object> TranslateTextAsync(string text, string targetLanguage) => null; } }
        namespace Amazon.Rekognition.Model { public class DetectLabelsRequest { } }
        namespace Amazon.Rekognition { public interface IAmazonRekognition { Task<object> DetectLabelsAsync(Model.DetectLabelsRequest request, CancellationToken cancellationToken = default); } public class AmazonRekognitionClient : IAmazonRekognition { public AmazonRekognitionClient() { } public virtual Task<object> DetectLabelsAsync(Model.DetectLabelsRequest request, CancellationToken cancellationToken = default) => null; } }
        namespace Amazon.Textract { public interface IAmazonTextract { Task<object> AnalyzeDocumentAsync(object request, CancellationToken cancellationToken = default); } }
        namespace Mistral.SDK.DTOs { public class ChatCompletionRequest { } }
        namespace Mistral.SDK.Completions { public class CompletionsEndpoint { public async Task<object> GetCompletionAsync(DTOs.ChatCompletionRequest request, CancellationToken cancellationToken = default) => null; public async IAsyncEnumerable<object> StreamCompletionAsync(DTOs.ChatCompletionRequest request) { yield break; } } }
        namespace Mistral.SDK { public class MistralClient { public MistralClient(object apiKeys = null, HttpClient client = null) { } public Completions.CompletionsEndpoint Completions { get; } } }
        """;

    [Fact]
    public Task ServicesOfAzure_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        using Azure;
        using Microsoft.Azure.CognitiveServices.Vision.Face;
        using Microsoft.CognitiveServices.Speech;
        class Azures
        {
            static readonly Uri Resource = new("https://acme.cognitiveservices.azure.com/");
            async Task Texts()
            {
                var texts = new Azure.AI.TextAnalytics.TextAnalyticsClient(Resource, new AzureKeyCredential("key")); // wires Azure AI services at https://acme.cognitiveservices.azure.com/
                await texts.AnalyzeSentimentAsync("x"); // calls Azure AI services at https://acme.cognitiveservices.azure.com/
                texts.AnalyzeSentiment("x"); // calls Azure AI services
                var translation = new Azure.AI.Translation.Text.TextTranslationClient(new AzureKeyCredential("key"), "westeurope"); // wires Azure AI services
                await translation.TranslateAsync("en", "x"); // calls Azure AI services
                var safety = new Azure.AI.ContentSafety.ContentSafetyClient(Resource, new AzureKeyCredential("key")); // wires Azure AI services
                await safety.AnalyzeTextAsync("x"); // calls Azure AI services
                var agents = new Azure.AI.Agents.Persistent.PersistentAgentsClient("https://acme.services.ai.azure.com/api/projects/x", null); // wires Azure AI services at https://acme.services.ai.azure.com/api/projects/x
                await agents.Messages.CreateMessageAsync("1", "user", "x"); // calls Azure AI services
            }
            async Task Documents(Stream stream)
            {
                var forms = new Azure.AI.FormRecognizer.DocumentAnalysis.DocumentAnalysisClient(Resource, new AzureKeyCredential("key")); // wires Azure AI services
                var read = await forms.AnalyzeDocumentAsync(WaitUntil.Completed, "prebuilt-invoice", stream); // calls Azure AI services
                var intelligence = new Azure.AI.DocumentIntelligence.DocumentIntelligenceClient(Resource, new AzureKeyCredential("key")); // wires Azure AI services
                await intelligence.AnalyzeDocumentAsync(WaitUntil.Completed, "prebuilt-layout", new Uri("https://contoso.com/x.pdf")); // calls Azure AI services
                var images = new Azure.AI.Vision.ImageAnalysis.ImageAnalysisClient(Resource, new AzureKeyCredential("key")); // wires Azure AI services
                await images.AnalyzeAsync(new Uri("https://contoso.com/x.png"), 1); // calls Azure AI services
                var faces = new FaceClient("key") { Endpoint = "https://westeurope.api.cognitive.microsoft.com" }; // wires Azure AI services at https://westeurope.api.cognitive.microsoft.com
                await faces.Face.DetectWithUrlAsync("https://contoso.com/x.png"); // calls Azure AI services
            }
            async Task Speech()
            {
                var config = SpeechConfig.FromSubscription("key", "westeurope");
                using var recognizer = new SpeechRecognizer(config, Microsoft.CognitiveServices.Speech.Audio.AudioConfig.FromWavFileInput("x.wav")); // wires Azure AI services
                await recognizer.RecognizeOnceAsync(); // calls Azure AI services
                using var synthesizer = new SpeechSynthesizer(SpeechConfig.FromEndpoint(new Uri("https://speech.contoso.com"), "key")); // wires speech.contoso.com at https://speech.contoso.com
                await synthesizer.SpeakTextAsync("x"); // calls speech.contoso.com
            }
        }
        """);

    [Fact]
    public Task ServicesOfOtherClouds_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        using Google.Cloud.Vision.V1;
        class Others(Amazon.Textract.IAmazonTextract textract)
        {
            async Task M()
            {
                var vision = await ImageAnnotatorClient.CreateAsync(); // wires Google Cloud AI
                await vision.DetectTextAsync(Image.FromFile("x.png")); // calls Google Cloud AI
                vision.DetectText(await Image.FromFileAsync("x.png")); // calls Google Cloud AI
                var translation = Google.Cloud.Translation.V2.TranslationClient.Create(); // wires Google Cloud AI
                await translation.TranslateTextAsync("x", "en"); // calls Google Cloud AI
                var rekognition = new Amazon.Rekognition.AmazonRekognitionClient(); // wires Amazon AI services
                await rekognition.DetectLabelsAsync(new()); // calls Amazon AI services
                await textract.AnalyzeDocumentAsync("x"); // calls Amazon AI services
                var mistral = new Mistral.SDK.MistralClient("key"); // wires Mistral AI
                await mistral.Completions.GetCompletionAsync(new()); // calls Mistral AI
            }
        }
        """);

    [Fact]
    public Task FilesInputsAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        class Quiet
        {
            async Task<object> M(Microsoft.CognitiveServices.Speech.KeywordRecognizer keywords, Microsoft.CognitiveServices.Speech.AudioDataStream stream)
            {
                await keywords.RecognizeOnceAsync("model");
                await stream.SaveToWaveFileAsync("x.wav");
                await Google.Cloud.Vision.V1.Image.FromFileAsync("x.png");
                await new Google.Cloud.Vision.V1.ImageAnnotatorClientBuilder().BuildAsync();
                return new Azure.AI.TextAnalytics.TextDocumentInput("1", "x") + nameof(Azure.AI.TextAnalytics.TextAnalyticsClient.AnalyzeSentimentAsync) + typeof(Mistral.SDK.MistralClient);
            }
        }
        class FakeLabels : Amazon.Rekognition.IAmazonRekognition { public Task<object> DetectLabelsAsync(Amazon.Rekognition.Model.DetectLabelsRequest request, CancellationToken cancellationToken = default) => Task.FromResult<object>("x"); }
        class Uses { async Task M() => await new FakeLabels().DetectLabelsAsync(new()); }
        class Real { async Task M(Amazon.Rekognition.IAmazonRekognition labels) => await labels.DetectLabelsAsync(new()); } // calls Amazon AI services
        """);
}
