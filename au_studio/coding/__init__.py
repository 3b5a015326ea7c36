"""What coders do: session, pace, pictures, whose face was rated, edits and undo; no Qt."""
