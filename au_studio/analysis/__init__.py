"""From a recording to intensities, streaming, and the dense arrays on disk."""
