"""Conditions of a study compared: what persons' faces do in one and in another."""
