"""Intervals, curves and differences: numbers in, numbers out; no tracker is known here."""
