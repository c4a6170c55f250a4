"""The sample tracker: an invented search of thirty weeks, and the workbook it is kept in."""
