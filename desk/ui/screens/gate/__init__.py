"""The gate (P1): register a visitor, who is inside, visitor cards, the guards' notes (G1–G3).

``register`` is the form beside today's guestbook (``visit_form`` is the form alone, ``parts`` reads its
free fields); ``inside`` sees visitors off, ``leaving`` holds its two forms in the drawer; ``cards`` and
``notes`` are a page each. Lists refresh through the hub; registrations and departures can be taken back.
"""
