"""AU Studio for other Python programs; ``import au_studio`` gives all of it."""
