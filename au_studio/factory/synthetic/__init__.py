"""Synthetic faces: labelled pictures and clips of two rigs, every intensity known exactly."""
