# What the Themes screen says.
