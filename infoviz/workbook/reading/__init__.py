"""The cells of a sheet, read."""
