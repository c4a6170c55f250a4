"""Tests in a real browser. Its own package, so that browser and servers end before the next folder's tests begin."""
