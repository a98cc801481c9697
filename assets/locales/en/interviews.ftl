# What the Interviews screen says.
