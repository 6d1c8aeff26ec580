"""The desk of the PPID: requests that wait for a decision (S3, P8).

Notes:
- The decision is the form of `desk.ui.screens.decision`, with the section named that prepares the answer.
- Data may be asked for first; the request comes back here when the section has handed it over.
- An unfinished decision lives in the drafts of this PC, one for each request.
"""
