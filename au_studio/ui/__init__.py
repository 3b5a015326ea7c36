"""Windows, views, plots, theme and key map."""
