"""The Models page: the library of models with their lineage and cards, and the comparison of two of them."""
