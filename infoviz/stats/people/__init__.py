"""Whom one knows: how the network grows, who introduced whom, what was promised."""
