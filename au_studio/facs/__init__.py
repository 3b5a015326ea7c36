"""The coding scheme: action units, the 0-5 intensity scale, notation and visibility codes."""
