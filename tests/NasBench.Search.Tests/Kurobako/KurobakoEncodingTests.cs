namespace NasBench.Search.Tests;

[Trait("Category", "Once")]
public sealed class KurobakoEncodingTests
{
    private static readonly string[] s_operations = ["conv1x1-bn-relu", "conv3x3-bn-relu", "maxpool3x3"];

    [Fact]
    public void Decode_RandomParameters_TheCellOfTheMatrix()
    {
        Random random = new SplitMixRandom(5);
        foreach (KurobakoEncoding encoding in KurobakoEncoding.All)
        {
            int valid = 0;
            for (int i = 0; i < 3000; i++)
            {
                double[] parameters = [.. encoding.Parameters.Select(parameter
                    => parameter.Type == KurobakoVariable.Continuous ? Math.Round(random.NextDouble(), 1) * 0.9 : random.Next(parameter.High))];

                encoding.Decode(parameters, out int index);

                Assert.Equal(Expect(encoding.Name, parameters), index);
                valid += index >= 0 ? 1 : 0;
            }

            Assert.InRange(valid, 500, 2900);
        }
    }

    [Fact]
    public void Encode_AnyValidCell_MeansTheSameCell()
    {
        Random random = new SplitMixRandom(6);
        foreach (SearchEncoding searched in SearchEncoding.All.Where(encoding => encoding.HasGenotypes))
        {
            for (int i = 0; i < 1000; i++)
            {
                searched.Draw(random, out Cell cell, out int index);
                if (index >= 0)
                {
                    foreach (KurobakoEncoding encoding in KurobakoEncoding.All)
                    {
                        encoding.Decode(encoding.Encode(cell, index), out int read);
                        Assert.Equal(index, read);
                    }
                }
            }
        }
    }

    [Fact]
    public void Encode_A_KeepsTheRawCell()
    {
        Random random = new SplitMixRandom(7);
        for (int i = 0; i < 1000; i++)
        {
            SearchEncoding.A.Draw(random, out Cell cell, out int index);

            Assert.Equal(cell, KurobakoEncoding.A.Decode(KurobakoEncoding.A.Encode(cell, index), out _));
        }
    }

    [Fact]
    public void Decode_OutOfRange_SaysWhichParameter()
    {
        double[] good = KurobakoEncoding.B.Encode(Space<Nas101>.CellAt(1000), 1000);
        foreach ((int place, double value) in (ReadOnlySpan<(int, double)>)[(0, 3), (1, -1), (5, 21), (13, double.NaN), (7, double.PositiveInfinity)])
        {
            double[] bad = [.. good];
            bad[place] = value;
            KurobakoException failure = Assert.Throws<KurobakoException>(() => KurobakoEncoding.B.Decode(bad, out _));
            Assert.Contains(KurobakoEncoding.B.Parameters[place].Name, failure.Message, StringComparison.Ordinal);
        }

        Assert.Throws<KurobakoException>(() => KurobakoEncoding.B.Decode(good.AsSpan(1), out _));
    }

    /// <summary>From the definition: which edges there are, a matrix filled row by row, the original's validity.</summary>
    private static int Expect(string encoding, double[] parameters)
    {
        double[] edges = parameters[5..];
        HashSet<int> present = encoding switch
        {
            "A" => [.. Enumerable.Range(0, 21).Where(edge => edges[edge] == 1)],
            "B" => [.. edges.Select(edge => (int)edge)],
            _ => [.. Enumerable.Range(0, 21).OrderByDescending(edge => edges[edge + 1]).ThenByDescending(edge => edge).Take((int)edges[0])],
        };
        int[,] matrix = new int[7, 7];
        int number = 0;
        for (int row = 0; row < 7; row++)
        {
            for (int column = row + 1; column < 7; column++)
            {
                matrix[row, column] = present.Contains(number++) ? 1 : 0;
            }
        }

        string[] labels = ["input", .. parameters[..5].Select(operation => s_operations[(int)operation]), "output"];
        try
        {
            return Nas101.Locate(Cell.Create(matrix, labels));
        }
        catch (InvalidCellException)
        {
            return -1;
        }
    }
}
