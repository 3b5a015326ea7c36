"""How good a model is on frames that it has not learned from."""
