"""The benchmark on what the face mesh shows: small enough to be trained until it stops improving."""
