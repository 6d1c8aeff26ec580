"""Entry fields: label, editor, hint, and the problem said beside the field itself.

Notes:
- Every field is a `Field[V]`: `value()`, `set_value(v)` (silent), `mark(message | None)`, `changed` (an
  officer's edit only, never `set_value`). An edit takes the mark away; the screen marks anew when it
  validates.
- Fields judge nothing about services; checks come in as callables. Time comes in as a callable (`today`).
- Everything works by keyboard: Tab leaves every editor, Ctrl+Enter is never swallowed, the mouse wheel
  never changes a value.
"""

from desk.ui.fields.base import Field
from desk.ui.fields.checks import CheckItem, CheckList
from desk.ui.fields.chips import ChipChoice
from desk.ui.fields.choice import Choice, ChoiceField
from desk.ui.fields.dates import DateField, TimeField
from desk.ui.fields.files import FileField
from desk.ui.fields.grid import GridColumn, GridField
from desk.ui.fields.identity import NikField, PhoneField
from desk.ui.fields.numbers import MoneyField, NumberField
from desk.ui.fields.suggest import SuggestEdit, SuggestField, Suggestion
from desk.ui.fields.text import SecretField, TextAreaField, TextField

__all__ = [
    "CheckItem",
    "CheckList",
    "ChipChoice",
    "Choice",
    "ChoiceField",
    "DateField",
    "Field",
    "FileField",
    "GridColumn",
    "GridField",
    "MoneyField",
    "NikField",
    "NumberField",
    "PhoneField",
    "SecretField",
    "SuggestEdit",
    "SuggestField",
    "Suggestion",
    "TextAreaField",
    "TextField",
    "TimeField",
]
