"""Stage 1: learning without ratings, from movement or the future."""
