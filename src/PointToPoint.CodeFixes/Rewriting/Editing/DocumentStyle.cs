using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Formatting;
using Microsoft.CodeAnalysis.Options;
using Microsoft.CodeAnalysis.Text;

namespace PointToPoint.CodeFixes.Rewriting.Editing;

/// <summary>How a document is written, where no .editorconfig says how it should be.</summary>
internal static class DocumentStyle
{
    /// <summary>The line end that most lines have; that of the first line where there are as many of each.</summary>
    public static string NewLine(SourceText text)
    {
        int crlf = 0, lf = 0;
        foreach (var line in text.Lines)
        {
            var length = line.EndIncludingLineBreak - line.End;
            crlf += length == 2 ? 1 : 0;
            lf += length == 1 ? 1 : 0;
        }

        return crlf > lf || (crlf == lf && crlf > 0 && text.Lines[0].EndIncludingLineBreak - text.Lines[0].End == 2) ? "\r\n" : "\n";
    }

    public static async Task<OptionSet> OptionsAsync(Document document, SourceText text, CancellationToken cancellation)
    {
        OptionSet options = await document.GetOptionsAsync(cancellation).ConfigureAwait(false);
        var configured = await document.GetSyntaxTreeAsync(cancellation).ConfigureAwait(false) is { } tree
            ? document.Project.AnalyzerOptions.AnalyzerConfigOptionsProvider.GetOptions(tree)
            : null;
        options = options.WithChangedOption(FormattingOptions.NewLine, LanguageNames.CSharp, NewLine(text));
        if (configured?.TryGetValue("indent_style", out _) != true && text.Lines.Count(line => line.Span.Length > 0 && text[line.Start] == '\t') > text.Lines.Count(line => StartsWithBlanks(text, line)))
        {
            options = options.WithChangedOption(FormattingOptions.UseTabs, LanguageNames.CSharp, true);
        }

        return options;
    }

    private static bool StartsWithBlanks(SourceText text, TextLine line) => line.Span.Length > 1 && text[line.Start] == ' ' && text[line.Start + 1] == ' ';
}
