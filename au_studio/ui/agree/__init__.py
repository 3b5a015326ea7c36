"""The page Agree: how two raters agree, where they differ, and what they settle on."""
