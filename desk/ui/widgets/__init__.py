"""The building blocks of screens beside the entry fields: cards, buttons, tables, sheets, toasts.

Notes:
- `widgets` knows only `theme`; `fields` may use `widgets`; screens use both. No business word lives here.
- Buttons show and own their shortcut (`PrimaryButton("Panggil berikut", "F2")`), so the sign on the button
  and the key can never differ.
- News is never a modal box: `Banner` stays in the page, `ToastLayer` passes by, `Drawer` holds a small form.
- Overlays (`Drawer`, `ToastLayer`) are children of the window and follow its size.
"""

from desk.ui.widgets.badge import Badge
from desk.ui.widgets.banner import Banner, DraftBanner, ProgressLine
from desk.ui.widgets.buttons import (
    Button,
    DangerButton,
    GhostButton,
    IconButton,
    LinkButton,
    PrimaryButton,
    SecondaryButton,
)
from desk.ui.widgets.card import Card, Heading, KeyCap, KeyHints, SectionTitle, Stat
from desk.ui.widgets.columns import ButtonBar, Columns
from desk.ui.widgets.drawer import Drawer
from desk.ui.widgets.empty import EmptyState
from desk.ui.widgets.form import FormGrid, ScrollPage
from desk.ui.widgets.pager import Pager
from desk.ui.widgets.rowlist import RowItem, RowList
from desk.ui.widgets.signature import SignaturePad
from desk.ui.widgets.steps import Step, StepBar, StepState
from desk.ui.widgets.table import Column, RowTable
from desk.ui.widgets.tabs import TabPages
from desk.ui.widgets.toast import ToastLayer

__all__ = [
    "Badge",
    "Banner",
    "Button",
    "ButtonBar",
    "Card",
    "Column",
    "Columns",
    "DangerButton",
    "DraftBanner",
    "Drawer",
    "EmptyState",
    "FormGrid",
    "GhostButton",
    "Heading",
    "IconButton",
    "KeyCap",
    "KeyHints",
    "LinkButton",
    "Pager",
    "PrimaryButton",
    "ProgressLine",
    "RowItem",
    "RowList",
    "RowTable",
    "ScrollPage",
    "SecondaryButton",
    "SectionTitle",
    "SignaturePad",
    "Stat",
    "Step",
    "StepBar",
    "StepState",
    "TabPages",
    "ToastLayer",
]
