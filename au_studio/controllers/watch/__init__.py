"""The Watch page: playing, curves that grow, markers."""
