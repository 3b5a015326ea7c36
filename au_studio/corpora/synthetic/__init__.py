"""Synthetic faces: labelled pictures and clips of two rigs, with the intensity of every frame known exactly."""
