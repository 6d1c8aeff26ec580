"""The devices of the office's network (P11): how each stands, a code for a new one, an end for a lost one.

The page asks for the server administrator's password with each use and keeps it nowhere; what it shows is how
the server stood at that moment.
"""
