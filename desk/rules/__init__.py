"""Service rules: what may happen, when, in which order and under which number.

Standard library only, no clock, no file, no database: time and calendar days come in as arguments, every
function is pure and every value frozen. Actions, screens, papers and the command line ask the same
functions, so a button, a refusal and a printed date can never disagree. Messages that reach a screen are
Indonesian.

``errors`` base of all named errors · ``calendar`` working days and service hours · ``deadlines`` due dates
with their explanation · ``workflow`` steps, moves, control chain · ``casefacts`` facts that moves need ·
``numbering`` official numbers · ``queueing`` queue order and ticket states · ``permissions`` roles,
capabilities, mandates · ``masking`` identity on screen and paper · ``votes`` figures of an election and their
sums · ``csv_text`` encodings and columns of CSV files · ``presence`` who can receive somebody now
· ``meetings`` appointments that collide.
"""
