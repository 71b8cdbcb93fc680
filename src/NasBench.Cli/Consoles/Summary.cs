using System.Globalization;

namespace NasBench.Cli;

/// <summary>A short result of named values: a table for people, one object with <c>--json</c>.</summary>
internal static class Summary
{
    /// <summary>Writes it.</summary>
    public static void Write(CommandContext context, params ReadOnlySpan<SummaryField> fields)
    {
        SummaryField[] list = fields.ToArray();
        if (!context.Json)
        {
            TextTable.WriteProperties(
                context.Console, list.Select(field => (field.Name, field.Text ?? field.Number.ToString("N0", CultureInfo.InvariantCulture))));
            return;
        }

        JsonText.WriteDocument(context.Output, json =>
        {
            foreach (SummaryField field in list)
            {
                if (field.Text is not null)
                {
                    json.WriteString(field.Name, field.Text);
                }
                else
                {
                    json.WriteNumber(field.Name, field.Number);
                }
            }
        });
    }
}
