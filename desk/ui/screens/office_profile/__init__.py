"""The office's profile: what stands on its papers, and the standard it goes by (P11).

Notes:
- Beside the form stands what the standard chosen means, before it is saved: its decree, since when, its
  services, and those that the office offers now and then no more.
- What is typed is kept until it is saved; a colleague's change meanwhile is told, never written over.
"""
