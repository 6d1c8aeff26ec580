"""The channel inbox: each channel's daily check, the messages that came in, and what becomes of them (C1).

`page` is the screen, `note` the form that writes a message in, `reason` the one that sets a message aside.
"""
