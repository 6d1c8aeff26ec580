"""The style sheet's text with $names for the tokens; `style.build` fills them in."""

from desk.ui.theme.frame import FRAME

_BASE = """
QWidget { color: $c_ink; font-size: $t_body; }
QMainWindow, QDialog, QWidget#paper { background: $c_paper; }
QToolTip { background: $c_sidebar; color: $c_on_sidebar; border: 0; padding: 6px 8px; font-size: $t_small; }
QLabel { background: transparent; }
QLabel:disabled { color: $c_disabled; }
QLabel[kind="display"] { font-size: $t_display; font-weight: 800; }
QLabel[kind="number"] { font-size: $t_number; font-weight: 800; }
QLabel[kind="title"] { font-size: $t_title; font-weight: 700; }
QLabel[kind="heading"] { font-size: $t_heading; font-weight: 700; }
QLabel[kind="lead"] { font-size: $t_lead; }
QLabel[kind="strong"] { font-weight: 600; }
QLabel[kind="label"] { font-size: $t_label; font-weight: 600; }
QLabel[kind="section"] { font-size: $t_label; font-weight: 600; color: $c_ink_soft; }
QLabel[kind="muted"] { color: $c_ink_mute; }
QLabel[kind="small"] { font-size: $t_small; color: $c_ink_mute; }
QLabel[kind="required"] { font-size: $t_label; font-weight: 700; color: $c_accent; }
QLabel[tone="good"] { color: $good_text; }
QLabel[tone="warn"] { color: $warn_text; }
QLabel[tone="bad"] { color: $bad_text; }
QLabel[tone="accent"] { color: $accent_text; }
QFrame#card { background: $c_card; border: 1px solid $c_line; border-radius: $r_card; }
QFrame#rule { background: $c_line; border: 0; max-height: 1px; min-height: 1px; }
QFrame#upright { background: $c_line; border: 0; max-width: 1px; min-width: 1px; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QComboBox, QFrame#entry {
  background: $c_card; border: 1px solid $c_field_line; border-radius: $r_field;
  selection-background-color: $c_focus; selection-color: $c_card; }
QLineEdit { padding: $px9; min-height: $px18; }
QPlainTextEdit { padding: $px5 $px7; }
QPlainTextEdit:focus { padding: $px4 $px6; }
QComboBox { padding: $px9 $px11; min-height: $px18; }
QLineEdit:hover, QPlainTextEdit:hover, QComboBox:hover { border-color: $c_ink_soft; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus, QComboBox:on { border: 2px solid $c_focus; }
QLineEdit:focus { padding: $px8; min-height: $px18; }
QComboBox:focus, QComboBox:on { padding: $px8 $px10; }
QLineEdit[state="error"], QPlainTextEdit[state="error"], QComboBox[state="error"] {
  border: 1px solid $bad_mark; }
QLineEdit[state="error"]:focus, QPlainTextEdit[state="error"]:focus, QComboBox[state="error"]:focus {
  border: 2px solid $bad_mark; }
QLineEdit[state="warn"], QPlainTextEdit[state="warn"], QComboBox[state="warn"] {
  border: 1px solid $warn_mark; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled {
  background: $c_sunken; color: $c_ink_mute; border-color: $c_line_strong; }
QLineEdit[readOnly="true"], QPlainTextEdit[readOnly="true"] { background: $c_sunken; }
QComboBox[empty="true"] { color: $c_placeholder; }
QLineEdit#search { background: $c_sunken; border-color: $c_sunken; }
QLineEdit#search:focus { background: $c_card; border-color: $c_focus; }
QComboBox::drop-down { border: 0; width: $px32; subcontrol-position: center right; }
QComboBox::down-arrow { image: url("$icons/style-chevron.svg"); width: $px16; height: $px16; }
QComboBox::down-arrow:disabled { image: url("$icons/style-chevron-off.svg"); }
QComboBox QAbstractItemView { background: $c_card; border: 1px solid $c_line_strong; border-radius: 0;
  padding: 4px; outline: 0; selection-background-color: $c_focus_ground; selection-color: $c_ink; }
QComboBox QAbstractItemView::item { min-height: $px30; padding: 0 $px8; border-radius: 4px; color: $c_ink; }
QComboBox QAbstractItemView::item:selected { background: $c_focus_ground; color: $c_ink; }
QLabel#hint { font-size: $t_small; color: $c_ink_mute; }
QLabel#problem { font-size: $t_small; color: $bad_text; }
QLabel#problem[state="warn"] { color: $warn_text; }
QFrame#dropzone { background: $c_hover; border: 1px dashed $c_field_line; border-radius: $r_field; }
QFrame#dropzone[state="over"] { background: $c_focus_ground; border: 2px dashed $c_focus; }
QFrame#dropzone[state="error"] { border: 1px dashed $bad_mark; }
"""

_CHECKS = """
QCheckBox, QRadioButton { spacing: $px9; padding: $px4; border: 2px solid transparent; border-radius: 6px; }
QCheckBox:focus, QRadioButton:focus { border: 2px solid $c_focus; }
QCheckBox::indicator, QRadioButton::indicator {
  width: $px16; height: $px16; border: 1px solid $c_field_line; border-radius: 4px; background: $c_card; }
QRadioButton::indicator { border-radius: $px9; }
QCheckBox::indicator:hover, QRadioButton::indicator:hover { border-color: $c_ink_soft; }
QCheckBox::indicator:checked { background: $good_text; border-color: $good_text;
  image: url("$icons/style-tick.svg"); }
QRadioButton::indicator:checked { background: $c_focus; border-color: $c_focus;
  image: url("$icons/style-dot.svg"); }
QCheckBox::indicator:disabled { background: $c_sunken; border-color: $c_line_strong; }
QCheckBox::indicator:checked:disabled { image: url("$icons/style-tick-off.svg"); }
QCheckBox:disabled, QRadioButton:disabled { color: $c_disabled; }
"""

_LISTS = """
QTableView, QListView, QTreeView { background: $c_card; border: 0; outline: 0; gridline-color: $c_line;
  selection-background-color: $c_selected; selection-color: $c_ink; alternate-background-color: $c_hover; }
QHeaderView { background: transparent; border: 0; }
QHeaderView::section { background: transparent; color: $c_ink_mute; font-size: $t_small; font-weight: 600;
  border: 0; border-bottom: 1px solid $c_line_strong; padding: $px6 $px8; }
QHeaderView::section:hover { color: $c_ink; }
QHeaderView::up-arrow { image: url("$icons/style-up.svg"); width: $px12; height: $px12; }
QHeaderView::down-arrow { image: url("$icons/style-chevron.svg"); width: $px12; height: $px12; }
QTableCornerButton::section { background: transparent; border: 0; }
QFrame#popup { background: $c_card; border: 1px solid $c_line_strong; border-radius: $r_field; }
"""

_BARS = """
QScrollArea { background: transparent; border: 0; }
QScrollArea > QWidget > QWidget#scrolled { background: transparent; }
QScrollBar:vertical { background: transparent; width: 12px; margin: 0; }
QScrollBar:horizontal { background: transparent; height: 12px; margin: 0; }
QScrollBar::handle { background: $c_line_strong; border-radius: 4px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover { background: $c_ink_mute; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { background: $c_line; border: 0; border-radius: 3px; max-height: 6px; min-height: 6px; }
QProgressBar::chunk { background: $c_accent; border-radius: 3px; }
QTabBar { background: transparent; border: 0; }
QTabBar::tab { background: transparent; color: $c_ink_soft; border: 0; border-bottom: 2px solid transparent;
  padding: $px6 $px2 $px8 $px2; margin-right: $px18; }
QTabBar::tab:hover { color: $c_ink; border-bottom-color: $c_line_strong; }
QTabBar::tab:selected { color: $c_ink; font-weight: 700; border-bottom-color: $c_accent; }
QTabBar:focus { outline: 0; }
QTabBar::tab:selected:focus { color: $c_focus; border-bottom-color: $c_focus; }
QTabBar QToolButton { background: $c_card; border: 1px solid $c_line; border-radius: 4px; }
QTabBar QToolButton::left-arrow { image: url("$icons/style-left.svg"); }
QTabBar QToolButton::right-arrow { image: url("$icons/style-right.svg"); }
QMenu { background: $c_card; border: 1px solid $c_line_strong; padding: 4px; }
QMenu::item { padding: $px7 $px16; border-radius: 4px; }
QMenu::item:selected { background: $c_focus_ground; color: $c_ink; }
QSplitter::handle { background: transparent; }
"""

_CALENDAR = """
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $c_card; border-bottom: 1px solid $c_line; }
QCalendarWidget QToolButton { background: transparent; border: 0; border-radius: 6px; padding: $px6 $px8;
  font-weight: 600; color: $c_ink; }
QCalendarWidget QToolButton:hover { background: $c_sunken; }
QCalendarWidget QToolButton:focus { border: 2px solid $c_focus; }
QCalendarWidget QToolButton::menu-indicator { image: none; width: 0; }
QCalendarWidget QAbstractItemView { background: $c_card; color: $c_ink; selection-background-color: $c_accent;
  selection-color: $c_on_accent; }
QCalendarWidget QAbstractItemView:disabled { color: $c_disabled; }
QCalendarWidget QSpinBox { background: $c_card; border: 1px solid $c_field_line; padding: 2px; }
"""

SHEET = _BASE + _FIELDS + _CHECKS + _LISTS + _BARS + _CALENDAR + FRAME
"""The whole sheet; `$$` would be a plain dollar sign."""
