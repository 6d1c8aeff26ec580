"""The front office's list of cases: open or all, found by text, most pressing first.

`reading` asks the store and is shared with the sidebar's counts and the hand-over page; `papers` is the small
form that ticks papers which came in later.
"""
