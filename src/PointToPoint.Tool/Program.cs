using System.Text;

using PointToPoint.Tool.Commands;

// Arrows and names of any script, also where a console still starts with an old code page.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
return await CommandLine.RunAsync(args, Console.Out, Console.Error);
