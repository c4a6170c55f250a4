"""A whole workbook read: its layout, its contacts, its paper trail, and what could not be understood."""
