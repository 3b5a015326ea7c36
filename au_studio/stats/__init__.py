"""Agreement between ratings, error measures and bootstrap intervals."""
