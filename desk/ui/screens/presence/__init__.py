"""*Siapa di tempat*: whether Ketua, members, Sekretaris and section heads can be met now (G4).

One keystroke says where the lit person is, Enter adds until when, the room, a note; every desk sees it at
once, and the next day begins with nothing said.
"""
