"""The education calendar (Go Vote): events of voter education by month and week, and what they book (S7).

Notes:
- The calendar is one painted widget (`grid`) with a day in hand; months and weeks only paint it. All that it
  shows is in `shown`, without Qt.
- Whoever works on cases looks at it; only who plans events (`Capability.PLAN_EVENTS`) changes it.
- What is in the way of a booking stands beside the thing before saving, and is said again by the action.
"""
