"""The Watch page: picture, bars, curves and transport of one recording."""
