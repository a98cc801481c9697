# What the Priorities screen says.
