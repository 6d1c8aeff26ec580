"""Parts of a form that edit one frozen draft: applicant, proxy, letter, attachments.

Notes:
- A section is no widget: it owns fields and says in `parts` how they lie in the form's grid.
- `show(draft)` fills the fields silently, `read(draft)` gives the draft back with this section's values,
  `mark(problems)` says what is wrong beside each field. Paths are those of the draft (``applicant.phone``).
- Sections never ask the store; what they offer (channels, kinds of applicants) is handed to them.
- `changed` is an officer's edit, `reshaped` says that fields were shown or hidden.
"""
