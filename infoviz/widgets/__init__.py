"""Faces in a notebook: tables and charts that are explored and edited there."""
