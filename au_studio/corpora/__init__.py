"""Readers and makers of training corpora."""
