"""References inside formulas, what depends on a cell, and what an edit makes out of date."""
