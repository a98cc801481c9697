# The commands: their titles and what they do.
