"""The Agree page: raters compared, and their consensus."""
