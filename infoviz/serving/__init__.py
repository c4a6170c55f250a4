"""What carries the notebooks: where they are kept, which tracker they open, the servers that show them."""
