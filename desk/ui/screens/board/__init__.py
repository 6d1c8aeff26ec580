"""The public board (P10, Q2): now served, the latest call, who waits, a running text, the clock.

``layout`` places everything for any screen, lying or standing; ``paint`` draws it; ``view`` reads the data,
keeps the clock and the highlight of a new call; ``window`` is the full screen of ``desk --kiosk``. The query
behind it reads labels and counters only. A voice comes later, by the signal ``view.BoardView.called``.
"""
