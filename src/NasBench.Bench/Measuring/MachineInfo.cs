using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace NasBench.Bench;

/// <summary>Says on what the measurement ran.</summary>
public static class MachineInfo
{
    /// <summary>The processor, how many of it, and the system.</summary>
    public static string Machine => $"{Processor}, {Environment.ProcessorCount} processors, {RuntimeInformation.OSDescription}";

    /// <summary>JIT or AOT, the runtime, and the instruction sets that the code may use.</summary>
    public static string Build => $"{(RuntimeFeature.IsDynamicCodeCompiled ? "JIT" : "AOT")}, {RuntimeInformation.FrameworkDescription}, {InstructionSets}";

    /// <summary>The name of the processor, as the system knows it.</summary>
    public static string Processor
    {
        get
        {
            const string Field = "model name";
            const string List = "/proc/cpuinfo";
            string? line = File.Exists(List) ? File.ReadLines(List).FirstOrDefault(text => text.StartsWith(Field, StringComparison.Ordinal)) : null;
            return line?[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim()
                ?? Environment.GetEnvironmentVariable("PROCESSOR_IDENTIFIER")
                ?? RuntimeInformation.ProcessArchitecture.ToString();
        }
    }

    private static string InstructionSets
    {
        get
        {
            (string Name, bool IsSupported)[] sets =
            [
                ("AVX-512", Avx512F.IsSupported && Avx512BW.IsSupported), ("AVX2", Avx2.IsSupported), ("BMI2", Bmi2.X64.IsSupported),
                ("SSE4.2", Sse42.X64.IsSupported), ("AdvSimd", AdvSimd.Arm64.IsSupported), ("CRC32", Crc32.Arm64.IsSupported),
            ];
            string names = string.Join(" ", sets.Where(set => set.IsSupported).Select(set => set.Name));
            return names.Length > 0 ? names : "no intrinsics";
        }
    }
}
