namespace NasBench.Generators;

internal static class Bits
{
    public static int Count(uint set)
    {
        int count = 0;
        for (; set != 0; set &= set - 1)
        {
            count++;
        }

        return count;
    }
}
