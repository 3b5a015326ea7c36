"""User intentions in, display state out; QtCore only."""
