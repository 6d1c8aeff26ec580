"""Page object of the channel inbox."""

from datetime import timedelta

from PySide6.QtCore import Qt

from desk.actions.inbox import MessageDraft, note_message
from desk.rules.intake import Channel
from desk.ui.screens.inbox.choosing import ServiceChoice
from tests.ui.drivers.desks import CTRL
from tests.ui.drivers.front import FrontDriver


class InboxDriver(FrontDriver):
    """The inbox under a test's hands."""

    start = "inbox"

    def message(self, sender: str, subject: str, **more: object) -> str:
        """A message that came in an hour ago."""
        values = {"channel": Channel.EMAIL, "received_at": self.office.clock() - timedelta(hours=1)} | more
        inbox_id = note_message(self.place, MessageDraft(sender=sender, subject=subject, **values))
        self.settle()
        return inbox_id

    def senders(self) -> list[str]:
        return [row.title for row in self.page.list.rows()]

    def badges(self) -> list[str]:
        return [row.badge for row in self.page.list.rows()]

    def tick_channel(self, channel: Channel) -> None:
        self.tick(self.page.checks.list.boxes[channel.value])
        self.settle()

    def detail(self, channel: Channel) -> str:
        return self.page.checks.list.boxes[channel.value].detail

    def note(self, channel: Channel, sender: str, subject: str, contact: str = "", number: str = "") -> None:
        """F4, the form, Ctrl+Enter."""
        self.press(Qt.Key.Key_F4)
        self.settle()
        form = self.shell.drawer
        self.choose(form.channel, channel.value)
        for field, text in (
            (form.number, number),
            (form.who, sender),
            (form.contact, contact),
            (form.subject, subject),
        ):
            if text:
                self.write(field, text)
        self.press(Qt.Key.Key_Return, CTRL)
        self.settle()

    def set_aside(self, reason: str) -> None:
        self.page.dismiss.click()
        self.settle()
        self.shell.type(reason)
        self.press(Qt.Key.Key_Return)
        if reason:
            self.settle()

    def show_all(self) -> None:
        chips = self.page.shown.group.chips
        chips[0].setFocus()
        self.bot.keyClick(chips[0], Qt.Key.Key_Right)
        self.settle()

    def enter(self) -> None:
        self.bot.keyClick(self.page.list.view, Qt.Key.Key_Return)
        self.settle()

    def offered(self) -> list[str]:
        """Services in the drawer, by their slugs."""
        body = self.window.drawer.body()
        assert isinstance(body, ServiceChoice)
        return [row.key for row in body.list.rows()]

    def register(self, service: str = "") -> None:
        """Enter, the service by arrow keys, Enter."""
        self.enter()
        body = self.window.drawer.body()
        assert isinstance(body, ServiceChoice)
        view = body.list.view
        if service:
            self.bot.keyClick(view, Qt.Key.Key_Home)
        while service and body.list.current() != service:
            before = body.list.current()
            self.bot.keyClick(view, Qt.Key.Key_Down)
            assert body.list.current() != before, f"{service} is not offered"
        self.bot.keyClick(view, Qt.Key.Key_Return)
        self.settle()
