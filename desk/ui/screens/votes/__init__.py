"""Votes of elections: kept once, used by every request about them (S1, S2).

Notes:
- The page shows an election by district; what is typed there replaces the district's figures as a whole,
  what is imported those of the whole election; nothing is half taken.
- Only who keeps votes (`Capability.KEEP_VOTES`) has the page in the sidebar.
"""
