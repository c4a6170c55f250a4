"""What people write for answers and for where things stand, and what it proves."""
