"""Timestamp index, frame-exact reading, frame cache and audio of a recording."""
