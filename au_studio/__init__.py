"""AU Studio: facial action unit intensity from video, adapted by coding a random 2 % of the frames."""

__version__ = "0.1.0"
