"""What only builds and measures the model that ships; no other room imports it."""
