"""The register officer's desk (P3): letters to pass on, electronic letters to print, the agenda.

Notes:
- Three tabs, each a table with its own buttons; a key works only while its button is seen.
- Passing on prints the lembar disposisi at once, because the sheet travels with the letter.
- New letters are taken in on the counter's form; dispositions from paper on the disposition page.
"""
