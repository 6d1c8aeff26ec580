"""The counter (loket): the queue at the left, the form of the service in the middle.

Notes:
- `page.CounterPage` joins two parts that know nothing of each other: the queue panel says whom the counter
  serves, the form sheet says that a case was opened.
- `prefill` turns a visitor or a channel's message into a form; what was typed before is put aside.
- `spoken` is the ten-second log of a spoken answer (S3), `drafts` the list of forms put aside.
"""
