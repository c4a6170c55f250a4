"""Edits of a tracker: what is given becomes what the sheet's cells hold, in the manner of each column."""
