"""One worksheet while its cells are edited."""
