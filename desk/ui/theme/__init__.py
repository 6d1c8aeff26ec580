"""How every window looks: tokens, one style sheet, fonts, icons, and the check for cut texts.

Notes:
- `tokens` are numbers and colours only (no Qt); everything visible is derived from them.
- The one style sheet hangs on the QApplication, never on a window or widget: there it would be read
  again, and matched once more for each widget below.
- `style.apply(app, scale)` is called once by whoever builds the QApplication and again when the officer
  changes the text size (build the window anew after that). Widgets ask `style.scaled(px)`
  for sizes that grow with the text, never a bare pixel number.
- State is never colour alone: a tone always comes with a word or an icon.
"""
