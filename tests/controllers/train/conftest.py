"""The rated study that the tests of the Train page use."""

from training_fixtures import rated_study

__all__ = ["rated_study"]
