"""Other queues, asked the same questions in the same run; `make bench-field` installs and runs them."""
