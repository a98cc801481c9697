# The settings: their names and what they do.
