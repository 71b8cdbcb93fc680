using System.Collections.Concurrent;

namespace NasBench.Data;

/// <summary>The temporary files and folders that are in use, so that a process that has to end at once leaves none of them behind. Thread-safe.</summary>
internal static class TemporaryFiles
{
    private static readonly ConcurrentDictionary<string, bool> s_paths = new(StringComparer.Ordinal);

    /// <summary>Notes a file or folder that is about to be made.</summary>
    public static void Add(string path) => s_paths[path] = true;

    /// <summary>Forgets a file or folder that is gone, or has another name now.</summary>
    public static void Remove(string path) => s_paths.TryRemove(path, out _);

    /// <summary>Removes all of them, whoever uses them: the process ends next.</summary>
    public static void DeleteAll() => Delete(_ => true);

    /// <summary>Removes some of them, whoever uses them.</summary>
    internal static void Delete(Predicate<string> isMeant)
    {
        foreach (string path in s_paths.Keys.Where(path => isMeant(path)))
        {
            try
            {
                if (Directory.Exists(path))
                {
                    Directory.Delete(path, recursive: true);
                }
                else
                {
                    File.Delete(path);
                }
            }
            catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
            {
                // There is nobody left to tell.
            }
        }
    }
}
