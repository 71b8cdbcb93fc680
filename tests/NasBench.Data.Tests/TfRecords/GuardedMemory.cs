using System.Runtime.InteropServices;

namespace NasBench.Data.Tests.TfRecords;

/// <summary>
/// Memory before a page that may not be touched, so that a read beyond a span's end ends the process. Without such a page where the system is not Linux or
/// macOS.
/// </summary>
internal sealed unsafe partial class GuardedMemory : IDisposable
{
    private const int ProtNone = 0, ProtReadWrite = 3;
    private readonly nint _start;
    private readonly nuint _size;

    internal GuardedMemory(int capacity)
    {
        nuint page = (nuint)Environment.SystemPageSize;
        _size = ((nuint)capacity + page - 1) / page * page;
        if (OperatingSystem.IsWindows())
        {
            _start = (nint)NativeMemory.AllocZeroed(_size);
            return;
        }

        int anonymous = OperatingSystem.IsMacOS() ? 0x1000 : 0x20;
        _start = Map(0, _size + page, ProtReadWrite, 2 | anonymous, -1, 0);
        Assert.NotEqual(-1, _start);
        Assert.Equal(0, Protect(_start + (nint)_size, page, ProtNone));
    }

    /// <summary>The last bytes before the guard.</summary>
    internal Span<byte> Last(int count) => new((void*)(_start + (nint)_size - count), count);

    public void Dispose()
    {
        if (OperatingSystem.IsWindows())
        {
            NativeMemory.Free((void*)_start);
        }
        else
        {
            Unmap(_start, _size + (nuint)Environment.SystemPageSize);
        }
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint Map(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "mprotect")]
    private static partial int Protect(nint address, nuint length, int protection);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int Unmap(nint address, nuint length);
}
