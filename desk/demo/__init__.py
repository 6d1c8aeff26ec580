"""The filled demo offices and the tour.

``people`` names everybody, ``story`` and ``events`` are the words in which ``running``, ``finished``,
``letter_path`` and a module for each service tell what happened to each request; ``visitors``,
``whereabouts`` and ``channels`` add the gate and the inbox. ``regency`` puts it all together; ``province``
and ``city`` are the smaller offices of the other standards (``casts``).
All of it is noted in a diary (``agenda``) and lived in the order of time by ``filling``, through the real
actions, so that the demo office keeps every rule a real one keeps. ``opening`` shows it in windows;
``tour`` drives those windows through a day. Nothing heavy is imported before it is used.
"""

from importlib import import_module


def run(role: str = "", standard: str = "ksb") -> int:
    """Open a demo office in a throw-away folder; with a role, signed in as that role's person.

    Raises:
        UnknownRoleError: nobody holds such a role.
        UnknownStandardError: no demo office goes by that standard.
    """
    return int(import_module("desk.demo.opening").run(role, standard))


def tour_instead() -> int:
    """Without a display: run the tour into a new folder and say where its pictures are."""
    return int(import_module("desk.demo.tour").instead())
