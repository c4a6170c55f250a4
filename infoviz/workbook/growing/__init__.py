"""A list grows: rows, columns and sheets added as Excel adds them."""
