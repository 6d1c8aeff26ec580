"""The only place that builds the object graph: store, standards, ports, windows.

``house`` opens an office's data once per process · ``adapters`` and ``signing_in`` are the small classes that
fill the screens' ports · ``desktop`` runs the windows · ``doors`` is what the command line opens. Qt is
imported by ``desktop`` alone; the store, the log and the ports of other windows only when a folder is really
opened, so that the sign-in window is painted first.
"""

from desk.bootstrap.doors import has_display, open_demo, open_office

__all__ = ["has_display", "open_demo", "open_office"]
