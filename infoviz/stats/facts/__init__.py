"""What a tracker says, as arrays: who was asked, what happened on which day, and what cannot be quite right."""
