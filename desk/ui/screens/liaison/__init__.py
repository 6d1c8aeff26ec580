"""The desk of the Tim Penghubung: forms on their way to the PPID (S3, P8).

Notes:
- One page, one in-tray: name how open the information is, then pass it on, give it at once, or return it.
- Giving at once is offered for open kinds only; the action checks it again with the flow's table.
"""
