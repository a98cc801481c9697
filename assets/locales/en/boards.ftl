# The screen of that name.
