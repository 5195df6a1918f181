"""Speed, always as a ratio beside something else on the same machine: `make bench`."""
