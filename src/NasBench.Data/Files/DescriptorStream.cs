using System.Runtime.InteropServices;
using System.Runtime.Versioning;
using Microsoft.Win32.SafeHandles;

namespace NasBench.Data;

/// <summary>
/// Writes to an open descriptor of a Unix process by <c>write</c> itself, so that its offset moves and the outputs of two programs with one redirection follow
/// each other; a <see cref="FileStream"/> keeps an offset of its own, and <see cref="Console.OpenStandardOutput()"/> swallows a closed pipe. Nothing has to be
/// loaded or opened to write.
/// </summary>
[UnsupportedOSPlatform("windows")]
internal sealed partial class DescriptorStream : Stream
{
    /// <summary>The error number of a pipe that nobody reads any more, on every Unix: <see cref="Exception.HResult"/> of what writing then throws.</summary>
    public const int BrokenPipe = 32;

    private const int Interrupted = 4;
    private const short ReadyForWriting = 4;

    private readonly SafeFileHandle _handle;

    /// <summary>Writes to a descriptor, which stays open.</summary>
    public DescriptorStream(int descriptor)
        : this(new SafeFileHandle(descriptor, ownsHandle: false))
    {
    }

    private DescriptorStream(SafeFileHandle handle) => _handle = handle;

    private static int WouldBlock => OperatingSystem.IsLinux() ? 11 : 35;

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position { get => throw new NotSupportedException(); set => throw new NotSupportedException(); }

    /// <summary>Opens a pipe or a device that is there already; a pipe waits for its reader.</summary>
    /// <exception cref="IOException">It cannot be opened.</exception>
    /// <exception cref="UnauthorizedAccessException">It may not be written to.</exception>
    public static DescriptorStream Open(string path) => new(File.OpenHandle(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete));

    /// <summary>Writes all bytes.</summary>
    /// <exception cref="IOException">It failed: nobody reads the pipe any more (<see cref="BrokenPipe"/>), the disk is full, ...</exception>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        while (!buffer.IsEmpty)
        {
            nint written = NativeWrite(_handle, in MemoryMarshal.GetReference(buffer), (nuint)buffer.Length);
            if (written >= 0)
            {
                buffer = buffer[(int)written..];
                continue;
            }

            int error = Marshal.GetLastPInvokeError();
            if (error == WouldBlock)
            {
                PollDescriptor wait = new() { Descriptor = (int)_handle.DangerousGetHandle(), Events = ReadyForWriting };
                _ = NativePoll(ref wait, 1, -1);
            }
            else if (error != Interrupted)
            {
                throw new IOException(Marshal.GetPInvokeErrorMessage(error), error);
            }
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Flush()
    {
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _handle.Dispose();
        }

        base.Dispose(disposing);
    }

    [LibraryImport("libc", EntryPoint = "write", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial nint NativeWrite(SafeFileHandle descriptor, in byte bytes, nuint count);

    [LibraryImport("libc", EntryPoint = "poll", SetLastError = true)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int NativePoll(ref PollDescriptor descriptors, nuint count, int timeout);

    [StructLayout(LayoutKind.Sequential)]
    private struct PollDescriptor
    {
        public int Descriptor;
        public short Events;
        public short ReturnedEvents;
    }
}
