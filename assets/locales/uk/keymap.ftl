# Файл клавіш: що в ньому не так. Назви команд і клавіш стоять так, як у файлі.

cli-keymap-file = Файл клавіш: { $file }
cli-keymap-whole = {"  "}{ $why }
problem-keymap = клавіші з { $file } не враховано; діють звичайні
problem-keymap-hint = виправте ці рядки; `viche settings --help` показує приклад
notice-keymap =
    { $problems ->
        [one] { $file }: { $problems } помилка, рядок { $line }: { $why }; див. `viche settings`. Діють звичайні клавіші.
        [few] { $file }: { $problems } помилки, рядок { $line }: { $why }; див. `viche settings`. Діють звичайні клавіші.
        [many] { $file }: { $problems } помилок, рядок { $line }: { $why }; див. `viche settings`. Діють звичайні клавіші.
       *[other] { $file }: { $problems } помилки, рядок { $line }: { $why }; див. `viche settings`. Діють звичайні клавіші.
    }
notice-keymap-file = { $file }: { $why }; див. `viche settings`. Діють звичайні клавіші.
keymap-unreadable = його не вдалося прочитати: { $why }
keymap-not-text = це не текстовий файл
keymap-too-large = у ньому понад { $kibibytes-max } КіБ, а таких довгих не буває
keymap-not-keys = для { $name } потрібна клавіша, як-от "b", або список клавіш, як-от ["b", "Ctrl+B"]
keymap-no-command = команди «{ $name }» немає
keymap-no-key = клавіші «{ $key }» немає
keymap-fixed = { $key } завжди означає одне й те саме, командам її не дають
keymap-too-many = у { $name } більше ніж { $keys-max } клавіші
keymap-taken = { $key } для { $name } — це вже клавіша { $other }

## viche man

problem-no-manual = немає команди «{ $name }», що мала б сторінку довідки
problem-no-manual-hint = усі перелічує `viche --help`
