"""Workspaces: which pages a role gets in its sidebar, built only when first visited."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from importlib import import_module

from PySide6.QtWidgets import QWidget

from desk.ui.runtime.context import ScreenContext
from desk.ui.runtime.page import Page

Build = Callable[[ScreenContext, QWidget], Page]
"""Makes a page inside the widget that will show it: built outside, Qt would dress all of it again there."""


@dataclass(frozen=True, slots=True)
class PageEntry:
    """A line of the sidebar (or, ``hidden``, a page reached from others, shown ``under`` a line).

    Attributes:
        badge: Cheap count for the sidebar before the page exists; asked again when ``badge_watches`` change.
        more: Listed under LAINNYA.
        only: Whether an officer has the page at all; None: yes.
    """

    page_id: str
    title: str
    build: Build
    icon: str = ""
    more: bool = False
    hidden: bool = False
    under: str = ""
    badge: Callable[[ScreenContext], int] | None = None
    badge_watches: frozenset[str] = field(default_factory=frozenset)
    only: Callable[[ScreenContext], bool] | None = None


@dataclass(frozen=True, slots=True)
class Lazily:
    """Builder of a page that is imported on the first visit, keeping sign-in quick."""

    path: str

    def load(self) -> type[Page]:
        """Import the page's class; makes no widget, so any thread may do it ahead."""
        module, _, name = self.path.partition(":")
        page = getattr(import_module(module), name)
        if not (isinstance(page, type) and issubclass(page, Page)):
            raise TypeError(f"{self.path} is not a Page")
        return page

    def __call__(self, ctx: ScreenContext, parent: QWidget) -> Page:
        """The page."""
        return self.load()(ctx, parent)


def lazily(path: str) -> Lazily:
    """Builder of the page at ``"package.module:PageClass"``."""
    return Lazily(path)


def entry(page: type[Page], **changes: object) -> PageEntry:
    """Entry of a page class already imported: id, title and icon are the class's own."""
    known = {"page_id": page.page_id, "title": page.title, "build": page, "icon": page.icon}
    return PageEntry(**(known | changes))  # type: ignore[arg-type]


@dataclass(frozen=True, slots=True)
class Workspace:
    """The desk of a role: ``label`` under the office's name, pages in sidebar order, first = start page.

    Attributes:
        roles: Roles that get this workspace.
        opens: Which page shows a search hit of a kind (``visit``, ``letter``, ``ticket``); it is activated
            with ``<kind>_id``. Cases open the page ``case`` by themselves.
    """

    id: str
    label: str
    pages: tuple[PageEntry, ...]
    roles: frozenset[str] = frozenset()
    opens: Mapping[str, str] = field(default_factory=dict)

    def page(self, page_id: str) -> PageEntry | None:
        """The entry of that id."""
        return next((page for page in self.pages if page.page_id == page_id), None)


def fitting(workspace: Workspace, ctx: ScreenContext) -> Workspace:
    """A workspace with the pages that this officer has."""
    shown = tuple(page for page in workspace.pages if page.only is None or page.only(ctx))
    return replace(workspace, pages=shown)


def workspaces_for(roles: Iterable[str], known: Iterable[Workspace]) -> tuple[Workspace, ...]:
    """Workspaces of ``known`` that one of these roles opens, in their order."""
    mine = frozenset(roles)
    return tuple(workspace for workspace in known if workspace.roles & mine)
