# The settings: their names and what they do.

setting-language = the language of the screens; "sprint" follows the sprint's own
setting-colour = "terminal" takes the terminal's own colours, "none" does without
setting-hints = whether the bottom line shows the keys that matter now
setting-mouse = Clicks, drags and the wheel; off leaves the mouse to the terminal’s own selection
