"""A study on disk: recordings, coders, samples, ratings, models, history."""
