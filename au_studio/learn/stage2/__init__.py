"""Stage 2: learning from few ratings."""
