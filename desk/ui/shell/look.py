"""Style sheet of the frame (sidebar, top bar, search, help, sign-in), built from the tokens."""

from string import Template

from desk.ui.runtime.ports import Memory
from desk.ui.theme.style import scaled
from desk.ui.theme.tokens import COLOURS, RADIUS, SCALES, TONES, TYPE

_SHEET = Template("""
QFrame#sidebar { background: $sidebar; border: 0; }
QFrame#sidebar QLabel { color: $on_sidebar; }
QLabel#office { font-size: $lead; font-weight: 700; }
QFrame#sidebar QLabel#workspace, QFrame#sidebar QLabel#more { color: $on_sidebar_soft; font-size: $small; }
QFrame#sidebar QLabel#more { font-weight: 600; letter-spacing: 0.5px; font-size: $tiny; }
QFrame#sidebar QLabel#footer { color: $on_sidebar; font-size: $small; }
QFrame#sidebar QLabel#footerSoft { color: $on_sidebar_soft; font-size: $small; }
QFrame#sidebar QLabel#footerWarn { color: $sidebar_warn; font-size: $small; }
QFrame#sidebar QFrame#footRule { background: $sidebar_active; border: 0; min-height: 1px; max-height: 1px; }
QPushButton#workspaceChoice { background: transparent; border: 0; color: $on_sidebar_soft; text-align: left;
  font-size: $small; padding: 2px 4px; margin-left: -4px; border-radius: 4px; }
QPushButton#workspaceChoice::menu-indicator { image: none; width: 0; }
QPushButton#workspaceChoice:hover, QPushButton#workspaceChoice:focus { background: $sidebar_hover; }
QScrollArea#navArea, QScrollArea#navArea > QWidget > QWidget { background: $sidebar; border: 0; }
QFrame#topbar { background: $card; border: 0; border-bottom: 1px solid $line; }
QFrame#searchBox { background: $sunken; border: 1px solid $sunken; border-radius: $r_field; }
QFrame#searchBox[active="true"] { background: $card; border: 2px solid $focus; }
QLineEdit#globalSearch, QLineEdit#globalSearch:focus, QLineEdit#globalSearch:hover {
  background: transparent; border: 0; padding: 0; min-height: $px20; font-size: $body; }
QLabel#keycap { color: $ink_mute; font-size: $tiny; border: 1px solid $line_strong; border-radius: 4px;
  padding: 0 $px5; background: $paper; }
QLabel#status { font-size: $label; }
QPushButton#person { background: transparent; border: 2px solid transparent; border-radius: $r_field; }
QPushButton#person:hover { background: $hover; }
QPushButton#person:focus { border-color: $focus; }
QLabel#personName { font-size: $label; }
QLabel#personTitle { font-size: $tiny; color: $ink_mute; }
QFrame#pages { background: $paper; border: 0; }
QFrame#searchPanel { background: $card; border: 1px solid $line_strong; border-radius: $r_field; }
QPushButton#main { background: $accent; border: 2px solid $accent; border-radius: $r_field; color: $on_accent;
  padding: $px9 $px16; font-weight: 600; }
QPushButton#main:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton#main:focus { border-color: $ink; }
QPushButton#main:disabled { background: $line_strong; border-color: $line_strong; color: $ink_soft; }
QTextBrowser#help { background: $card; border: 0; font-size: $body; }
QFrame#welcome { background: $sidebar; border: 0; }
QFrame#welcome QLabel { color: $on_sidebar; }
QFrame#welcome QLabel#soft { color: $on_sidebar_soft; }
QLabel#welcomeOffice { font-size: $px26; font-weight: 700; }
QLabel#refusal { background: $bad_ground; color: $bad_text; border: 1px solid $bad_line;
  border-radius: $r_field; padding: $px8 $px12; }
QLabel#capsHint { color: $warn_text; font-size: $small; }
QListWidget#accounts { background: $sidebar_hover; border: 2px solid $sidebar_hover;
  border-radius: $r_field; }
QListWidget#accounts:focus { border-color: $on_sidebar_soft; }
QListWidget#accounts::item { padding: $px7 $px10; color: $on_sidebar; border-radius: 6px; }
QListWidget#accounts::item:hover { background: $sidebar_active; }
QListWidget#accounts::item:selected { background: $accent; color: $on_accent; }
QPushButton#scale { background: $card; border: 1px solid $line_strong; border-radius: $r_field;
  padding: $px6 $px12; }
QPushButton#scale:checked { border: 2px solid $accent; font-weight: 700; }
QPushButton#scale:focus { border: 2px solid $focus; }
""")


def remembered_scale(memory: Memory) -> float:
    """The text scale chosen on this PC (1.0 when none, or none of those offered)."""
    kept = memory.recall("text.scale")
    return next((scale for scale in SCALES if str(scale) == kept), 1.0)


def sheet() -> str:
    """The frame's style sheet at the text scale in force."""
    words = dict(vars(COLOURS).items())
    words |= {name: f"{scaled(px)}px" for name, px in vars(TYPE).items()}
    words |= {f"px{n}": f"{scaled(n)}px" for n in range(1, 41)}
    words |= {f"r_{name}": f"{px}px" for name, px in vars(RADIUS).items()}
    for tone, colours in TONES.items():
        words |= {f"{tone}_{part}": value for part, value in vars(colours).items()}
    return _SHEET.substitute(words)
