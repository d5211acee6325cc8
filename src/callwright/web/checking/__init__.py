"""The open page: a line, what is known of the call, and the verdict while it is typed. Nothing is stored."""
