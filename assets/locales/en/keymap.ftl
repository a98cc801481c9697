# The keymap file: what is wrong in it. Names of commands and keys stand as they are in the file.

cli-keymap-file = Keymap file: { $file }
cli-keymap-whole = {"  "}{ $why }
problem-keymap = the keymap in { $file } is left out; the usual keys hold
problem-keymap-hint = correct these lines; `viche settings --help` shows an example
notice-keymap =
    { $problems ->
        [one] { $file }: { $problems } problem, line { $line }: { $why }; see `viche settings`. The usual keys hold.
       *[other] { $file }: { $problems } problems, line { $line }: { $why }; see `viche settings`. The usual keys hold.
    }
notice-keymap-file = { $file }: { $why }; see `viche settings`. The usual keys hold.
keymap-unreadable = it can’t be read: { $why }
keymap-not-text = this is not a text file
keymap-too-large = it has more than { $kibibytes-max } KiB, and no keymap is so long
keymap-not-keys = { $name } needs a key such as "b", or a list of keys such as ["b", "Ctrl+B"]
keymap-no-command = there is no command “{ $name }”
keymap-no-key = there is no key “{ $key }”
keymap-fixed = { $key } always means the same and can’t be given to a command
keymap-too-many = { $name } has more than { $keys-max } keys
keymap-taken = { $key } of { $name } is also a key of { $other }

## viche man

problem-no-manual = there is no command “{ $name }” with a manual page
problem-no-manual-hint = `viche --help` lists them
