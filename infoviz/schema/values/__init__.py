"""What a single value is: a date, a number, yes or no, or two things in one cell."""
