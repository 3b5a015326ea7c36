"""What the method gains, measured: the same trainings on rendered faces, DISFA and BP4D."""
