"""The queue of jobs on the screen: the list, and what closing the window does to it."""
