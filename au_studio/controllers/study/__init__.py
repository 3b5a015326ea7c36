"""The study's own dialogs: who is in it, what goes in and out, its backups."""
