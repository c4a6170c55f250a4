"""Week by week: what was done, whether the goal was met, on which days."""
