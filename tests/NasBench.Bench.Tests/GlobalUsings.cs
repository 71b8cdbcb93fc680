global using NasBench.TestUtilities;
