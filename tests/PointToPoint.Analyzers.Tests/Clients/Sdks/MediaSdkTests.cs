namespace PointToPoint.Analyzers.Tests.Clients.Sdks;

/// <summary>Videos, games, blogs and accounts of one's own, by SDKs that can't be restored.</summary>
public sealed class MediaSdkTests
{
    internal const string Sdks = """
        namespace TL { public class Message { } public class InputPeer { } public interface IMethod<X> { } public static class SchemaExtensions { public static Task<X> InvokeAfterMsg<X>(this WTelegram.Client client, long msg_id, IMethod<X> query) => null; } }
        namespace WTelegram { public class Client { public Client(int apiID, string apiHash, string sessionPathname = null) { } public async Task<TL.Message> SendMessageAsync(TL.InputPeer peer, string text) => null; public bool Disconnected => false; public string EntitiesToHtml(string text) => null; } }
        namespace WordPressPCL.Models { public class Post { public string Slug { get; set; } } }
        namespace WordPressPCL.Client { public class Posts { public Task<List<Models.Post>> GetStickyPostsAsync(bool embed = false, bool useAuth = false, CancellationToken cancellationToken = default) => null; } }
        namespace WordPressPCL { public class WordPressClient { public Client.Posts Posts { get; } public WordPressClient(Uri uri, string defaultPath = "wp/v2/") { } public WordPressClient(string uri, string defaultPath = "wp/v2/") { } } }
        namespace YoutubeExplode.Common { public static class AsyncCollectionExtensions { public static async ValueTask<IReadOnlyList<T>> CollectAsync<T>(this IAsyncEnumerable<T> source) => null; } }
        namespace YoutubeExplode.Videos { public class Video { public string Title { get; } } public class VideoClient { public async ValueTask<Video> GetAsync(string videoId, CancellationToken cancellationToken = default) => null; } }
        namespace YoutubeExplode.Search { public class SearchClient { public IAsyncEnumerable<string> GetVideosAsync(string searchQuery, CancellationToken cancellationToken = default) => null; } }
        namespace YoutubeExplode { public class YoutubeClient { public YoutubeClient() { } public YoutubeClient(HttpClient http) { } public Videos.VideoClient Videos { get; } public Search.SearchClient Search { get; } } }
        namespace SteamWebAPI2.Interfaces { public interface ISteamUser { Task<object> GetFriendsListAsync(ulong steamId, string relationship = ""); } public class SteamUser : ISteamUser { public async Task<object> GetFriendsListAsync(ulong steamId, string relationship = "") => null; } }
        namespace SteamWebAPI2.Utilities { public class SteamWebInterfaceFactory { public SteamWebInterfaceFactory(string steamWebApiKey) { } public T CreateSteamWebInterface<T>(HttpClient httpClient = null) => default; } }
        namespace Mastonet.Entities { public class Status { public string Content { get; set; } } }
        namespace Mastonet
        {
            public interface IMastodonClient { Task<Entities.Status> PublishStatus(string status, object visibility = null); TimelineStreaming GetPublicStreaming(); }
            public class MastodonClient : IMastodonClient { public MastodonClient(string instance, string accessToken) { } public Task<Entities.Status> PublishStatus(string status, object visibility = null) => null; public TimelineStreaming GetPublicStreaming() => null; }
            public abstract class TimelineStreaming { public abstract Task Start(); public void Stop() { } }
        }
        """;

    [Fact]
    public Task Media_AreWiredAndCalled() => VendorCode.IsAsItSays(Sdks, """
        using TL;
        class Caller(YoutubeExplode.YoutubeClient injected, SteamWebAPI2.Interfaces.ISteamUser users, Mastonet.IMastodonClient mastodon)
        {
            async Task M(InputPeer peer)
            {
                var telegram = new WTelegram.Client(1, "hash"); // wires Telegram
                await telegram.SendMessageAsync(peer, "x"); // calls Telegram
                await telegram.InvokeAfterMsg<Message>(1, null); // calls Telegram
                var blog = new WordPressPCL.WordPressClient("https://blog.contoso.com/wp-json/"); // wires blog.contoso.com at https://blog.contoso.com/wp-json/
                await blog.Posts.GetStickyPostsAsync(); // calls blog.contoso.com at https://blog.contoso.com/wp-json/
                var videos = new YoutubeExplode.YoutubeClient(); // wires YouTube
                await videos.Videos.GetAsync("x"); // calls YouTube
                await foreach (var found in injected.Search.GetVideosAsync("x")) { } // calls YouTube
                var steam = new SteamWebAPI2.Utilities.SteamWebInterfaceFactory("key"); // wires Steam
                await steam.CreateSteamWebInterface<SteamWebAPI2.Interfaces.SteamUser>().GetFriendsListAsync(1); // calls Steam
                await users.GetFriendsListAsync(1); // calls Steam
                await mastodon.PublishStatus("x"); // calls Mastodon
                await new Mastonet.MastodonClient("mastodon.social", "token") // wires Mastodon
                    .PublishStatus("x"); // calls Mastodon
                var own = new Mastonet.MastodonClient("social.contoso.com", "token"); // wires social.contoso.com
                await own.GetPublicStreaming().Start(); // calls social.contoso.com
            }
        }
        """);

    [Fact]
    public Task ModelsAndDoubles_AreQuiet() => VendorCode.IsAsItSays(Sdks, """
        using YoutubeExplode.Common;
        class Quiet
        {
            async Task<object> M(WTelegram.Client telegram, IAsyncEnumerable<string> found, YoutubeExplode.Videos.Video video, Mastonet.TimelineStreaming stream)
            {
                await found.CollectAsync();
                stream.Stop();
                await new FakeSteam().GetFriendsListAsync(1);
                return telegram.EntitiesToHtml("x") + video.Title + new WordPressPCL.Models.Post { Slug = "x" } + new Mastonet.Entities.Status { Content = "x" } + telegram.Disconnected;
            }
        }
        class FakeSteam : SteamWebAPI2.Interfaces.ISteamUser { public Task<object> GetFriendsListAsync(ulong steamId, string relationship = "") => Task.FromResult<object>("x"); }
        class Real { async Task M(SteamWebAPI2.Interfaces.ISteamUser users) => await users.GetFriendsListAsync(1); } // calls Steam
        """);
}
