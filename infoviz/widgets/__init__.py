"""Faces in a notebook: look at a tracker, write in it, see this week, see how it was understood."""
