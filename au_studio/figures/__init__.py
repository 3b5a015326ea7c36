"""Figures for papers: light, told apart without colour, as PNG, SVG or PDF; no Qt."""
