"""Letters that wait for this officer's paraf or signature (R9, P4-P8).

Notes:
- One in-tray over every flow: whoever the control chain or the signer's step holds now sees the letter here.
- P gives the paraf at once; T asks once more, because a signature gives the official number and is final.
- The preview is the letter editor's `LivePreview`, drawn in the background for the lit letter only.
"""
