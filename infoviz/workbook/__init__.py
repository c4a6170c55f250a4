"""Files, sheets and cells: read with their addresses, patched without touching anything else."""
