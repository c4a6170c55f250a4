"""Edits collected, put into the file in one pass, and verified."""
