"""The Models page: the models at hand, compared, passed on and taken in."""
