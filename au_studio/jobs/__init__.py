"""Long work in a child process: job file, protocol, progress, stop and cancel."""
