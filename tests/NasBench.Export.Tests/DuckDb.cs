using DuckDB.NET.Data;

namespace NasBench.Export.Tests;

/// <summary>Another reader of exported files.</summary>
internal static class DuckDb
{
    /// <summary>The rows of a query.</summary>
    public static object?[][] Query(string sql)
    {
        using DuckDBConnection connection = new("Data Source=:memory:");
        connection.Open();
        using DuckDBCommand command = connection.CreateCommand();
        command.CommandText = sql;
        using DuckDBDataReader reader = command.ExecuteReader();
        List<object?[]> rows = [];
        while (reader.Read())
        {
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
        }

        return [.. rows];
    }
}
