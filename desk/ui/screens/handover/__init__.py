"""Handing results over: who received it, how, against which signature (L3/III.B.2.a.5, R4).

`page` lists the cases at hand-over, `sheet` is the form of one of them, `fee` takes the cost of copies first.
"""
