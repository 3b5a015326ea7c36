"""The study with two models that the tests of the Models page use."""

from model_fixtures import shipped, study

__all__ = ["shipped", "study"]
