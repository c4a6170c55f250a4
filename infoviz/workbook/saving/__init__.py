"""A file replaced on disk: wholly or not at all."""
