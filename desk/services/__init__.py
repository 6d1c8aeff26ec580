"""Services: one pure module per service with its draft, ``validate(draft) -> problems`` and what is special
to it.

Drafts are frozen dataclasses that screens replace field by field and the store of drafts keeps as JSON.
Nothing here reads a clock, a file or a database; requirements and stages come in as arguments from the
standard and the calendar.

``common`` applicant, proxy, letter, problems, checklist, JSON · ``informasi`` public-information requests ·
``grounds`` legal grounds of refusal.
"""
