using BenchmarkDotNet.Columns;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Diagnosers;
using BenchmarkDotNet.Exporters;
using BenchmarkDotNet.Exporters.Json;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Validators;

namespace NasBench.BenchmarkUtilities;

/// <summary>What all benchmarks share: an operation is one cell, hash, record or byte range, and the columns say so.</summary>
public static class BenchmarkConfig
{
    private const int MaxParameterWidth = 40;

    /// <summary>A configuration for the instruction sets that are wanted.</summary>
    /// <param name="sets">The instruction sets.</param>
    /// <param name="isShort">Few and short iterations: the whole of a project in minutes.</param>
    public static IConfig Create(IEnumerable<InstructionSet> sets, bool isShort)
    {
        ManualConfig config = ManualConfig.CreateEmpty()
            .AddLogger(ConsoleLogger.Default)
            .AddValidator(JitOptimizationsValidator.FailOnError, BaselineValidator.FailOnError)
            .AddExporter(MarkdownExporter.GitHub, JsonExporter.Full)
            .AddDiagnoser(MemoryDiagnoser.Default)
            .AddColumnProvider(DefaultColumnProviders.Descriptor, DefaultColumnProviders.Job, DefaultColumnProviders.Params)
            .AddColumn(new NanosecondsColumn(), new SpreadColumn(), new ItemRateColumn(), new ByteRateColumn())
            .AddColumn(BaselineRatioColumn.RatioMean, new FloorRatioColumn())
            .AddColumnProvider(DefaultColumnProviders.Metrics)
            .HideColumns(Column.Gen0, Column.Gen1, Column.Gen2, Column.AllocRatio, Column.EnvironmentVariables, Column.Runtime, Column.PowerPlanMode)
            .HideColumns(Column.InvocationCount, Column.IterationCount, Column.IterationTime, Column.LaunchCount, Column.UnrollFactor, Column.WarmupCount)
            .WithSummaryStyle(BenchmarkDotNet.Reports.SummaryStyle.Default.WithMaxParameterColumnWidth(MaxParameterWidth))
            .WithOptions(ConfigOptions.DisableLogFile);
        foreach (InstructionSet set in sets)
        {
            config.AddJob(set.ToJob(isShort));
        }

        return config;
    }
}
