"""The page kit: what every paper is put together from.

A paper is a list of ``Block``: each knows its height and draws itself at a left edge and a top. ``press``
turns blocks into PDF bytes: on sheets (with page breaks), as two halves of one sheet, or on a roll as long as
its content. ``text`` sets lines, ``table`` arranges them, ``letterhead``, ``signature`` and ``marks`` draw
what official papers share, ``words`` speaks Indonesian. All lengths are PDF points.
"""
