"""The left panel of a counter: who is served, the keys that move the queue, who waits (Q1, Q2 (screen)).

``panel.QueuePanel`` is reused by every screen at a counter; it refreshes itself, owns its keys (F2, F3,
F6–F9) and tells the screen by ``serving_changed`` whom the counter has in hand. ``steps`` holds what each key
does, ``transfer`` the small form of *Alihkan*.
"""
