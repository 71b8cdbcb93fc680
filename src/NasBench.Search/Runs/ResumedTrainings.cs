namespace NasBench.Search;

/// <summary>
/// The trainings of each class that a longer one can go on from: kurobako's rule, where a trial keeps its repeat and only the difference is charged. The
/// longest one that is shorter is taken, and of equally long ones the latest.
/// </summary>
/// <param name="epochs">The numbers of epochs that the data hold, ascending.</param>
internal sealed class ResumedTrainings(int[] epochs)
{
    private readonly Dictionary<(int Index, int Epochs), (int Repeat, double Seconds)> _latest = [];

    /// <summary>Finds the training that a longer one goes on from.</summary>
    /// <param name="index">The index of the class.</param>
    /// <param name="longer">The epochs of the longer training.</param>
    /// <param name="training">What was trained: fewer epochs, with this repeat, for so many seconds.</param>
    public bool TryFind(int index, int longer, out (int Epochs, int Repeat, double Seconds) training)
    {
        for (int position = epochs.Length - 1; position >= 0; position--)
        {
            if (epochs[position] < longer && _latest.TryGetValue((index, epochs[position]), out (int Repeat, double Seconds) found))
            {
                training = (epochs[position], found.Repeat, found.Seconds);
                return true;
            }
        }

        training = default;
        return false;
    }

    /// <summary>Keeps a training as the latest one of its class and length.</summary>
    public void Keep(int index, int length, int repeat, double seconds) => _latest[(index, length)] = (repeat, seconds);
}
