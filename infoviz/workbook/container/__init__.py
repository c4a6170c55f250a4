"""The zip, and the XML parts in it."""
