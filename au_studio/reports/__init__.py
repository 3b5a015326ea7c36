"""A report of one recording or person: what was read, pictures of peaks, the model, and what to beware of."""
