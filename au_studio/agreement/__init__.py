"""Who agrees with whom: raters, tables, comparisons, consensus, differences of models; no Qt."""
