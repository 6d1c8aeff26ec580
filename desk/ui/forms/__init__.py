"""One form per service: it names its sections and what is unique to the service.

Notes:
- `sheet.FormSheet` is what every sheet of a form has; `form_shell.FormShell` takes requests in,
  `correcting.CorrectionSheet` corrects a form that is registered.
- `service_form.ServiceForm` is what a service adds (`letter_form`: asked for by letter; `track_form`: by
  several ways); `judging` reads the draft into checklist, category and
  due date while somebody types (pure, through ``desk.services.<slug>.intake``).
- One `Filled` (draft of the service + `Around`) is what is kept as a draft and saved as a case.
"""
