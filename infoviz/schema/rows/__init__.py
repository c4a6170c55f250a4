"""Where a table begins, and which of its rows are records."""
