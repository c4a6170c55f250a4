"""The vocabulary of trackers: fields, headers, values, and how a sheet nobody prepared for us is understood."""
