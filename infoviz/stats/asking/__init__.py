"""What comes of asks: rates, how long answers take, groups side by side, how many more asks it takes."""
