"""The page of one case, shared by every workspace.

Notes:
- `page.py` assembles; `words`, `progress`, `timeline`, `offers` are pure and know no widget.
- Everything is read by one query (`desk.queries.casefile.case_file`), so that a page is never half new.
- Buttons come from `workflow.allowed` by way of `offers.offers`: the page itself knows no verb's rights.
- A field somebody types in is never written by a refresh; unfinished answers live in drafts of this PC.
"""
