# The settings: their names and what they do.

setting-language = the language of the screens; "sprint" follows the sprint's own
setting-theme = "terminal" takes the terminal's own colours; "dark", "light" and "projector" paint their ground, "projector" to be read from afar
setting-colour = how many colours are used; "auto" goes by what the terminal says of itself
setting-hints = whether the bottom line shows the keys that matter now
setting-mouse = Clicks, drags and the wheel; off leaves the mouse to the terminal’s own selection
setting-motion = whether rows slide to their new places; "auto" does without over SSH
