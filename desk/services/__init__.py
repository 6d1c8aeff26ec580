"""Services: what each of them asks, decides, answers and keeps. Pure: nothing here reads a clock, a file or a
database; standard, stage and other cases come in as arguments.

Notes:

- A service is the module of its slug (``informasi``, ``magang``): the draft of its form, a frozen dataclass
  that screens replace field by field and the store keeps as JSON, and ``KIT``, everything the program asks of
  it (``catalog.ServiceKit``). What a service does not say is what most of them do. A module that grows puts a
  subject of its own beside it under its name (``informasi_answers``, ``magang_places``).
- What they share: ``common`` applicant, proxy, letter, problems, checklist · ``letter_request`` requests by
  letter to the chair · ``answering`` decisions, papers, starting texts · ``grounds`` legal grounds of refusal
  · ``disposition``, ``handover`` words of those sheets.
- README, "Add a service", is the recipe; a test follows it.
"""
