"""Recordings: the timestamp index, frame-exact reading, the frame cache, audio and the content hash."""
