"""Text files of rows and columns."""
