"""The recovery code (P11): a new one is made, its sheet printed or saved, and only then it is in force.

Leaving the page in between changes nothing: the code in force stays the one on the old sheet.
"""
