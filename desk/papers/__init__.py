"""Papers by id: reads the facts of a case, letter, ticket … and has desk.documents draw them.

``shelf.PaperShelf`` is the port of the screens (``desk.ui.runtime.ports.Papers``), kept free of heavy imports
until a paper is made. ``kinds`` lists what can be asked for and where its maker lives; a maker is a function
``(sources, subject id, wishes) -> Drawn``. ``sources`` gives one consistent state of the store for the whole
paper. Identity numbers are masked by ``applicants`` except on form B and the refusal E (facts.md, "Identity
and privacy"); times leave in the office's zone; a paper that was given out before bears SALINAN.
"""
