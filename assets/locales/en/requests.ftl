# What the Requests screen says.
