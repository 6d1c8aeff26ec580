"""The frame's part of the style sheet: sidebar, top bar, search, help, sign-in, toasts."""

FRAME = """
QFrame#sidebar { background: $c_sidebar; border: 0; }
QFrame#sidebar QLabel { color: $c_on_sidebar; }
QLabel#office { font-size: $t_lead; font-weight: 700; }
QFrame#sidebar QLabel#workspace, QFrame#sidebar QLabel#more {
  color: $c_on_sidebar_soft; font-size: $t_small; }
QFrame#sidebar QLabel#more { font-weight: 600; letter-spacing: 0.5px; font-size: $t_tiny; }
QFrame#sidebar QLabel#footer { color: $c_on_sidebar; font-size: $t_small; }
QFrame#sidebar QLabel#footerSoft { color: $c_on_sidebar_soft; font-size: $t_small; }
QFrame#sidebar QLabel#footerWarn { color: $c_sidebar_warn; font-size: $t_small; }
QFrame#sidebar QFrame#footRule { background: $c_sidebar_active; border: 0; min-height: 1px; max-height: 1px; }
QPushButton#workspaceChoice { background: transparent; border: 0; color: $c_on_sidebar_soft; text-align: left;
  font-size: $t_small; padding: 2px 4px; margin-left: -4px; border-radius: 4px; }
QPushButton#workspaceChoice::menu-indicator { image: none; width: 0; }
QPushButton#workspaceChoice:hover, QPushButton#workspaceChoice:focus { background: $c_sidebar_hover; }
QScrollArea#navArea, QScrollArea#navArea > QWidget > QWidget { background: $c_sidebar; border: 0; }
QFrame#topbar { background: $c_card; border: 0; border-bottom: 1px solid $c_line; }
QFrame#searchBox { background: $c_sunken; border: 1px solid $c_sunken; border-radius: $r_field; }
QFrame#searchBox[active="true"] { background: $c_card; border: 2px solid $c_focus; }
QLineEdit#globalSearch, QLineEdit#globalSearch:focus, QLineEdit#globalSearch:hover {
  background: transparent; border: 0; padding: 0; min-height: $px20; font-size: $t_body; }
QLabel#keycap { color: $c_ink_mute; font-size: $t_tiny; border: 1px solid $c_line_strong; border-radius: 4px;
  padding: 0 $px5; background: $c_paper; }
QLabel#status { font-size: $t_label; }
QPushButton#person { background: transparent; border: 2px solid transparent; border-radius: $r_field; }
QPushButton#person:hover { background: $c_hover; }
QPushButton#person:focus { border-color: $c_focus; }
QLabel#personName { font-size: $t_label; }
QLabel#personTitle { font-size: $t_tiny; color: $c_ink_mute; }
QFrame#pages { background: $c_paper; border: 0; }
QFrame#searchPanel { background: $c_card; border: 1px solid $c_line_strong; border-radius: $r_field; }
QPushButton#main { background: $c_accent; border: 2px solid $c_accent; border-radius: $r_field;
  color: $c_on_accent; padding: $px9 $px16; font-weight: 600; }
QPushButton#main:hover { background: $c_accent_hover; border-color: $c_accent_hover; }
QPushButton#main:focus { border-color: $c_ink; }
QPushButton#main:disabled { background: $c_line_strong; border-color: $c_line_strong; color: $c_ink_soft; }
QLabel#toast { color: $c_on_sidebar; font-size: $t_label; }
QTextBrowser#help { background: $c_card; border: 0; font-size: $t_body; }
QFrame#welcome { background: $c_sidebar; border: 0; }
QFrame#welcome QLabel { color: $c_on_sidebar; }
QFrame#welcome QLabel#soft { color: $c_on_sidebar_soft; }
QLabel#welcomeOffice { font-size: $px26; font-weight: 700; }
QLabel#refusal { background: $bad_ground; color: $bad_text; border: 1px solid $bad_line;
  border-radius: $r_field; padding: $px8 $px12; }
QLabel#capsHint { color: $warn_text; font-size: $t_small; }
QListWidget#accounts { background: $c_sidebar_hover; border: 2px solid $c_sidebar_hover;
  border-radius: $r_field; }
QListWidget#accounts:focus { border-color: $c_on_sidebar_soft; }
QListWidget#accounts::item { padding: $px7 $px10; color: $c_on_sidebar; border-radius: 6px; }
QListWidget#accounts::item:hover { background: $c_sidebar_active; }
QListWidget#accounts::item:selected { background: $c_accent; color: $c_on_accent; }
QPushButton#scale { background: $c_card; border: 1px solid $c_line_strong; border-radius: $r_field;
  padding: $px6 $px12; }
QPushButton#scale:checked { border: 2px solid $c_accent; font-weight: 700; }
QPushButton#scale:focus { border: 2px solid $c_focus; }
"""
