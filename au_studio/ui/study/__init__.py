"""Dialogs about the study as a whole: its ratings, coders, recordings and backups."""
